import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { age, clock, decimal, percent, plainDate, setZone, span, when } from "../web/format.js";
import { setLanguage } from "../web/language.js";

beforeEach(() => {
  setLanguage("en");
  setZone("Asia/Ho_Chi_Minh");
});

test("shares and days are rounded down, so that no limit is said too early", () => {
  assert.equal(percent(0.9499), "94\u00a0%");
  assert.equal(percent(0.57), "57\u00a0%");
  assert.equal(percent(1.0), "100\u00a0%");
  assert.equal(decimal(3.99), "3.9");
  assert.equal(decimal(4), "4");
  setLanguage("vi");
  assert.equal(decimal(2.45), "2,4");
});

test("ages have one unit, spans two", () => {
  assert.deepEqual([0, 59, 60, 3599, 3600, 86400].map(age), ["0 s", "59 s", "1 min", "59 min", "1 h", "1 d"]);
  assert.deepEqual([59, 3600, 3900, 86400, 97200].map(span), ["59 s", "1 h", "1 h 5 min", "1 d", "1 d 3 h"]);
});

test("times are those of the site, whatever the zone of the browser", () => {
  assert.equal(clock("2026-05-03T17:30:00Z"), "00:30");
  assert.equal(when("2026-05-03T05:00:00Z", "2026-05-03T16:59:00Z"), "12:00");
  assert.equal(when("2026-05-03T05:00:00Z", "2026-05-03T17:00:00Z"), "12:00 03/05");
  setZone("UTC");
  assert.equal(clock("2026-05-03T17:30:00Z"), "17:30");
});

test("a date of the daily table is not a time", () => {
  assert.equal(plainDate("2026-05-03"), "03/05/2026");
});
