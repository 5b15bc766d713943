// What the map shows of yards, gates and trucks, and where: all that needs no map to be known.

import { isQuiet } from "./gate-card.js";
import { number, percent } from "./format.js";
import { nameOf, word } from "./language.js";
import { fullness } from "./yards.js";

export const BANDS = ["free", "high", "full", "over", "stale", "unknown"];
export const STAGES = ["EXPECTED", "APPROACHING", "AT_GATE", "IN_YARD", "SILENT", "CROSSED", "LEFT", "NONE"];

/** How a yard is filled; a figure is null as long as there is none. */
export function bandOf(figure, limits) {
  if (figure === undefined || figure.asOf === null) return "unknown";
  if (figure.stale) return "stale";
  if (figure.ratio === null) return "unknown";
  return fullness(figure.ratio, limits)?.name ?? "free";
}

/** The figure in words, short enough to stand in the yard. */
export function yardText(figure, limits) {
  if (figure === undefined || figure.asOf === null) return `– ${word("noFigure")}`;
  const trucks = figure.confirmed + figure.uncertain;
  const told = figure.ratio === null ? `${number(trucks)} ${word("trucks")}` : percent(figure.ratio);
  if (figure.stale) return `⚠ ${told} · ${word("stale")}`;
  const sign = figure.ratio === null ? undefined : fullness(figure.ratio, limits)?.sign;
  return sign === undefined ? told : `${told} ${sign}`;
}

/** The figures of the board by the ids that the shapes have. */
export function figuresOf(board) {
  const gates = new Map((board?.gates ?? []).map((gate) => [gate.id, gate]));
  const yards = new Map((board?.gates ?? []).flatMap((gate) => gate.yards.map((yard) => [yard.id, { figure: yard, limits: gate.limits }])));
  return { gates, yards };
}

/** One of the stages that the map tells apart. */
export const stageOf = (truck) => (STAGES.includes(truck.physicalStage) ? truck.physicalStage : "NONE");

const KINDS = ["gate", "approach", "buffer", "yard", "crossing"]; // As they lie upon each other, the lowest first.

/** The shapes of a site file that can be drawn, as the board reads it: kinds in small letters, a gate without a name is its id. */
export function siteOf(text) {
  const features = JSON.parse(text).features.map((feature) => {
    const { properties } = feature;
    const kind = String(properties.kind).toLowerCase();
    const gate = properties.gate ?? (kind === "gate" ? feature.id : null);
    return { ...feature, properties: { ...properties, kind, gate } };
  });
  return { features: features.filter(({ geometry, properties }) => KINDS.includes(properties.kind) && geometry?.coordinates?.length > 0) };
}

/** In the order in which they are to be drawn: the larger before the smaller, or a yard within another could not be pointed at. */
export function drawingOrder(features) {
  const layer = ({ properties }) => KINDS.indexOf(properties.kind);
  const area = (feature) => {
    const [[south, west], [north, east]] = boundsOf([feature]);
    return (north - south) * (east - west);
  };
  return [...features].sort((one, other) => layer(one) - layer(other) || area(other) - area(one));
}

export const nameOfShape = ({ id, properties }) => nameOf({ id, name: properties.name, nameVi: properties.name_vi ?? properties.name });

function* pointsOf(coordinates) {
  if (typeof coordinates[0] === "number") yield coordinates;
  else for (const part of coordinates) yield* pointsOf(part);
}

/** [[south, west], [north, east]] of all shapes; null if there is none. */
export function boundsOf(features) {
  if (features.length === 0) return null;
  const bounds = [[Infinity, Infinity], [-Infinity, -Infinity]];
  for (const feature of features) {
    for (const [east, north] of pointsOf(feature.geometry.coordinates)) {
      bounds[0] = [Math.min(bounds[0][0], north), Math.min(bounds[0][1], east)];
      bounds[1] = [Math.max(bounds[1][0], north), Math.max(bounds[1][1], east)];
    }
  }
  return bounds;
}

/** What the map shows of one gate: not its queue road, and not its buffers, which may lie far away. */
export const gateBounds = (site, gateId) => boundsOf(site.features
  .filter(({ properties }) => properties.gate === gateId && ["gate", "yard", "crossing"].includes(properties.kind)));

/** The gates at which anything happens; if there is none, or none is drawn, all that is drawn. */
export function openingBounds(site, board) {
  const busy = new Set((board?.gates ?? []).filter((gate) => !isQuiet(gate)).map((gate) => gate.id));
  return boundsOf(site.features.filter(({ properties }) => busy.has(properties.gate))) ?? boundsOf(site.features);
}

/** The gates of the file, once each, in its order. */
export function gatesOf(site) {
  const seen = new Set();
  return site.features.filter(({ properties }) => properties.kind === "gate" && !seen.has(properties.gate) && seen.add(properties.gate));
}
