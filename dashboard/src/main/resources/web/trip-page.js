// One trip as a page: how it stands, its declarations, and the two flows side by side on one time line.

import { element, icon } from "./dom.js";
import { clock, number, seconds, span, when } from "./format.js";
import { word, wordOr } from "./language.js";
import { doubtName, placeName, rowsOf } from "./trip-rows.js";

export function plateOf(trip) {
  const colon = trip.truckId.indexOf(":");
  return colon < 0 ? trip.truckId : `${trip.truckId.slice(colon + 1)} (${trip.truckId.slice(0, colon)})`;
}

export const stageOf = (kind, value) => wordOr(`${kind}_${value}`, value);
export const sideOf = (trip) => (trip.direction === "UNKNOWN" ? word("tripNoDirection") : wordOr(trip.direction, trip.direction));

function waitText(trip, now) {
  if (trip.arrivedAt === null) return null;
  if (trip.endedAt === null && trip.crossedAt === null && now !== null) {
    return word("tripWaits", { age: span(Math.max(0, seconds(trip.arrivedAt, now))), time: when(trip.arrivedAt, now) });
  }
  return trip.waitSeconds === null ? null : span(trip.waitSeconds);
}

/** Discrepancies in words: the open ones by name, of the others how many. */
export function doubtsText(trip) {
  const open = trip.discrepancies.filter((one) => one.closedAt === null);
  const past = trip.discrepancies.length - open.length;
  const told = [];
  if (open.length > 0) told.push(`${word("tripDoubtsOpen", { n: number(open.length) })}: ${open.map((one) => doubtName(one.kind)).join(", ")}`);
  if (past > 0) told.push(word("tripDoubtsPast", { n: number(past) }));
  return told.length === 0 ? word("tripNoDoubts") : told.join(" · ");
}

function facts(trip, now) {
  const gate = trip.movedFrom === null ? placeName(trip.gate) : `${placeName(trip.gate)}, ${word("tripMovedFrom", { gate: placeName(trip.movedFrom) })}`;
  const time = (instant) => when(instant, now ?? trip.asOf);
  const end = trip.endedAt === null ? word("tripGoesOn") : word("tripEnded", { how: stageOf("closed", trip.closedBy), time: time(trip.endedAt) });
  return [
    ["tripGate", gate], ["tripDirection", sideOf(trip)], ["tripKind", stageOf("kind", trip.kind)],
    ["tripData", stageOf("data", trip.dataStage)], ["tripSeen", stageOf("physical", trip.physicalStage)],
    ["tripEta", trip.eta === null ? null : word("tripEtaBy", { time: time(trip.eta), basis: stageOf("eta", trip.etaBasis) })],
    ["tripWait", waitText(trip, now)], ["tripLastSeen", trip.lastSeenAt === null ? null : time(trip.lastSeenAt)],
    ["tripEnd", end], ["tripDoubts", doubtsText(trip)],
  ].filter(([, text]) => text !== null);
}

function goodsText(goods) {
  const name = wordOr(goods.category, goods.category);
  return goods.refrigerated ? word("tripCold", { goods: name }) : name;
}

function declaration(one, now) {
  const told = [stageOf("data", one.stage), one.gate === null ? null : placeName(one.gate),
    one.yard === null ? null : word("tripYard", { name: placeName(one.yard) }),
    one.plannedArrival === null ? null : word("tripPlan", { time: when(one.plannedArrival, now) }),
    one.channel === null ? null : word("tripChannel", { channel: stageOf("channel", one.channel) }),
    ...one.goods.map(goodsText), one.trailer === null ? null : word("tripTrailer", { plate: one.trailer }),
    one.cancelledAt === null ? null : word("tripCancelled", { time: when(one.cancelledAt, now) })];
  return element("li", "", element("strong", "", word("tripDeclaration", { id: one.declarationId })),
    element("p", "small", told.filter((text) => text !== null).join(" · ")));
}

function rowOf(row, now) {
  const time = element("time", "", when(row.at, now));
  time.dateTime = row.at;
  const side = { data: "tripPaper", seen: "tripRoad" }[row.side];
  const mark = row.side === "doubt" ? icon(row.opens ? "CONGESTED" : "RESOLVED") : null;
  const text = element("div", "event", element("p", "", mark, side === undefined ? null : element("span", "hidden", `${word(side)}: `),
    element("strong", "", row.title), row.lasts ? element("span", "lasting", word("tripLasts")) : null),
  row.detail === "" ? null : element("p", "small", row.detail));
  const classes = ["row", row.side, row.plan ? "plan" : "", row.opens ? "opens" : "", row.inDoubt ? "in-doubt" : ""];
  return element("li", classes.filter(Boolean).join(" "), time, text);
}

function timeLine(trip, now) {
  const heads = element("div", "flow-heads", element("span", "", word("tripPaper")), element("span", "", word("tripTime")), element("span", "", word("tripRoad")));
  heads.setAttribute("aria-hidden", "true");
  return [element("h4", "", word("tripLine")), heads, element("ol", "flows", ...rowsOf(trip, now).map((row) => rowOf(row, now ?? trip.asOf)))];
}

/** The parts of the page of a trip; now is the time of the board, null before any figure. */
export function tripParts(trip, now) {
  const list = element("dl", "trip-facts");
  for (const [key, text] of facts(trip, now)) list.append(element("dt", "", word(key)), element("dd", `fact-${key}`, text));
  const papers = trip.declarations.length === 0 ? element("p", "none", word("tripUndeclared"))
    : element("ul", "papers", ...trip.declarations.map((one) => declaration(one, now ?? trip.asOf)));
  return [element("h3", "", word("tripTitle", { plate: plateOf(trip) })), list, element("h4", "", word("tripDeclarations")), papers,
    ...timeLine(trip, now), element("p", "small", word("tripAsOf", { time: clock(trip.asOf) }))];
}
