import assert from "node:assert/strict";
import { test } from "node:test";
import { apart, points, roundUp, ticks } from "../web/chart.js";
import { setZone } from "../web/format.js";

test("a scale ends at a round number that is not below the highest value", () => {
  assert.deepEqual([0.7, 1, 1.05, 1.31, 7, 88, 101, 420].map(roundUp), [0.8, 1, 1.2, 1.5, 8, 100, 120, 500]);
});

test("points lie between the edges, and what is above the scale at its top", () => {
  assert.deepEqual(points([0, 0.5, 1, 2], 1), [[0, 100], [100 / 3, 50], [200 / 3, 0], [100, 0]]);
});

test("the axis shows the hours of the site that six divides", () => {
  setZone("Asia/Ho_Chi_Minh");
  const found = ticks("2026-05-03T05:15:00Z", 24); // 12:15 there.
  assert.deepEqual(found.map((tick) => tick.text), ["18:00", "00:00", "06:00", "12:00"]);
  assert.ok(Math.abs(found[0].x - (100 * 5.75) / 24) < 1e-9);
});

test("labels of limits that lie close to each other stand a line apart, others where they belong", () => {
  assert.deepEqual(apart([60, 40]), [60, 40]);
  assert.deepEqual(apart([60, 53]), [63, 50]);
  assert.deepEqual(apart([60]), [60]);
  assert.deepEqual(apart([]), []);
});
