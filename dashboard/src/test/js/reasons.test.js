import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { causeText, rank } from "../web/gate-reasons.js";
import { setLanguage } from "../web/language.js";

const NOW = "2026-05-03T05:00:00Z";
const cause = (measure, value, threshold, expectedAt = null) => causeText({ measure, value, threshold, expectedAt }, NOW);

beforeEach(() => setLanguage("en"));

test("a cause is a value and the limit it reached", () => {
  assert.equal(cause("OCCUPANCY", 0.83, 0.8), "yards 83\u00a0% full (limit 80\u00a0%)");
  assert.equal(cause("DAYS_TO_CLEAR", 2.4, 1), "2.4 days to clear (limit 1 day)");
  assert.equal(cause("WAIT", 125, 120), "half of the waiting trucks have waited 2 h 5 min or more (limit 2 h)");
});

test("a value that holds a level from below says how far down", () => {
  assert.equal(causeText({ measure: "OCCUPANCY", value: 0.6, threshold: 0.65, holdsDownTo: 0.55, expectedAt: null }, NOW),
    "yards 60\u00a0% full (limit 65\u00a0%, the level holds down to 55\u00a0%)");
});

test("a prediction says when", () => {
  assert.equal(cause("PREDICTION", 0.97, 0.95, "2026-05-03T09:30:00Z"), "yards predicted 95\u00a0% full at 16:30, highest 97\u00a0%");
  assert.equal(cause("PREDICTION", 0.92, 0.95), "yards predicted up to 92\u00a0% full (limit 95\u00a0%)");
});

test("a cause may have no value, no limit, or be new to the page", () => {
  assert.equal(cause("DAYS_TO_CLEAR", null, 4), "trucks wait and none was cleared");
  assert.equal(cause("OCCUPANCY", null, null), "occupancy of the yards");
  assert.equal(cause("OCCUPANCY", 0.6, null), "yards 60\u00a0% full");
  assert.equal(cause("WEATHER", 3, 2), "cause not known");
  assert.equal(cause("WEATHER", null, 2), "cause not known");
});

test("Vietnamese has its own commas", () => {
  setLanguage("vi");
  assert.equal(cause("DAYS_TO_CLEAR", 2.4, 1), "cần 2,4 ngày để giải toả xe tồn (ngưỡng 1 ngày)");
});

test("levels rise from unknown to critical, and a gate without figures comes last", () => {
  const levels = ["CRITICAL", null, "BUSY", "NORMAL", "UNKNOWN", "CONGESTED"];
  assert.deepEqual(levels.sort((one, other) => rank(other) - rank(one)),
    ["CRITICAL", "CONGESTED", "BUSY", "NORMAL", "UNKNOWN", null]);
});
