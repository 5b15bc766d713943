// What stands beside the map and says the same in words: the gates, the trucks in the picture, and the legend.

import { element, find, icon, link, refill, svg } from "./dom.js";
import { age, number } from "./format.js";
import { worstFirst } from "./gate-card.js";
import { levelName } from "./gate-reasons.js";
import { language, word } from "./language.js";
import { BANDS, gatesOf, nameOfShape, stageOf, STAGES } from "./map-figures.js";
import { colourOf, RING, SHAPES } from "./map-marks.js";
import { plateOf, stageOf as stageName } from "./trip-page.js";
import { cardAddress, mapAddress, tripAddress } from "./views.js";

const MOST_LISTED = 50;
const VIEW_BOX = "-11 -11 22 22";

const seenText = (truck) => (truck.ageSeconds === null ? "" : word("mapSeen", { age: age(truck.ageSeconds) }));

/** Stage, discrepancies and age of a truck, in one line. */
export function truckText(truck) {
  const doubts = truck.openDiscrepancies > 0 ? word("mapDoubts", { n: number(truck.openDiscrepancies) }) : "";
  const stage = truck.tripId === null ? word("mapNoTrip") : stageName("physical", truck.physicalStage);
  return [stage, doubts, truck.old ? `⚠ ${seenText(truck)}` : seenText(truck)].filter((text) => text !== "").join(" · ");
}

/** What is to be known of trucks that lie close together, and how to come closer. */
export function clusterText({ doubts, old }) {
  const told = [doubts > 0 ? word("mapDoubted", { n: number(doubts) }) : "", old > 0 ? `⚠ ${word("mapOldOnes", { n: number(old) })}` : "", word("mapCloser")];
  return told.filter((text) => text !== "").join(" · ");
}

const mark = (path, className) => svg("svg", { viewBox: VIEW_BOX, class: "truck-mark", "aria-hidden": "true", focusable: "false" },
  svg("path", { d: path, class: className }));
const stageMark = (stage, old) => mark(SHAPES[stage], `${colourOf(stage).slice(2)}${old ? " old" : ""}`);

function truckItem(truck) {
  const plate = truck.tripId === null ? element("span", "", plateOf(truck)) : link(tripAddress(truck.tripId), "", plateOf(truck));
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

function toCard(gateId, name) {
  const made = link(cardAddress(gateId), "to-card", icon("figures"));
  made.title = word("toCard", { gate: name });
  made.setAttribute("aria-label", made.title);
  return made;
}

function gateJump(feature, gate) {
  const { properties } = feature;
  const level = gate?.level ?? null;
  const stale = gate?.loadAge?.stale ? ` · ⚠ ${word("stale")}` : "";
  const name = nameOfShape(feature);
  return element("li", "", link(mapAddress(properties.gate), `jump ${(level ?? "unknown").toLowerCase()}`, icon(level ?? "UNKNOWN"),
    element("span", "name", name), element("span", "small", `${levelName(level)}${stale}`)),
  gate === undefined ? null : toCard(gate.id, name));
}

/** All gates, the worst first; each leads to its place on the map. */
export function drawGateList(site, gates) {
  const drawn = new Map(gatesOf(site).map((feature) => [feature.properties.gate, feature]));
  const order = worstFirst([...gates.values()].filter((gate) => drawn.has(gate.id))).map((gate) => gate.id);
  const ids = [...order, ...[...drawn.keys()].filter((id) => !order.includes(id))];
  const looks = ids.map((id) => [id, gates.get(id)?.level, gates.get(id)?.loadAge?.stale]);
  refill(find("map-gates"), [looks, language()], () => [
    element("li", "", link("#map", "jump all", element("span", "name", word("allGates")))),
    ...ids.map((id) => gateJump(drawn.get(id), gates.get(id)))]);
}

const swatch = (band) => svg("svg", { viewBox: "0 0 26 16", class: "swatch-map", "aria-hidden": "true", focusable: "false" },
  svg("rect", { width: 26, height: 16, fill: `url(#fill-${band})`, class: band }));

const clusterMark = () => svg("svg", { viewBox: VIEW_BOX, class: "truck-mark", "aria-hidden": "true", focusable: "false" },
  svg("circle", { r: 9, class: "cluster" }), svg("path", { d: "M0-9a9 9 0 0 1 7.8 13.5", class: "ring" }), svg("path", { d: "M-4 0h8M0-4v8", class: "plus" }));

export function drawLegend() {
  refill(find("map-legend"), language(), () => [
    ...BANDS.map((band) => element("li", "", swatch(band), word(`band_${band}`))),
    element("li", "", element("span", "swatch crossing"), word("mapCrossing")),
    ...STAGES.map((stage) => element("li", "", stageMark(stage, false), stage === "NONE" ? word("mapNoStage") : stageName("physical", stage))),
    element("li", "", stageMark("IN_YARD", true), word("mapOld")),
    element("li", "", mark(RING, "ring"), word("mapRing")),
    element("li", "wide", clusterMark(), word("mapClusterSmall")),
  ]);
}
