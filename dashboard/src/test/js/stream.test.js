import assert from "node:assert/strict";
import { test } from "node:test";
import { applyPatch } from "../web/stream.js";

test("a patch replaces what it names and leaves the rest", () => {
  const board = { version: 1, gates: [{ id: "a" }, { id: "b", yards: [{ n: 1 }] }], "a/b~c": 1 };
  applyPatch(board, [
    { op: "replace", path: "/version", value: 2 },
    { op: "replace", path: "/gates/1/yards/0/n", value: null },
    { op: "replace", path: "/gates/0", value: { id: "c" } },
    { op: "replace", path: "/a~1b~0c", value: 3 },
  ]);
  assert.deepEqual(board, { version: 2, gates: [{ id: "c" }, { id: "b", yards: [{ n: null }] }], "a/b~c": 3 });
});
