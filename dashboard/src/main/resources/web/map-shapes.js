// The shapes of the map: the land around, and what the site file draws. Colours are those of map.css, but for the patterns
// that fill a yard.

import { element, icon, refill } from "./dom.js";
import { levelName, rank } from "./gate-reasons.js";
import { language, word } from "./language.js";
import { bandOf, boundsOf, drawingOrder, gatesOf, nameOfShape, yardText } from "./map-figures.js";
import { BESIDE, Labels, WITHIN } from "./map-labels.js";
import { cardAddress, mapAddress, viewOf, yardAddress } from "./views.js";

const { L } = window;
const YARDS_FROM = 13.5; // The zoom from which single yards can be told apart.
const POINT = 10; // Pixels from the middle of a gate's point to its name.
const MIDDLE_LINE = 18; // Pixels from the middle of a yard to a name that found its middle taken.
const UNKNOWN_FROM = 9.5; // The zoom from which gates without figures are named.
const COUNTRIES = [["mapVietnam", [21.5, 106.95]], ["mapChina", [22.2, 107.4]]];

const centre = (feature) => L.latLngBounds(boundsOf([feature])).getCenter();
const gateKey = (feature) => `gate ${feature.properties.gate}`;
const isYard = ({ properties }) => properties.kind === "yard" || properties.kind === "buffer";

/** The land; far away its borders too, which are too coarse for near. */
export async function addLand(map) {
  const outlines = await (await fetch("/outlines.geojson")).json();
  L.geoJSON(outlines, { pane: "land", interactive: false,
    style: ({ id, properties }) => ({ className: `${properties.kind} ${id.toLowerCase()}`, weight: 1.5, color: null, fillColor: null }) }).addTo(map);
}

/** The names of the countries, on the land. */
class Countries {
  constructor(map) {
    this.names = COUNTRIES.map(([key, latLng]) => {
      const name = element("span", "country");
      L.marker(latLng, { pane: "land", icon: L.divIcon({ html: name, className: "", iconSize: [0, 0] }), keyboard: false, interactive: false }).addTo(map);
      return [key, name];
    });
  }

  speak() {
    for (const [key, name] of this.names) name.textContent = word(key);
  }
}

export class SiteShapes {
  /** Calls back with each click into a yard, and the id of the yard. */
  constructor(map, onYard) {
    this.onYard = onYard;
    this.countries = new Countries(map);
    this.labels = new Labels(map);
    this.zones = new Map();
    this.group = L.layerGroup().addTo(map);
    this.features = [];
  }

  /** Draws the site file, in place of what was drawn of another. */
  show(site) {
    this.group.clearLayers();
    this.zones.clear();
    this.labels.clear();
    this.features = site.features;
    drawingOrder(this.features.filter(({ geometry }) => geometry.type !== "Point")).forEach((feature) => this.zone(feature));
    for (const gate of gatesOf(site)) {
      const line = this.features.find(({ properties }) => properties.kind === "crossing" && properties.gate === gate.properties.gate);
      const latLng = centre(line ?? gate);
      this.labels.put(gateKey(gate), { latLng, href: mapAddress(gate.properties.gate), radius: POINT, sides: BESIDE, className: "gate-label" });
      Object.assign(this.labels.get(gateKey(gate)), this.point(latLng));
    }
    for (const yard of this.features.filter(isYard)) {
      this.labels.put(`yard ${yard.id}`, { latLng: centre(yard), href: yardAddress(yard.id), radius: MIDDLE_LINE, sides: WITHIN, className: "yard-label" });
    }
  }

  zone(feature) {
    const { kind } = feature.properties;
    const layer = L.geoJSON(feature, { interactive: isYard(feature), bubblingMouseEvents: false, style: { className: `zone ${kind}`, weight: 2, color: null, fillColor: null } });
    if (isYard(feature)) this.zones.set(feature.id, layer.on("click", (event) => this.onYard(event, feature.id)));
    this.group.addLayer(layer);
  }

  /** A gate's level as a small sign that stays where its name finds no room. */
  point(latLng) {
    const sign = element("span", "gate-point");
    sign.setAttribute("aria-hidden", "true"); // Its name says the same, and so does the list beside the map.
    const point = L.marker(latLng, { icon: L.divIcon({ html: sign, className: "map-point", iconSize: [0, 0] }), keyboard: false, interactive: false });
    this.group.addLayer(point);
    return { sign, point };
  }

  /** Where the gates have their signs. */
  points() {
    return gatesOf(this).map((gate) => this.labels.get(gateKey(gate)).latLng);
  }

  /** Fills the shapes with figures of gates and yards, by their ids. */
  fill({ gates, yards }) {
    this.countries.speak();
    for (const feature of this.features) {
      if (isYard(feature)) this.fillYard(feature, yards.get(feature.id));
    }
    for (const gate of gatesOf(this)) this.fillGate(gate, gates.get(gate.properties.gate));
    this.labels.arrange();
  }

  fillYard(feature, told) {
    const band = bandOf(told?.figure, told?.limits);
    const layer = this.zones.get(feature.id);
    layer?.setStyle({ fillColor: `url(#fill-${band})`, fillOpacity: 1 });
    layer?.eachLayer((shape) => shape.getElement()?.classList.toggle("doubtful", band === "stale" || band === "unknown"));
    const label = this.labels.get(`yard ${feature.id}`);
    label.rank = feature.properties.kind === "buffer" ? 1 : 2;
    label.leastZoom = YARDS_FROM;
    const name = nameOfShape(feature);
    const figure = yardText(told?.figure, told?.limits);
    label.link.className = `yard-label ${band}`;
    refill(label.link, [name, figure], () => [element("span", "name", name), element("strong", "", figure)]);
  }

  fillGate(feature, gate) {
    const label = this.labels.get(gateKey(feature));
    const level = gate?.level ?? null;
    const look = `${(level ?? "unknown").toLowerCase()}${gate?.loadAge?.stale ? " stale" : ""}`;
    label.rank = 10 + 10 * rank(level) + (gate?.load ? 5 : 0);
    label.leastZoom = level === null ? UNKNOWN_FROM : 0;
    label.link.className = `gate-label ${look}`;
    // Who is at the gate already is led on to its figures.
    const isHere = gate !== undefined && viewOf(location.hash).of === gate.id;
    label.link.href = isHere ? cardAddress(gate.id) : mapAddress(feature.properties.gate);
    label.link.title = isHere ? word("toCard", { gate: nameOfShape(feature) }) : "";
    label.sign.className = `gate-point ${look}`;
    label.point.setZIndexOffset(1000 * rank(level));
    refill(label.sign, [level], () => [icon(level ?? "UNKNOWN")]);
    const said = gate?.loadAge?.stale ? `⚠ ${levelName(level)} · ${word("stale")}` : levelName(level);
    const name = nameOfShape(feature);
    refill(label.link, [name, said, language()], () => [element("span", "name", name), level === null ? null : element("span", "said", said)]);
  }
}
