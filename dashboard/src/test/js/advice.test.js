import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { measures } from "../web/gate-advice.js";
import { setLanguage } from "../web/language.js";

const LIMITS = { occupancy: { congested: { up: 0.8, down: 0.7 } } };
const DIVERT = { toGateId: "huu-nghi", name: "Huu Nghi", nameVi: "Hữu Nghị", trucks: 45, exceptGoods: ["REFRIGERATED", "STONE"],
  roomTrucks: 120.9, waitSeconds: 32400, waySeconds: 1500 };
const HOLD = { yardId: "viettel", name: "Viettel Logistics Park", nameVi: "Công viên Logistics Viettel", trucks: 30, roomTrucks: 480, yardTrucks: 12 };
const ADVICE = { movableTrucks: 89.6, waitSeconds: 302400, yardCapacity: 320, diverts: [DIVERT],
  meter: { exportsPerDay: 120, importsPerDay: 50, clearedPerDay: 60.8 }, holds: [HOLD], stayAwayTrucks: 40 };

beforeEach(() => setLanguage("en"));

test("each measure says what to do and the figures behind it", () => {
  assert.deepEqual(measures(ADVICE, LIMITS), [
    { kind: "divert", what: "Divert 45 trucks to Huu Nghi",
      why: "of the 90 expected between 1 and 24 h from now; wait there 9 h instead of 3 d 12 h, 25 min way, room for 120. Not: refrigerated, STONE." },
    { kind: "meter", what: "Let 5 exports and 2 imports an hour into the yards",
      why: "60 can be cleared in 24 h. 224 of 320 places are taken then." },
    { kind: "hold", what: "Hold 30 trucks at Viettel Logistics Park", why: "room for 480, 12 stand there." },
    { kind: "stayAway", what: "40 trucks should not set off", why: "there is no room for them anywhere." },
  ]);
});

test("the same in Vietnamese, with Vietnamese names and commas", () => {
  setLanguage("vi");
  const found = measures({ ...ADVICE, meter: { exportsPerDay: 130, importsPerDay: 0, clearedPerDay: 60 } }, LIMITS);
  assert.equal(found[0].what, "Chuyển 45 xe sang Hữu Nghị");
  assert.match(found[0].why, /chờ ở đó 9 giờ thay vì 3 ngày 12 giờ, đường đi 25 phút, còn chỗ cho 120 xe. Trừ: hàng lạnh, STONE\.$/);
  assert.equal(found[1].what, "Mỗi giờ cho vào bãi 5,4 xe xuất khẩu, 0 xe nhập khẩu");
  assert.equal(found[2].what, "Giữ 30 xe tại Công viên Logistics Viettel");
});

test("a wait here that nobody can tell is not made up", () => {
  const [divert] = measures({ ...ADVICE, waitSeconds: null, diverts: [{ ...DIVERT, exceptGoods: [] }] }, LIMITS);
  assert.match(divert.why, /wait there 9 h, here it cannot be predicted or is more than 7 d; 25 min way, room for 120\.$/);
});

test("what is not advised is not said, and a limit that is off is left out", () => {
  assert.deepEqual(measures({ ...ADVICE, diverts: [], meter: null, holds: [], stayAwayTrucks: 0 }, LIMITS), []);
  const [meter] = measures({ ...ADVICE, diverts: [], holds: [], stayAwayTrucks: 0 }, { occupancy: null });
  assert.equal(meter.why, "60 can be cleared in 24 h.");
});

test("a rate of nothing is said as such", () => {
  const meter = { exportsPerDay: 1, importsPerDay: 0, clearedPerDay: 60 };
  const [found] = measures({ ...ADVICE, diverts: [], meter, holds: [], stayAwayTrucks: 0 }, LIMITS);
  assert.equal(found.what, "Let no more trucks into the yards for now");
});
