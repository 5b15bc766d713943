// A small chart of what is ahead: lines over 24 hours, with limits across. Shapes are SVG and stretch with the card; text is
// HTML and does not. Colours come from the style sheet; lines also differ by their dashes.

import { element, svg } from "./dom.js";
import { clock } from "./format.js";
import { word } from "./language.js";

const HEIGHT = 100;
const LINE = 13; // A line of text, in hundredths of the height.
const SIX_HOURS = 6;

/** Whole numbers that a scale may end at, as shares of a power of ten. */
export function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1e-9)));
  const step = [1, 1.2, 1.5, 2, 3, 4, 5, 6, 8, 10].find((one) => one * power >= value - 1e-9);
  return step * power;
}

/** Points of a line, at the end of each step; the first value is that of the beginning. */
export function points(values, top) {
  const last = Math.max(values.length - 1, 1);
  return values.map((value, i) => [(100 * i) / last, HEIGHT - (HEIGHT * Math.min(value, top)) / top]);
}

const path = (dots) => dots.map(([x, y], i) => `${i === 0 ? "M" : "L"}${x.toFixed(2)} ${y.toFixed(2)}`).join("");

/** Where the clock of the site shows 00:00, 06:00, 12:00 and 18:00, as share of the width. */
export function ticks(start, hours) {
  const found = [];
  for (let minute = 0; minute <= hours * 60; minute += 15) {
    const text = clock(Date.parse(start) + minute * 60000);
    const [hour, rest] = text.split(":").map(Number);
    if (rest === 0 && hour % SIX_HOURS === 0) found.push({ text, x: (100 * minute) / (hours * 60) });
  }
  return found;
}

function place(className, x, y, text) {
  const label = element("span", className, text);
  label.style.left = `${x}%`;
  if (y !== null) label.style.top = `${y}%`;
  return label;
}

function level(value, top) {
  return HEIGHT - (HEIGHT * value) / top;
}

/** Heights of labels, each above the one before by at least a line: two limits may lie closer than that. */
export function apart(heights) {
  const [lower, upper] = heights;
  const lacking = upper === undefined ? 0 : Math.max(0, LINE - (lower - upper));
  return upper === undefined ? heights : [lower + lacking / 2, upper - lacking / 2];
}

/**
 * A figure of lines {name, values}, limits {name, value, label}, over so many hours from start. The label says for those
 * who do not see it what it shows.
 */
export function chart({ label, lines, limits, start, hours, top, peak, format }) {
  const shapes = limits.filter((limit) => limit.value <= top).map((limit) =>
    svg("path", { class: `limit ${limit.name}`, d: `M0 ${level(limit.value, top)}H100` }));
  const along = ticks(start, hours);
  shapes.unshift(...along.map(({ x }) => svg("path", { class: "tick", d: `M${x} 0V${HEIGHT}` })));
  for (const line of lines) {
    const dots = points(line.values, top);
    if (lines.length === 1) shapes.push(svg("path", { class: "area", d: `${path(dots)}V${HEIGHT}H0Z` }));
    shapes.push(svg("path", { class: `line ${line.name}`, d: path(dots) }));
  }
  const plot = element("div", "plot",
    svg("svg", { viewBox: `0 0 100 ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" }, ...shapes));
  const inside = limits.filter((one) => one.value <= top);
  const heights = apart(inside.map((limit) => level(limit.value, top)));
  for (const [i, limit] of inside.entries()) {
    plot.append(place("limit-label", 100, heights[i], limit.label));
  }
  if (peak) plot.append(place(`peak${peak.x > 60 ? " left" : ""}`, peak.x, level(Math.min(peak.value, top), top), peak.text));
  // Where nothing else is drawn.
  const free = lines.every((line) => line.values[0] < 0.75 * top) && !limits.some((one) => one.value > 0.8 * top && one.value <= top);
  if (free) plot.append(place("top-label", 0, 0, format(top)));
  const axis = element("div", "axis", place("from", 0, null, word("now")), ...along.filter(({ x }) => x > 20).map(({ x, text }) => place("", x, null, text)));
  const figure = element("div", "chart", plot, axis);
  figure.setAttribute("role", "img");
  figure.setAttribute("aria-label", label);
  return figure;
}
