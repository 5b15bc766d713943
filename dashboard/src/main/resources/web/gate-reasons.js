// How congested a gate is, since when and why, in words.

import { ackButton } from "./ack.js";
import { element, icon } from "./dom.js";
import { clock, decimal, percent, seconds, span, when } from "./format.js";
import { nameOf, word, wordOr } from "./language.js";

const RANKS = ["UNKNOWN", "NORMAL", "BUSY", "CONGESTED", "CRITICAL"];

/** The higher the worse; a gate without figures comes last. */
export const rank = (level) => RANKS.indexOf(level ?? "");

export const levelName = (level) => (level === null ? word("noLevel") : wordOr(level, word("UNKNOWN")));

/** Icon, word and colour of a level. */
export function badge(level) {
  const name = level ?? "UNKNOWN";
  return element("span", `badge ${name.toLowerCase()}`, icon(name), element("span", "", levelName(level)));
}

/** Above which value a level begins, in the unit of its measure. */
function limitOf(measure, threshold) {
  if (measure === "DAYS_TO_CLEAR") return word("limitDays", { n: decimal(threshold) });
  return measure === "WAIT" ? span(threshold * 60) : percent(threshold);
}

function valueOf(measure, value) {
  if (measure === "DAYS_TO_CLEAR") return decimal(value);
  return measure === "WAIT" ? span(value * 60) : percent(value);
}

/** One cause as a clause: what is measured, its value and the limit it reached. */
export function causeText(cause, now) {
  const { measure, value, threshold, expectedAt } = cause;
  if (value === null) return withoutValue(measure);
  if (!["OCCUPANCY", "DAYS_TO_CLEAR", "WAIT", "PREDICTION"].includes(measure)) return word("UNKNOWN_CAUSE");
  const shown = valueOf(measure, value);
  const limit = threshold === null ? null : limitOf(measure, threshold);
  if (measure === "PREDICTION" && expectedAt !== null && limit !== null) {
    return word("PREDICTION_AT", { value: shown, limit, time: when(expectedAt, now) });
  }
  const text = word(measure, { value: shown, n: shown });
  if (limit === null) return text;
  return value < threshold && cause.holdsDownTo !== undefined
    ? word("limitHeld", { text, limit, down: limitOf(measure, cause.holdsDownTo) }) : word("limit", { text, limit });
}

function withoutValue(measure) {
  return measure === "DAYS_TO_CLEAR" ? word("NOTHING_CLEARED") : wordOr(`${measure}_NONE`, word("UNKNOWN_CAUSE"));
}

function sinceText(scope, now) {
  const since = scope.since ?? scope.openedAt;
  return since === null ? null : word("sinceFor", { time: when(since, now), age: span(seconds(since, now)) });
}

/** When it all began, if it began on another level. */
function beganText(scope, now) {
  const same = scope.openedAt === null || scope.since === null || scope.since === scope.openedAt;
  return same ? null : word("episodeSince", { time: when(scope.openedAt, now) });
}

function why(scope, load, now) {
  if (scope.reasons.length > 0) return scope.reasons.map((reason) => causeText(reason, now)).join("; ");
  const side = load.sides.find((one) => one.direction === scope.direction);
  return word(load.confident && (side === undefined || side.open) ? "held" : "heldUnsure");
}

function seen(scope, what) {
  if (scope.alertId === null) return null;
  if (scope.acknowledgedBy === null) return ackButton(scope.alertId, what);
  return element("p", "small seen", icon("ACKNOWLEDGED"), word("acknowledgedBy", { by: scope.acknowledgedBy }));
}

function line(scope, gate, now) {
  const what = `${levelName(scope.level)} · ${word(scope.direction ?? "GATE")}`;
  const head = element("p", "reason-head", element("strong", "", icon(scope.level), ` ${what}`),
    element("span", "since", sinceText(scope, now)));
  const began = beganText(scope, now);
  const text = element("p", "why", why(scope, gate.load, now), began && element("span", "small", ` · ${began}`));
  return element("li", `reason ${scope.level.toLowerCase()}`, head, text, seen(scope, `${nameOf(gate)} · ${what}`));
}

/** A line for each part of the gate that is not normal, the worst first. */
export function reasons(gate, now) {
  const raised = gate.scopes.filter((scope) => rank(scope.level) > rank("NORMAL"))
    .sort((one, other) => rank(other.level) - rank(one.level));
  if (raised.length === 0) return element("p", "calm", word("noCongestion"));
  return element("ul", "reasons", ...raised.map((scope) => line(scope, gate, now)));
}

/** How old the figures are, and whether they can be relied on. */
export function freshness(gate) {
  const { load, loadAge } = gate;
  const time = clock(load.at);
  const told = [loadAge.stale ? word("oldFigures", { time, age: span(loadAge.seconds) }) : word("figuresOf", { time })];
  if (load.inputAgeSeconds > 300) told.push(word("inputLag", { age: span(load.inputAgeSeconds) }));
  const warns = loadAge.stale || told.length > 1;
  // Of no account where no level could fall: so is every closed gate at night.
  if (!load.confident && rank(gate.level) > rank("NORMAL")) told.push(word("unsure"));
  return element("p", warns ? "small age warns" : "small age", `${warns ? "⚠ " : ""}${told.join(" · ")}`);
}
