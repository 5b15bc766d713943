// One gate. The card stays in the page and its parts are drawn anew only when they change, so that what is open stays open
// and the keyboard stays where it is.

import { element, find, icon, link, refill } from "./dom.js";
import { advised } from "./gate-advice.js";
import { ahead, arrivals, queues } from "./gate-ahead.js";
import { badge, freshness, rank, reasons } from "./gate-reasons.js";
import { moreFigures, sides } from "./gate-sides.js";
import { language, nameOf, word } from "./language.js";
import { mapAddress } from "./views.js";
import { total, yardList } from "./yards.js";

const cards = new Map();

/** A gate at which nothing happens: none waits, none came in a day, and its yards are empty or unknown. */
export function isQuiet(gate) {
  const calm = gate.level === "NORMAL" || gate.level === null;
  const empty = gate.total === null || gate.total.confirmed + gate.total.uncertain === 0;
  const still = gate.load === null
    || gate.load.sides.every((side) => side.backlog.total === 0 && side.arrivals.inDay === 0 && side.crossings.inDay === 0);
  const idle = gate.advice === null || gate.advice.since === null;
  return calm && empty && still && idle;
}

function quietParts(gate) {
  if (gate.load === null) return [element("p", "small", word("noLoad"))];
  const states = gate.load.sides.map((side) => element("span", "state-of-side", icon(side.open ? "open" : "closed"),
    `${word(side.direction)}: ${word(side.open ? "open" : "closed")}`));
  return [element("p", "small", word("quietGate")), element("p", "small states", ...states), freshness(gate)];
}

function mainParts(gate, now, name) {
  const advice = advised(gate, now);
  if (gate.load === null) return [element("p", "small", word("noLoad")), advice, gate.total === null ? null : total(gate)];
  const age = freshness(gate);
  const parts = [element("div", "gate-part", reasons(gate, now), advice),
    element("div", "gate-part", gate.total === null ? null : total(gate), sides(gate, name)),
    element("div", "ahead", ...ahead(gate, now))];
  return gate.loadAge.stale ? [age, ...parts] : [...parts, age];
}

function detailParts(gate, name) {
  const parts = [];
  if (gate.load !== null) {
    parts.push(...arrivals(gate, name), element("h4", "", word("moreFigures")), moreFigures(gate, name), ...queues(gate));
  }
  if (gate.yards.length > 0) parts.push(element("h4", "", word("yards")), yardList(gate));
  return parts;
}

function headParts(gate, name) {
  const onMap = gate.id === null ? null
    : link(mapAddress(gate.id), "to-map small", icon("place"), word("map"), element("span", "hidden", `: ${name}`));
  return [element("h3", "", name), element("div", "gate-side", badge(gate.level), onMap)];
}

function create(key) {
  const parts = {
    root: element("article", "gate"), head: element("header", "gate-head"), main: element("div", "gate-main"),
    details: element("details", ""), summary: element("summary", ""), more: element("div", "more"),
  };
  parts.details.append(parts.summary, parts.more);
  parts.root.append(parts.head, parts.main, parts.details);
  parts.root.id = `gate-${key}`;
  parts.root.tabIndex = -1; // Where the keyboard goes when what it was on is drawn anew.
  cards.set(key, parts);
  return parts;
}

function fill(card, gate, now) {
  const name = gate.id === null ? word("noGate") : nameOf(gate);
  const quiet = isQuiet(gate);
  card.root.className = ["gate", (gate.level ?? "UNKNOWN").toLowerCase(), quiet ? "quiet" : "", gate.loadAge?.stale ? "stale" : ""]
    .filter(Boolean).join(" ");
  const made = [gate, language()];
  refill(card.head, [name, gate.level, language()], () => headParts(gate, name));
  refill(card.main, [...made, now], () => (quiet ? quietParts(gate) : mainParts(gate, now, name)));
  refill(card.summary, name + language(), () => [word("more"), element("span", "hidden", `: ${name}`)]);
  refill(card.more, made, () => detailParts(gate, name));
  card.details.hidden = gate.load === null && gate.yards.length === 0;
}

const trucksOf = (gate) => (gate.total === null ? 0 : gate.total.confirmed + gate.total.uncertain)
  + (gate.load === null ? 0 : gate.load.sides.reduce((sum, side) => sum + side.backlog.total + side.arrivals.inDay, 0));

/** The worst first; then those with trucks; then as in the site file. So cards move when a level changes, and not else. */
export function worstFirst(gates) {
  const place = new Map(gates.map((gate, i) => [gate, i]));
  return [...gates].sort((one, other) => rank(other.level) - rank(one.level)
    || Number(trucksOf(other) > 0) - Number(trucksOf(one) > 0) || place.get(one) - place.get(other));
}

// Moved only if the order has changed: a card that is moved loses the keyboard.
function arrange(place, gates) {
  const wanted = gates.map((gate) => cards.get(gate.id ?? "").root);
  const stands = wanted.length === place.children.length && wanted.every((root, i) => place.children[i] === root);
  if (!stands) place.replaceChildren(...wanted);
}

/** All cards in this order, the quiet ones apart. */
export function drawGates(gates, now) {
  const keys = gates.map((gate) => gate.id ?? "");
  gates.forEach((gate, i) => fill(cards.get(keys[i]) ?? create(keys[i]), gate, now));
  for (const [key, card] of cards) {
    if (!keys.includes(key)) {
      card.root.remove();
      cards.delete(key);
    }
  }
  arrange(find("gate-cards"), gates.filter((gate) => !isQuiet(gate)));
  arrange(find("quiet-cards"), gates.filter(isQuiet));
}
