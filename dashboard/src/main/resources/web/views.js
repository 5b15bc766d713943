// Which view of the page is shown, and of what, follows from the part of the address behind the #, so it can be kept and sent.

import { find } from "./dom.js";

const PARTS = { board: ["gates", "alerts", "daily", "legend"], trips: ["trips"], yard: ["yard"], map: ["map"] };
const FRONTS = [["#trip/", "trips"], ["#trips/", "trips"], ["#yard/", "yard"], ["#map/", "map"]];

let shown = null;

export const coded = (text) => encodeURIComponent(text).replaceAll("%2F", "/");

export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // Typed by hand.
  }
}

export const tripAddress = (tripId) => `#trip/${coded(tripId)}`;
export const yardAddress = (yardId) => `#yard/${coded(yardId)}`;
export const mapAddress = (gateId) => `#map/${coded(gateId)}`;
export const cardAddress = (gateId) => `#gate-${coded(gateId)}`;

/** The view that an address asks for, and what of it: the board, if nothing else. */
export function viewOf(hash) {
  if (hash === "#map") return { view: "map", of: "" };
  const front = FRONTS.find(([begin]) => hash.startsWith(begin));
  return front === undefined ? { view: "board", of: "" } : { view: front[1], of: decoded(hash.slice(front[0].length)) };
}

function show() {
  const { view } = viewOf(location.hash);
  for (const [name, ids] of Object.entries(PARTS)) {
    for (const id of ids) find(id).hidden = name !== view;
  }
  document.body.dataset.view = view;
  if (shown !== null && shown !== view) {
    find(view === "board" ? decoded(location.hash.slice(1)) || "gates" : view)?.focus();
    showCard();
  }
  shown = view;
}

/** Brings the card that the address asks for into view: the browser itself could not, as long as it was not there. */
export function showCard() {
  if (location.hash.startsWith("#gate-")) find(decoded(location.hash.slice(1)))?.scrollIntoView();
}

/** To be called before the views themselves begin: they find their parts shown. */
export function startViews() {
  window.addEventListener("hashchange", show);
  show();
}
