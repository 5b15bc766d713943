// Numbers, spans and times as people read them. Times are in the zone of the site, never in that of the browser.

import { locale, word } from "./language.js";

const NARROW = "\u00a0";
let zone = "Asia/Ho_Chi_Minh";

export function setZone(next) {
  zone = next;
}

export const number = (value) => new Intl.NumberFormat(locale(), { maximumFractionDigits: 0 }).format(value);

// Rounded down, so that a limit is said only of what has reached it; but 0.57 * 100 is a little less than 57.
const down = (value) => Math.floor(value + 1e-9);
export const percent = (ratio) => `${number(down(ratio * 100))}${NARROW}%`;
export const decimal = (value) =>
  new Intl.NumberFormat(locale(), { minimumFractionDigits: 0, maximumFractionDigits: 1 }).format(down(value * 10) / 10);

/** One unit: 4 min. */
export function age(seconds) {
  if (seconds < 60) return word("seconds", { n: Math.max(0, Math.floor(seconds)) });
  if (seconds < 3600) return word("minutes", { n: Math.floor(seconds / 60) });
  if (seconds < 86400) return word("hoursShort", { n: Math.floor(seconds / 3600) });
  return word("daysShort", { n: Math.floor(seconds / 86400) });
}

/** Two units where the second matters: 2 h 05 min, 3 d 4 h. */
export function span(seconds) {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return age(seconds);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return pair("hoursShort", hours, "minutes", minutes % 60);
  return pair("daysShort", Math.floor(hours / 24), "hoursShort", hours % 24);
}

function pair(large, a, small, b) {
  const first = word(large, { n: a });
  return b === 0 ? first : word("agePair", { a: first, b: word(small, { n: b }) });
}

export const seconds = (from, to) => (Date.parse(to) - Date.parse(from)) / 1000;

function show(instant, style) {
  return new Intl.DateTimeFormat(locale(), { timeZone: zone, hourCycle: "h23", ...style }).format(new Date(instant));
}

export const clock = (instant) => show(instant, { hour: "2-digit", minute: "2-digit" });
export const clockToSecond = (instant) => show(instant, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
export const dateAndTime = (instant) =>
  show(instant, { day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit" });
const day = (instant) => show(instant, { day: "2-digit", month: "2-digit" });

/** The time, and the day where that is not the day of now. */
export function when(instant, now) {
  return day(instant) === day(now) ? clock(instant) : `${clock(instant)} ${day(instant)}`;
}

/** A date without a time, as the daily table has it. */
export function plainDate(text) {
  const [year, month, date] = text.split("-");
  return `${date}/${month}/${year}`;
}
