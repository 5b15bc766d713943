// What could be done about a gate that fills up: each measure in words, with the figures it rests on.

import { element, icon } from "./dom.js";
import { clock, decimal, number, percent, seconds, span, when } from "./format.js";
import { nameOf, word, wordOr } from "./language.js";

const HOURS = 24;

const down = (trucks) => number(Math.floor(trucks + 1e-9));

function divertText(advice, divert) {
  const shown = {
    of: number(Math.round(advice.movableTrucks)), wait: span(divert.waitSeconds), way: span(divert.waySeconds),
    room: down(divert.roomTrucks),
  };
  const told = advice.waitSeconds === null ? [word("divertBlind", shown)] : [word("divertWhy", { ...shown, here: span(advice.waitSeconds) })];
  if (divert.exceptGoods.length > 0) {
    told.push(word("divertExcept", { goods: divert.exceptGoods.map((one) => wordOr(one, one)).join(", ") }));
  }
  return told.join(" ");
}

function meterText(advice, limits) {
  const told = [word("meterWhy", { cleared: down(advice.meter.clearedPerDay) })];
  if (limits.occupancy !== null && advice.yardCapacity > 0) {
    told.push(word("meterPlaces", { places: down(limits.occupancy.congested.down * advice.yardCapacity), of: number(advice.yardCapacity) }));
  }
  return told.join(" ");
}

const perHour = (perDay) => decimal(perDay / HOURS);

/** Each measure as {kind, what, why}, in the order in which it should be taken. */
export function measures(advice, limits) {
  const told = advice.diverts.map((divert) => ({
    kind: "divert", what: word("divert", { n: number(divert.trucks), gate: nameOf(divert) }), why: divertText(advice, divert),
  }));
  if (advice.meter !== null) {
    const shown = { export: perHour(advice.meter.exportsPerDay), import: perHour(advice.meter.importsPerDay) };
    const none = Object.values(shown).every((n) => n === perHour(0));
    told.push({ kind: "meter", what: word(none ? "meterNone" : "meter", shown), why: meterText(advice, limits) });
  }
  for (const hold of advice.holds) {
    told.push({
      kind: "hold", what: word("hold", { n: number(hold.trucks), yard: nameOf({ ...hold, id: hold.yardId }) }),
      why: word("holdWhy", { room: down(hold.roomTrucks), stand: number(hold.yardTrucks) }),
    });
  }
  if (advice.stayAwayTrucks > 0) {
    told.push({ kind: "stayAway", what: word("stayAway", { n: number(advice.stayAwayTrucks) }), why: word("stayAwayWhy") });
  }
  return told;
}

/** What is too much, and by which limit. */
function need(advice, limits) {
  const shown = { n: number(Math.round(advice.excessTrucks)), top: percent(advice.greatestOccupancy ?? 0) };
  if (limits.occupancy === null || advice.greatestOccupancy === null) return word("adviceNeed", shown);
  return word("adviceNeedLimit", { ...shown, down: percent(limits.occupancy.congested.down) });
}

function age(advice) {
  const time = clock(advice.at);
  if (!advice.age.stale) return element("p", "small", word("adviceOf", { time }));
  return element("p", "small warns", `⚠ ${word("adviceOld", { time, age: span(advice.age.seconds) })}`);
}

/** The part of a card that says what to do; one line where nothing needs to be done, none where nothing is known. */
export function advised(gate, now) {
  const { advice, limits } = gate;
  if (advice === null) return null;
  const classes = `advice${advice.age.stale ? " stale" : ""}`;
  if (advice.since === null) {
    return element("div", `${classes} calm-advice`, element("p", "small", word("adviceCalm")), advice.age.stale ? age(advice) : null);
  }
  const since = word("sinceFor", { time: when(advice.since, now), age: span(seconds(advice.since, now)) });
  const found = measures(advice, limits);
  const list = element("ul", "measures", ...found.map(({ kind, what, why }) =>
    element("li", `measure ${kind}`, icon(kind), element("div", "", element("strong", "", what), element("p", "small", why)))));
  return element("section", classes,
    element("h3", "", element("span", "", word("advice")), element("span", "small since", since)),
    element("p", "small", need(advice, limits)),
    found.length === 0 ? element("p", "none", word("adviceNone")) : list, age(advice));
}
