// What stands beside the map and says the same in words: the gates, the trucks in the picture, and the legend.

import { element, find, icon, refill, svg } from "./dom.js";
import { age, number } from "./format.js";
import { worstFirst } from "./gate-card.js";
import { levelName } from "./gate-reasons.js";
import { language, word } from "./language.js";
import { BANDS, gatesOf, nameOfShape, stageOf, STAGES } from "./map-figures.js";
import { colourOf, RING, SHAPES } from "./map-marks.js";
import { plateOf, stageOf as stageName } from "./trip-page.js";
import { mapAddress, tripAddress } from "./views.js";

const MOST_LISTED = 50;
const VIEW_BOX = "-11 -11 22 22";

const seenText = (truck) => (truck.ageSeconds === null ? "" : word("mapSeen", { age: age(truck.ageSeconds) }));

/** Stage, discrepancies and age of a truck, in one line. */
export function truckText(truck) {
  const doubts = truck.openDiscrepancies > 0 ? word("mapDoubts", { n: number(truck.openDiscrepancies) }) : "";
  const stage = truck.tripId === null ? word("mapNoTrip") : stageName("physical", truck.physicalStage);
  return [stage, doubts, truck.old ? `⚠ ${seenText(truck)}` : seenText(truck)].filter((text) => text !== "").join(" · ");
}

const mark = (path, className) => svg("svg", { viewBox: VIEW_BOX, class: "truck-mark", "aria-hidden": "true", focusable: "false" },
  svg("path", { d: path, class: className }));
const stageMark = (stage, old) => mark(SHAPES[stage], `${colourOf(stage).slice(2)}${old ? " old" : ""}`);

function truckItem(truck) {
  const plate = truck.tripId === null ? element("span", "", plateOf(truck)) : element("a", "", plateOf(truck));
  if (truck.tripId !== null) plate.href = tripAddress(truck.tripId);
  return element("li", "", stageMark(stageOf(truck), truck.old), element("p", "", plate, element("span", "small", ` ${truckText(truck)}`)));
}

/** Those in the picture: with a discrepancy first, then those that were not seen for longest. */
export function drawTruckList(inside) {
  const listed = [...inside].sort((one, other) => Number(other.openDiscrepancies > 0) - Number(one.openDiscrepancies > 0)
    || one.seenAt.localeCompare(other.seenAt) || one.truckId.localeCompare(other.truckId)).slice(0, MOST_LISTED);
  const left = inside.length - listed.length;
  find("map-count").textContent = `(${number(inside.length)})`;
  refill(find("map-trucks"), [listed, left, language()], () => [...listed.map(truckItem),
    left > 0 ? element("li", "none", word("mapMoreTrucks", { n: number(left) })) : null]);
}

function jump(href, className, ...content) {
  const link = element("a", `jump ${className}`, ...content);
  link.href = href;
  return element("li", "", link);
}

function gateJump(feature, gate) {
  const { properties } = feature;
  const level = gate?.level ?? null;
  const stale = gate?.loadAge?.stale ? ` · ⚠ ${word("stale")}` : "";
  return jump(mapAddress(properties.gate), (level ?? "unknown").toLowerCase(), icon(level ?? "UNKNOWN"),
    element("span", "name", nameOfShape(feature)), element("span", "small", `${levelName(level)}${stale}`));
}

/** All gates, the worst first; each leads to its place on the map. */
export function drawGateList(site, gates) {
  const drawn = new Map(gatesOf(site).map((feature) => [feature.properties.gate, feature]));
  const order = worstFirst([...gates.values()].filter((gate) => drawn.has(gate.id))).map((gate) => gate.id);
  const ids = [...order, ...[...drawn.keys()].filter((id) => !order.includes(id))];
  const looks = ids.map((id) => [id, gates.get(id)?.level, gates.get(id)?.loadAge?.stale]);
  refill(find("map-gates"), [looks, language()], () => [jump("#map", "all", element("span", "name", word("allGates"))),
    ...ids.map((id) => gateJump(drawn.get(id), gates.get(id)))]);
}

const swatch = (band) => svg("svg", { viewBox: "0 0 26 16", class: "swatch-map", "aria-hidden": "true", focusable: "false" },
  svg("rect", { width: 26, height: 16, fill: `url(#fill-${band})`, class: band }));

export function drawLegend() {
  refill(find("map-legend"), language(), () => [
    ...BANDS.map((band) => element("li", "", swatch(band), word(`band_${band}`))),
    element("li", "", element("span", "swatch crossing"), word("mapCrossing")),
    ...STAGES.map((stage) => element("li", "", stageMark(stage, false), stage === "NONE" ? word("mapNoStage") : stageName("physical", stage))),
    element("li", "", stageMark("IN_YARD", true), word("mapOld")),
    element("li", "", mark(RING, "ring"), word("mapRing")),
  ]);
}
