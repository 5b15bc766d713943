// The trucks on the map: one canvas, drawn anew whenever the map moves. Five thousand marks take some milliseconds.

import { number } from "./format.js";
import { clustered } from "./map-clusters.js";
import { stageOf, STAGES } from "./map-figures.js";
import { colourOf, RING, SHAPES } from "./map-marks.js";

const { L } = window;
const REACH = 14; // Pixels from a mark at which it still is the one that was meant.
const SIZES = [[12, 0.65], [15, 0.85], [Infinity, 1]]; // Below which zoom how large a mark is.
const MARGIN = 12; // Pixels beyond the edge, so that no mark is cut off.

const PATHS = Object.fromEntries(Object.entries(SHAPES).map(([stage, path]) => [stage, new Path2D(path)]));
const RING_PATH = new Path2D(RING);

export const TruckLayer = L.Layer.extend({
  trucks: [],
  free: [],
  seen: [],
  singles: [],
  clusters: [],

  onAdd(map) {
    map.createPane("trucks").style.zIndex = 450;
    map.getPane("trucks").style.pointerEvents = "none";
    this.canvas = L.DomUtil.create("canvas", "", map.getPane("trucks"));
    this.canvas.setAttribute("aria-hidden", "true");
    this.font = getComputedStyle(document.body).fontFamily;
    this.draw();
  },

  getEvents() {
    return { move: this.draw, zoomend: this.draw, viewreset: this.draw, resize: this.draw };
  },

  /** These trucks; points that are to be seen stay free. */
  show(trucks, free) {
    this.trucks = trucks;
    this.free = free;
    if (this._map) this.draw();
  },

  draw() {
    const frame = this._map.getSize();
    const scale = window.devicePixelRatio || 1;
    // Another width or height, also the same again, clears the canvas.
    Object.assign(this.canvas, { width: Math.ceil(frame.x * scale), height: Math.ceil(frame.y * scale) });
    Object.assign(this.canvas.style, { width: `${frame.x}px`, height: `${frame.y}px` });
    L.DomUtil.setPosition(this.canvas, this._map.containerPointToLayerPoint([0, 0]));
    const pen = this.canvas.getContext("2d");
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    const [, size] = SIZES.find(([below]) => this._map.getZoom() < below);
    const look = { paper: colour("--card"), warn: colour("--warn"), scale, size };
    this.look();
    for (const stage of STAGES) this.drawStage(pen, this.singles.filter(({ truck }) => stageOf(truck) === stage), PATHS[stage], { ...look, fill: colour(colourOf(stage)) });
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    for (const cluster of this.clusters) this.drawCluster(pen, cluster, { ...look, ink: colour("--ink") });
  },

  /** Once for each picture: where each truck is in it, and which are too close together. */
  look() {
    const size = this._map.getSize();
    this.seen = this.trucks.map((truck) => ({ truck, at: this._map.latLngToContainerPoint([truck.latitude, truck.longitude]) }))
      .filter(({ at }) => at.x > -MARGIN && at.y > -MARGIN && at.x < size.x + MARGIN && at.y < size.y + MARGIN);
    const free = this.free.map((latLng) => this._map.latLngToContainerPoint(latLng));
    Object.assign(this, clustered(this.seen, this._map.getPixelBounds().min, this._map.getZoom(), free));
  },

  /** The rim is thick as far as trucks are in doubt, and broken if most were not seen for long. */
  drawCluster(pen, { trucks, at, radius, doubts, old }, { paper, ink, warn }) {
    const round = (colour, width, share) => {
      pen.beginPath();
      pen.arc(at.x, at.y, radius, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * share);
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.stroke();
    };
    round(paper, 6, 1);
    pen.fillStyle = paper;
    pen.fill();
    pen.setLineDash(2 * old > trucks.length ? [4, 3] : []);
    round(ink, 1.5, 1);
    pen.setLineDash([]);
    if (doubts > 0) round(warn, 4, doubts / trucks.length);
    pen.fillStyle = ink;
    pen.font = `600 12px ${this.font}`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillText(number(trucks.length), at.x, at.y);
  },

  drawStage(pen, marks, path, { fill, paper, warn, scale, size }) {
    for (const { truck, at } of marks) {
      pen.setTransform(scale * size, 0, 0, scale * size, at.x * scale, at.y * scale);
      pen.globalAlpha = truck.old ? 0.75 : 1;
      if (truck.openDiscrepancies > 0) this.stroke(pen, RING_PATH, warn, 2);
      this.stroke(pen, path, truck.old ? fill : paper, truck.old ? 3 : 2.5);
      pen.fillStyle = truck.old ? paper : fill; // Old ones are hollow.
      pen.fill(path);
    }
    pen.globalAlpha = 1;
  },

  stroke(pen, path, colour, width) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.stroke(path);
  },

  /** The trucks in the picture. */
  visible() {
    return this.seen.map(({ truck }) => truck);
  },

  /** Where names had better not stand. */
  boxes() {
    return this.clusters.map(({ at, radius }) => ({ left: at.x - radius, top: at.y - radius, right: at.x + radius, bottom: at.y + radius }));
  },

  /** What is meant by a point of the picture: a truck or a cluster, and where it is; null if nothing is there. */
  near(point) {
    const cluster = this.clusters.find(({ at, radius }) => point.distanceTo(at) <= radius);
    if (cluster !== undefined) return { cluster, at: cluster.at };
    let nearest = null;
    let least = REACH;
    for (const single of this.singles) {
      const away = single.at.distanceTo(point);
      if (away <= least) [nearest, least] = [single, away];
    }
    return nearest;
  },
});
