import assert from "node:assert/strict";
import { test } from "node:test";
import { happenings } from "../web/alerts.js";
import { worstFirst } from "../web/gate-card.js";

const gate = (id, level, trucks) => ({ id, level, load: null, total: trucks === 0 ? null : { confirmed: trucks, uncertain: 0 } });

test("gates come the worst first, then those with trucks, then as in the site file", () => {
  const gates = [gate("a", "NORMAL", 0), gate("b", null, 0), gate("c", "BUSY", 9), gate("d", "NORMAL", 9), gate("e", "CRITICAL", 1),
    gate("f", "NORMAL", 3)];
  assert.deepEqual(worstFirst(gates).map((one) => one.id), ["e", "c", "d", "f", "a", "b"]);
  assert.equal(gates[0].id, "a");
});

test("what happened comes the newest first, of all alerts or of the open ones", () => {
  const alert = (alertId, open, ...times) => ({ alertId, open, events: times.map((at) => ({ at })) });
  const alerts = [alert("x", true, "2026-05-03T05:00:00Z", "2026-05-03T07:00:00Z"), alert("y", false, "2026-05-03T06:00:00Z")];
  const names = (openOnly) => happenings(alerts, openOnly).map((one) => one.alert.alertId + one.event.at.slice(12, 13));
  assert.deepEqual(names(false), ["x7", "y6", "x5"]);
  assert.deepEqual(names(true), ["x7", "x5"]);
});
