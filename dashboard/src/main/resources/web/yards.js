// The yards of a gate: how many trucks stand in each, how sure that is, and how full it is.

import { element } from "./dom.js";
import { age, clock, number, percent } from "./format.js";
import { nameOf, word } from "./language.js";
import { yardAddress } from "./views.js";

// Sign and words beside the colour, which alone says nothing to many.
export function fullness(ratio, limits) {
  if (ratio === null) return null;
  if (ratio > 1) return { name: "over", sign: "▲▲▲", text: word("over") };
  if (limits.occupancy === null) return null;
  const { congested, critical } = limits.occupancy;
  if (ratio >= critical.up) return { name: "full", sign: "▲▲", text: word("atCongested", { limit: percent(critical.up) }) };
  if (ratio >= congested.up) return { name: "high", sign: "▲", text: word("atCongested", { limit: percent(congested.up) }) };
  return null;
}

const parts = (figure) =>
  word("parts", { confirmed: number(figure.confirmed), uncertain: number(figure.uncertain) });

export function bar(figure, limits) {
  const trucks = figure.confirmed + figure.uncertain;
  const scale = Math.max(figure.capacity, trucks);
  const made = element("div", "bar");
  made.setAttribute("role", "img");
  made.setAttribute("aria-label", word("barLabel",
    { trucks: number(trucks), capacity: number(figure.capacity), parts: parts(figure) }));
  for (const part of ["confirmed", "uncertain"]) {
    const piece = element("span", part);
    piece.style.width = `${(100 * figure[part]) / scale}%`;
    made.append(piece);
  }
  const marks = limits.occupancy === null ? [] : [limits.occupancy.congested.up, limits.occupancy.critical.up];
  for (const share of marks) {
    const mark = element("span", "mark");
    mark.style.left = `${(100 * share * figure.capacity) / scale}%`;
    made.append(mark);
  }
  return made;
}

export function figureLine(figure, limits) {
  const line = element("p", "figure", element("strong", "", number(figure.confirmed + figure.uncertain)));
  if (figure.capacity === null) {
    line.append(element("span", "", `${word("trucks")} · ${word("noCapacity")}`));
    return line;
  }
  line.append(element("span", "", `/ ${number(figure.capacity)} ${word("trucks")} · ${percent(figure.ratio)}`));
  const high = fullness(figure.ratio, limits);
  if (high) line.append(element("span", `fullness ${high.name}`, `${high.sign} ${high.text}`));
  return line;
}

export function footLine(figure) {
  const old = figure.ageSeconds === 0 ? word("newest") : word("ago", { age: age(figure.ageSeconds) });
  const when = `${figure.stale ? `⚠ ${word("stale")} · ` : ""}${clock(figure.asOf)} · ${old}`;
  return element("p", "small foot", element("span", "", parts(figure)),
    element("span", figure.stale ? "age warns" : "age", when));
}

/** All yards of the gate in one bar. */
export function total(gate) {
  const block = element("div", gate.total.stale ? "total stale" : "total",
    element("h3", "", word("occupancy")), figureLine(gate.total, gate.limits));
  if (gate.total.capacity !== null) block.append(bar(gate.total, gate.limits));
  block.append(footLine(gate.total));
  if (gate.total.yardsWithoutFigure > 0) {
    block.append(element("p", "small", word("left", { n: gate.total.yardsWithoutFigure })));
  }
  return block;
}

export function remark(yard, yards) {
  if (yard.counting === "BUFFER") return word("buffer");
  if (yard.counting === "NOT_IN_SITE") return word("notInSite");
  if (yard.counting !== "PART_OF_OTHER") return null;
  const around = yards.find((other) => other.id === yard.within);
  return word("partOf", { name: around ? nameOf(around) : yard.within });
}

function item(yard, gate) {
  const link = element("a", "", nameOf(yard));
  link.href = yardAddress(yard.id);
  const made = element("li", yard.stale ? "yard stale" : "yard", element("h5", "", link));
  const note = remark(yard, gate.yards);
  if (note) made.append(element("p", "small remark", note));
  if (yard.asOf === null) {
    const capacity = yard.capacity === null ? "" : ` · ${word("capacity", { n: number(yard.capacity) })}`;
    made.append(element("p", "none", `– ${word("noFigure")}${capacity}`));
    return made;
  }
  made.append(figureLine(yard, gate.limits));
  if (yard.capacity !== null) made.append(bar(yard, gate.limits));
  made.append(footLine(yard));
  return made;
}

export const yardList = (gate) =>
  element("ul", "yards", ...gate.yards.map((yard) => item(yard, gate)));
