// The time line of a trip: what was declared and confirmed, what was seen, and where the two contradict each other, in the
// order of time. Rows are plain texts, drawn elsewhere.

import { age, seconds, span, when } from "./format.js";
import { nameOf, word, wordOr } from "./language.js";

const LATE = 300; // Seconds from a confirmation to its receipt that are worth a word.
const SIDES = ["data", "seen", "doubt", "now"];

export const placeName = (place) => (place === null ? word("tripNoGate") : nameOf(place));
export const authorityName = (authority) => wordOr(`authority_${authority}`, authority);
const milestoneName = (type) => wordOr(`milestone_${type}`, type);
export const doubtName = (kind) => wordOr(`discrepancy_${kind}`, kind);

function paperRows(trip) {
  const many = trip.declarations.length > 1;
  const of = (id) => (many ? ` · ${id}` : "");
  const rows = [];
  for (const one of trip.declarations) {
    const by = `${authorityName("ENTERPRISE")}${of(one.declarationId)}`;
    rows.push({ at: one.declaredAt, side: "data", title: milestoneName("DECLARED"), detail: by });
    if (one.plannedArrival !== null) {
      rows.push({ at: one.plannedArrival, side: "data", plan: true, title: word("tripPlanned"), detail: by });
    }
    if (one.cancelledAt !== null) rows.push({ at: one.cancelledAt, side: "data", title: milestoneName("CANCELLED"), detail: by });
  }
  for (const one of trip.milestones) {
    const late = seconds(one.eventTime, one.recordTime);
    const told = [`${authorityName(one.authority)}${of(one.declarationId)}`];
    if (late > LATE) told.push(word("tripReceived", { age: age(late) }));
    rows.push({ at: one.eventTime, side: "data", title: milestoneName(one.type), detail: told.join(" · ") });
  }
  return rows;
}

function crossing(stay) {
  const zone = placeName(stay.zone);
  const title = { LEFT_TO_RIGHT: word("tripOut", { zone }), RIGHT_TO_LEFT: word("tripIn", { zone }) }[stay.direction] ?? word("tripOver", { zone });
  return [{ at: stay.leftAt ?? stay.enteredAt, side: "seen", title, detail: "" }];
}

function visit(stay) {
  const zone = placeName(stay.zone);
  const stands = stay.leftAt !== null ? "" : word(stay.certainty === "UNCERTAIN" ? "tripUncertain" : "tripStands");
  const rows = [{ at: stay.enteredAt, side: "seen", title: word("tripEnters", { zone }), detail: stands }];
  if (stay.leftAt !== null) {
    const title = word(stay.closedBy === "SILENCE" ? "tripSilent" : "tripLeaves", { zone });
    rows.push({ at: stay.leftAt, side: "seen", title, detail: word("tripStayed", { age: span(seconds(stay.enteredAt, stay.leftAt)) }) });
  }
  return rows;
}

// Facts are told as "TYPE by AUTHORITY", by the id of a place, or in a few fixed words.
const FACTS = { expected: "factExpected", declared: "factDeclared", finished: "factFinished", left: "factLeft", "first confirmation": "factFirst" };
const PLACED = [["last seen in ", "factLastSeen"], ["seen at ", "factSeen"], ["declared for ", "factFor"]];

function factText(fact, places) {
  if (fact in FACTS) return word(FACTS[fact]);
  const [type, authority] = fact.split(" by ");
  if (authority !== undefined) return word("factBy", { what: milestoneName(type), authority: authorityName(authority) });
  const name = (ids) => ids.split(" ").map((id) => places.get(id) ?? id).join(", ");
  const placed = PLACED.find(([begin]) => fact.startsWith(begin));
  return placed === undefined ? name(fact) : word(placed[1], { place: name(fact.slice(placed[0].length)) });
}

function placesOf(trip) {
  const all = [trip.gate, trip.movedFrom, ...trip.stays.map((stay) => stay.zone), ...trip.declarations.flatMap((one) => [one.gate, one.yard])];
  return new Map(all.filter((place) => place !== null).map((place) => [place.id, nameOf(place)]));
}

function doubtRows(trip, now) {
  const places = placesOf(trip);
  return trip.discrepancies.flatMap((one) => {
    const what = doubtName(one.kind);
    const facts = one.evidence.map(({ fact, at }) =>
      (at === null ? factText(fact, places) : word("factAt", { fact: factText(fact, places), time: when(at, now) }))).join("; ");
    const because = facts === "" ? "" : word("tripBecause", { facts });
    const open = one.closedAt === null;
    const rows = [{ at: one.openedAt, side: "doubt", opens: one.kind, lasts: open, title: word("tripOpened", { what }), detail: because }];
    if (!open) {
      rows.push({ at: one.closedAt, side: "doubt", closes: one.kind, title: word("tripClosed", { what }),
        detail: word("tripLasted", { age: span(seconds(one.openedAt, one.closedAt)) }) });
    }
    return rows;
  });
}

function nowRows(trip, now) {
  const rows = [];
  if (trip.endedAt === null && now !== null) rows.push({ at: now, side: "now", title: word("tripNow"), detail: "" });
  if (trip.eta !== null && trip.etaBasis === "POSITION") {
    rows.push({ at: trip.eta, side: "seen", plan: true, title: word("tripExpected", { gate: placeName(trip.gate) }), detail: word("eta_POSITION") });
  }
  return rows;
}

/** All rows in order, each with whether some discrepancy is open after it. */
export function rowsOf(trip, now) {
  const rows = [...paperRows(trip), ...trip.stays.flatMap((stay) => (stay.kind === "CROSSING" ? crossing(stay) : visit(stay))),
    ...doubtRows(trip, now ?? trip.asOf), ...nowRows(trip, now)];
  rows.sort((one, other) => Date.parse(one.at) - Date.parse(other.at) || SIDES.indexOf(one.side) - SIDES.indexOf(other.side));
  const open = new Set();
  return rows.map((row) => {
    if (row.opens) open.add(row.opens);
    if (row.closes) open.delete(row.closes);
    if (row.side === "now") open.clear(); // Nothing is known of what comes.
    return { ...row, inDoubt: open.size > 0 };
  });
}
