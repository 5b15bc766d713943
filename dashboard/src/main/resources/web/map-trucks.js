// The trucks on the map: one canvas, drawn anew whenever the map moves. Five thousand marks take a few milliseconds.

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

  onAdd(map) {
    map.createPane("trucks").style.zIndex = 450;
    map.getPane("trucks").style.pointerEvents = "none";
    this.canvas = L.DomUtil.create("canvas", "", map.getPane("trucks"));
    this.canvas.setAttribute("aria-hidden", "true");
    this.draw();
  },

  getEvents() {
    return { move: this.draw, zoomend: this.draw, viewreset: this.draw, resize: this.draw };
  },

  show(trucks) {
    this.trucks = trucks;
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
    const visible = this.visible();
    for (const stage of STAGES) this.drawStage(pen, visible.filter(({ truck }) => stageOf(truck) === stage), PATHS[stage], { ...look, fill: colour(colourOf(stage)) });
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

  /** The trucks in the picture, each with its place in it. */
  visible() {
    const size = this._map.getSize();
    return this.trucks.map((truck) => ({ truck, at: this._map.latLngToContainerPoint([truck.latitude, truck.longitude]) }))
      .filter(({ at }) => at.x > -MARGIN && at.y > -MARGIN && at.x < size.x + MARGIN && at.y < size.y + MARGIN);
  },

  /** The truck that is meant by a point of the picture, if there is one. */
  near(point) {
    let nearest = null;
    let least = REACH;
    for (const { truck, at } of this.visible()) {
      const away = at.distanceTo(point);
      if (away <= least) [nearest, least] = [truck, away];
    }
    return nearest;
  },
});
