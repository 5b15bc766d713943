import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { setZone } from "../web/format.js";
import { setLanguage } from "../web/language.js";
import { rowsOf } from "../web/trip-rows.js";
import { readAddress } from "../web/trips.js";

const at = (minute) => new Date(Date.parse("2026-05-03T05:00:00Z") + minute * 60000).toISOString();
const place = (id, name, nameVi) => ({ id, name, nameVi });
const NORTH = place("north", "North", "Bắc");
const YARD = place("a", "Yard A", "Bãi A");
const LINE = place("line", "Border line", "Vạch biên giới");
const stay = (zone, from, to, more = {}) => ({ zone, kind: "VISIT", enteredAt: at(from), leftAt: to === null ? null : at(to),
  closedBy: to === null ? "OPEN" : "EXIT", certainty: "CONFIRMED", direction: "NONE", ...more });
const milestone = (type, authority, minute, late = 0) =>
  ({ declarationId: "7", type, authority, eventTime: at(minute), recordTime: at(minute + late) });
const TRIP = {
  tripId: "VN:1|north|x", truckId: "VN:1", gate: NORTH, movedFrom: null, endedAt: null, eta: null, etaBasis: "NONE", asOf: at(50),
  declarations: [{ declarationId: "7", declaredAt: at(-60), plannedArrival: at(5), cancelledAt: null, gate: NORTH, yard: null }],
  milestones: [milestone("GTIN", "CUSTOMS", 10, 20)], stays: [stay(NORTH, 0, null), stay(YARD, 12, 40)], discrepancies: [],
};
const told = (trip, now = at(60)) => rowsOf(trip, now).map((row) => `${row.side}: ${row.title}${row.detail ? ` [${row.detail}]` : ""}`);

beforeEach(() => {
  setLanguage("en");
  setZone("Asia/Ho_Chi_Minh");
});

test("both flows are in one order of time", () => {
  assert.deepEqual(told(TRIP), [
    "data: Declared [enterprise]",
    "seen: Into North [still there]",
    "data: Planned arrival [enterprise]",
    "data: Arrival confirmed [customs · received 20 min later]",
    "seen: Into Yard A",
    "seen: Out of Yard A [there for 28 min]",
    "now: Now",
  ]);
});

test("a discrepancy stands where it opened and where it closed, with its facts, and marks what lies between", () => {
  const evidence = [{ fact: "GTIN by CUSTOMS", at: at(10) }, { fact: "a", at: null }, { fact: "declared for b c", at: null }];
  const trip = { ...TRIP, discrepancies: [{ kind: "WRONG_YARD", openedAt: at(12), closedAt: at(40), evidence }] };
  const rows = rowsOf(trip, at(60));
  assert.deepEqual(rows.filter((row) => row.side === "doubt").map((row) => [row.title, row.detail]), [
    ["Discrepancy: wrong yard", "Arrival confirmed (customs) at 12:10; Yard A; declared for b, c"],
    ["Discrepancy over: wrong yard", "lasted 28 min"],
  ]);
  assert.deepEqual(rows.map((row) => row.inDoubt), [false, false, false, false, false, true, true, false, false]);
});

test("crossings say which way, silence is no exit, and what is over has no now", () => {
  const cut = (direction) => stay(LINE, 44, 45, { kind: "CROSSING", direction });
  const trip = { ...TRIP, endedAt: at(45), declarations: [], milestones: [],
    stays: [stay(YARD, 12, 40, { closedBy: "SILENCE" }), cut("LEFT_TO_RIGHT"), cut("RIGHT_TO_LEFT"), cut("NEW")] };
  assert.deepEqual(told(trip), ["seen: Into Yard A", "seen: Fell silent in Yard A [there for 28 min]", "seen: Over Border line, out of Vietnam",
    "seen: Over Border line, into Vietnam", "seen: Over Border line"]);
});

test("who is on the way is expected, and what the page does not know is shown as it is told", () => {
  const trip = { ...TRIP, stays: [], milestones: [milestone("SCANNED", "SCANNER", 1)], eta: at(90), etaBasis: "POSITION" };
  assert.deepEqual(told(trip).slice(1), ["data: SCANNED [SCANNER]", "data: Planned arrival [enterprise]", "now: Now",
    "seen: Expected at North [by its position]"]);
});

test("Vietnamese has its own words and names", () => {
  setLanguage("vi");
  assert.deepEqual(told(TRIP).slice(3, 5), ["data: Xác nhận đến [hải quan · nhận được sau 20 phút]", "seen: Vào Bãi A"]);
});

test("an address asks for a trip, a search or the board", () => {
  assert.deepEqual(readAddress("#trip/CN%3A%E6%A1%82A%7Cnorth%7Cx"), { id: "CN:桂A|north|x" });
  assert.deepEqual(readAddress("#trips/12c-123.45"), { name: "12c-123.45" });
  assert.deepEqual(readAddress("#trips/100%"), { name: "100%" });
  for (const hash of ["", "#gates", "#trips"]) assert.equal(readAddress(hash), null);
});
