import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { setLanguage } from "../web/language.js";
import { bandOf, boundsOf, drawingOrder, figuresOf, gateBounds, gatesOf, nameOfShape, openingBounds, siteOf, stageOf, yardText } from "../web/map-figures.js";
import { cardAddress, mapAddress, viewOf, yardAddress } from "../web/views.js";
import { mixParts } from "../web/yard-page.js";

const NOON = "2026-05-03T05:00:00Z";
const LIMITS = { occupancy: { congested: { up: 0.8 }, critical: { up: 0.95 } } };
const figure = (ratio, more = {}) => ({ confirmed: 90, uncertain: 6, capacity: 100, ratio, asOf: NOON, stale: false, ...more });
const feature = (id, kind, gate, ...points) =>
  ({ id, properties: { kind, gate, name: id }, geometry: points.length === 1 ? { type: "Point", coordinates: points[0] } : { type: "Polygon", coordinates: [points] } });
const SITE = siteOf(JSON.stringify({ features: [
  feature("north", "gate", "north", [106, 21], [106.1, 21], [106.1, 21.1], [106, 21]), feature("a", "yard", "north", [106.05, 20.9], [106.06, 21], [106.05, 20.9]),
  feature("park", "buffer", "north", [105, 20], [105.1, 20], [105, 20]), feature("south", "gate", "south", [107, 22]),
  { id: "nowhere", properties: { kind: "gate", gate: "nowhere", name: "nowhere" }, geometry: null },
  feature("road", "ROAD", "north", [1, 1]),
] }));
const gate = (id, trucks) => ({ id, level: "NORMAL", load: null, advice: null, yards: [], total: { confirmed: trucks, uncertain: 0 } });

beforeEach(() => setLanguage("en"));

test("how a yard is filled follows the limits of its gate, and what is old or missing goes before", () => {
  const bands = [0.79, 0.8, 0.95, 1, 1.01].map((ratio) => bandOf(figure(ratio), LIMITS));
  assert.deepEqual(bands, ["free", "high", "full", "full", "over"]);
  assert.equal(bandOf(figure(0.99), { occupancy: null }), "free");
  assert.equal(bandOf(figure(1.5, { stale: true }), LIMITS), "stale");
  assert.equal(bandOf(figure(null), LIMITS), "unknown");
  assert.equal(bandOf(figure(0.5, { asOf: null }), LIMITS), "unknown");
  assert.equal(bandOf(undefined, undefined), "unknown");
});

test("the figure in a yard has a sign beside its colour", () => {
  assert.equal(yardText(figure(0.5), LIMITS), "50\u00a0%");
  assert.equal(yardText(figure(0.96), LIMITS), "96\u00a0% ▲▲");
  assert.equal(yardText(figure(0.96, { stale: true }), LIMITS), "⚠ 96\u00a0% · old figure");
  assert.equal(yardText(figure(null), LIMITS), "96 trucks");
  assert.equal(yardText(undefined, undefined), "– no figure yet");
});

test("figures are found by the ids that the shapes have", () => {
  const board = { gates: [{ id: "north", limits: LIMITS, yards: [{ id: "a" }] }, { id: null, limits: LIMITS, yards: [{ id: "x" }] }] };
  const { gates, yards } = figuresOf(board);
  assert.equal(gates.get("north"), board.gates[0]);
  assert.deepEqual([...yards.keys()], ["a", "x"]);
  assert.equal(figuresOf(null).gates.size, 0);
});

test("the picture of a gate leaves its buffers out, and that of all begins with the gates that have trucks", () => {
  assert.deepEqual(gateBounds(SITE, "north"), [[20.9, 106], [21.1, 106.1]]);
  assert.deepEqual(gateBounds(SITE, "south"), [[22, 107], [22, 107]]);
  assert.equal(gateBounds(SITE, "nowhere"), null);
  assert.deepEqual(openingBounds(SITE, { gates: [gate("north", 0), gate("south", 3)] }), [[22, 107], [22, 107]]);
  assert.deepEqual(openingBounds(SITE, { gates: [gate("north", 0)] }), [[20, 105], [22, 107]]);
  assert.deepEqual(openingBounds(SITE, null), boundsOf(SITE.features));
  assert.equal(boundsOf([]), null);
});

test("a gate of several shapes is one gate", () => {
  const twice = { features: [...SITE.features, feature("north-2", "gate", "north", [1, 1])] };
  assert.deepEqual(gatesOf(twice).map((one) => one.properties.gate), ["north", "south"]);
});

test("only what can be drawn is read, as the board reads it", () => {
  const plain = { type: "Feature", id: "x", properties: { kind: "GATE", name: "X", name_vi: "Ích" }, geometry: { type: "Point", coordinates: [1, 2] } };
  const site = siteOf(JSON.stringify({ features: [plain, { ...plain, geometry: { type: "Polygon", coordinates: [] } }] }));
  assert.deepEqual(site.features.map(({ properties }) => [properties.kind, properties.gate]), [["gate", "x"]]);
  assert.equal(nameOfShape(site.features[0]), "X");
  setLanguage("vi");
  assert.equal(nameOfShape(site.features[0]), "Ích");
});

test("what lies within comes upon what lies around it", () => {
  const inner = feature("inner", "yard", "north", [106.051, 20.95], [106.052, 20.96], [106.051, 20.95]);
  const order = drawingOrder([inner, ...SITE.features]).map((one) => one.id);
  assert.ok(order.indexOf("north") < order.indexOf("a"));
  assert.ok(order.indexOf("a") < order.indexOf("inner"));
});

test("a stage that the map does not tell apart is none", () => {
  assert.equal(stageOf({ physicalStage: "AT_GATE" }), "AT_GATE");
  for (const physicalStage of ["MOVED", "UNKNOWN", "NEW", null]) assert.equal(stageOf({ physicalStage }), "NONE");
});

test("an address asks for a view, and what of it", () => {
  assert.deepEqual(viewOf(""), { view: "board", of: "" });
  assert.deepEqual(viewOf("#daily"), { view: "board", of: "" });
  assert.deepEqual(viewOf("#map"), { view: "map", of: "" });
  assert.deepEqual(viewOf("#map/huu-nghi"), { view: "map", of: "huu-nghi" });
  assert.deepEqual(viewOf(yardAddress("bãi 1/2")), { view: "yard", of: "bãi 1/2" });
  assert.deepEqual(viewOf("#trip/VN%3A1"), { view: "trips", of: "VN:1" });
  assert.deepEqual(viewOf("#yard/100%"), { view: "yard", of: "100%" });
});

test("as long as the trips are being read, and of buffers, nothing is said of kinds", () => {
  assert.deepEqual(mixParts({ mix: { known: 0 }, yard: figure(0.5, { kind: "buffer" }), boardTime: NOON }), []);
  assert.deepEqual(mixParts({ mix: null, yard: figure(0.5), boardTime: NOON }), []);
});

test("a gate's card and its place on the map have addresses, whatever its id", () => {
  assert.equal(cardAddress("huu-nghi"), "#gate-huu-nghi");
  assert.deepEqual(viewOf(cardAddress("a b/ü")), { view: "board", of: "" });
  assert.deepEqual(viewOf(mapAddress("a b/ü")), { view: "map", of: "a b/ü" });
});
