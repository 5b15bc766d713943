import assert from "node:assert/strict";
import { test } from "node:test";
import { APART_FROM, clustered, radiusOf } from "../web/map-clusters.js";

const FAR = 9;
const NOWHERE = { x: 0, y: 0 };
const mark = (x, y, more = {}) => ({ at: { x, y }, truck: { openDiscrepancies: 0, old: false, ...more } });
const crowd = (n, x, y, more) => Array.from({ length: n }, (_, i) => mark(x + (i % 7), y + (i % 5), more));

test("a few trucks keep their marks, many become one sign that counts them", () => {
  const few = clustered(crowd(4, 100, 100), NOWHERE, FAR);
  assert.deepEqual([few.singles.length, few.clusters.length], [4, 0]);

  const many = clustered([...crowd(60, 100, 100), ...crowd(20, 100, 100, { openDiscrepancies: 2 }), ...crowd(5, 100, 100, { old: true })], NOWHERE, FAR);
  assert.equal(many.singles.length, 0);
  assert.equal(many.clusters.length, 1);
  const [{ trucks, doubts, old, at }] = many.clusters;
  assert.deepEqual([trucks.length, doubts, old], [85, 20, 5]);
  assert.ok(at.x >= 100 && at.x <= 106 && at.y >= 100 && at.y <= 104);
});

test("near the ground every truck has its own mark", () => {
  const { singles, clusters } = clustered(crowd(500, 100, 100), NOWHERE, APART_FROM);
  assert.deepEqual([singles.length, clusters.length], [500, 0]);
});

test("nearer, only what fills its place wholly is taken together, so that a queue looks like one", () => {
  const NEAR = 16;
  assert.equal(clustered(crowd(16, 100, 100), NOWHERE, NEAR).clusters.length, 0);
  assert.equal(clustered(crowd(17, 100, 100), NOWHERE, NEAR).clusters.length, 1);
});

test("a sign stands beside a point that is to be seen, on the side of its trucks", () => {
  const [{ at, radius }] = clustered(crowd(50, 100, 100), NOWHERE, FAR, [{ x: 100, y: 95 }]).clusters;
  assert.ok(Math.hypot(at.x - 100, at.y - 95) > radius + 9 && at.y > 100);
  const [south] = clustered(Array.from({ length: 9 }, () => mark(60, 60)), NOWHERE, FAR, [{ x: 60, y: 60 }]).clusters;
  assert.ok(Math.abs(south.at.x - 60) < 1e-6 && south.at.y > 70);
});

test("no truck is lost or counted twice, and no sign covers another's middle", () => {
  let seed = 5;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647; // The same on each run.
  const marks = Array.from({ length: 5000 }, () => mark(1200 * random() ** 2, 800 * random() ** 2));
  const { singles, clusters } = clustered(marks, NOWHERE, FAR);
  const all = [...singles.map(({ truck }) => truck), ...clusters.flatMap(({ trucks }) => trucks)];
  assert.equal(all.length, 5000);
  assert.equal(new Set(all).size, 5000);
  for (const one of clusters) {
    assert.equal(one.radius, radiusOf(one.trucks.length));
    for (const other of clusters) assert.ok(one === other || Math.hypot(one.at.x - other.at.x, one.at.y - other.at.y) > 8);
  }
});

test("what is together stays together when the map is moved", () => {
  const marks = [...crowd(9, 40, 40), ...crowd(9, 400, 300), mark(250, 90)];
  const moved = marks.map(({ at, truck }) => ({ at: { x: at.x - 17, y: at.y + 31 }, truck }));
  const sizes = ({ clusters }) => clusters.map(({ trucks }) => trucks.length);
  assert.deepEqual(sizes(clustered(moved, { x: 17, y: -31 }, FAR)), sizes(clustered(marks, NOWHERE, FAR)));
});
