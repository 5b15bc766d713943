// The view of single trips, and of those that a search finds.

import { element, find, icon, refill } from "./dom.js";
import { number, setZone, when } from "./format.js";
import { language, word } from "./language.js";
import { request } from "./session.js";
import { doubtsText, plateOf, sideOf, stageOf, tripParts } from "./trip-page.js";
import { placeName } from "./trip-rows.js";
import { coded, decoded, tripAddress } from "./views.js";

const SEARCH = "#trips/";
const TRIP = "#trip/";
const REFRESH = 10000;

let wanted = null; // What the address asks for: {name} or {id}; null is the board.
let answer = null;
let said = null; // Key and values of what is said in place of an answer.
let asking = 0;

const addressOf = (trip) => tripAddress(trip.tripId);

/** What an address asks for. */
export function readAddress(hash) {
  if (hash.startsWith(TRIP)) return { id: decoded(hash.slice(TRIP.length)) };
  if (hash.startsWith(SEARCH)) return { name: decoded(hash.slice(SEARCH.length)) };
  return null;
}

function take(body) {
  answer = body;
  setZone(body.timeZone);
  if (wanted.id === undefined) {
    said = body.total === 0 ? ["tripNone", { name: wanted.name }]
      : [body.total > body.trips.length ? "tripsMore" : "tripsFound", { n: number(body.total), shown: body.trips.length, name: wanted.name }];
    if (body.trips.length === 1) location.replace(addressOf(body.trips[0]));
  } else {
    said = null;
    // Its first fact has changed, and with it its id.
    if (body.trip.tripId !== wanted.id) history.replaceState(null, "", addressOf(body.trip));
  }
}

async function fail(response) {
  answer = response.status === 503 ? answer : null;
  said = { 403: ["tripsForbidden", {}], 404: ["tripGone", {}], 503: ["tripsReading", {}] }[response.status] ?? ["loadFailed", { why: (await response.json()).detail }];
}

async function ask() {
  const mine = ++asking;
  const path = wanted.id === undefined ? `/api/v1/trips?${new URLSearchParams({ q: wanted.name })}` : `/api/v1/trips/${coded(wanted.id)}`;
  try {
    const response = await request(path);
    const body = response.ok ? await response.json() : null;
    if (mine !== asking || wanted === null) return; // Something else was asked for meanwhile.
    if (body === null) await fail(response);
    else take(body);
  } catch (fault) {
    if (mine !== asking) return;
    said = ["loadFailed", { why: fault.message }];
  }
  drawTrips();
}

function line(trip, now) {
  const link = element("a", "", plateOf(trip));
  link.href = addressOf(trip);
  const time = trip.arrivedAt ?? trip.eta ?? trip.asOf;
  const open = trip.discrepancies.some((one) => one.closedAt === null);
  return element("li", "", element("p", "", link, element("span", "small", ` · ${when(time, now ?? trip.asOf)}`)),
    element("p", "small", `${placeName(trip.gate)} · ${sideOf(trip)} · ${stageOf("data", trip.dataStage)} · ${stageOf("physical", trip.physicalStage)}`),
    trip.discrepancies.length === 0 ? null : element("p", open ? "small warns" : "small", open ? icon("CONGESTED") : null, ` ${doubtsText(trip)}`));
}

export function drawTrips() {
  if (wanted === null) return;
  find("trips-said").textContent = said === null ? "" : word(...said);
  const found = answer?.trips ?? [];
  const now = answer?.boardTime ?? null;
  refill(find("trips-found"), [found, now, language()], () => found.map((trip) => line(trip, now)));
  const trip = answer?.trip ?? null;
  refill(find("trip"), [trip, now, language()], () => (trip === null ? [] : tripParts(trip, now)));
}

function goWhereAsked() {
  wanted = readAddress(location.hash);
  if (wanted === null) return;
  answer = null;
  said = ["tripLoading", {}];
  if (wanted.name !== undefined) find("trip-name").value = wanted.name;
  drawTrips();
  find("trips").focus();
  ask();
}

export function startTrips() {
  find("trip-search").addEventListener("submit", (event) => {
    event.preventDefault();
    const address = SEARCH + coded(find("trip-name").value.trim());
    if (location.hash === address) goWhereAsked();
    else location.hash = address;
  });
  window.addEventListener("hashchange", goWhereAsked);
  if (readAddress(location.hash) !== null) goWhereAsked();
  setInterval(() => {
    if (wanted !== null && !document.hidden) ask();
  }, REFRESH);
}
