// The daily tables, asked for when they change; what is older is asked for by hand.

import { element, find, refill } from "./dom.js";
import { number, plainDate } from "./format.js";
import { language, nameOf, word } from "./language.js";
import { request } from "./session.js";

const PAGE = 36;
const COLUMNS = ["exportedFruit", "exportedOther", "importedCargo", "importedVehicles", "arrived", "movedIn", "turnedBack",
  "movedOut", "stock", "stockFruit", "stockOther", "stockUndeclared", "change"];

let days = [];
let next = null;
let drawn = null;
let asking = false;
let wanted = null;
let failure = null;

async function ask(offset) {
  const gate = find("daily-gate").value;
  const question = new URLSearchParams({ limit: PAGE, offset });
  if (gate !== "") question.set("gate", gate);
  const answer = await request(`/api/v1/daily?${question}`);
  if (!answer.ok) throw new Error((await answer.json()).detail ?? answer.status);
  return answer.json();
}

async function load(offset) {
  asking = true;
  try {
    const page = await ask(offset);
    days = offset === 0 ? page.days : [...days, ...page.days];
    next = page.next;
    failure = null;
  } catch (fault) {
    failure = fault.message;
  }
  asking = false;
  drawDaily();
}

/** Asks again if the tables are others than those that were asked for last. */
export async function followDaily(revision) {
  wanted = revision;
  while (!asking && wanted !== drawn) {
    drawn = wanted;
    await load(0);
    if (failure !== null) {
      drawn = null; // The next board asks again.
      return;
    }
  }
}

const signed = (value) => `${value > 0 ? "+" : ""}${number(value)}`;

function row({ name, nameVi, day }) {
  const gate = element("th", "", nameOf({ name, nameVi, id: day.gateId }));
  gate.scope = "row";
  const date = element("td", "date", plainDate(day.date));
  if (day.revision > 1) date.append(" ", element("span", "small", word("revision", { n: day.revision })));
  const cells = COLUMNS.map((column) =>
    element("td", column === "stock" ? "number strong" : "number", column === "change" ? signed(day[column]) : number(day[column])));
  return element("tr", "", gate, date, ...cells);
}

export function drawDaily() {
  refill(find("daily-rows"), [days, language()], () => days.map(row));
  find("daily-none").hidden = days.length > 0 || failure !== null;
  find("daily-scroll").hidden = days.length === 0;
  find("daily-more").hidden = next === null;
  find("daily-failed").hidden = failure === null;
  find("daily-failed").textContent = failure === null ? "" : `⚠ ${word("loadFailed", { why: failure })}`;
}

/** The choice of gates keeps what was chosen. */
export function drawChoice(gates) {
  const choice = find("daily-gate");
  const chosen = choice.value;
  const named = gates.filter((gate) => gate.id !== null);
  refill(choice, [named.map((gate) => [gate.id, nameOf(gate)]), language()], () =>
    [["", word("allGates")], ...named.map((gate) => [gate.id, nameOf(gate)])].map(([id, name]) => {
      const option = element("option", "", name);
      option.value = id;
      return option;
    }));
  choice.value = chosen;
}

export function startDaily() {
  find("daily-gate").addEventListener("change", () => {
    const gate = find("daily-gate").value;
    find("daily-csv").href = gate === "" ? "/api/v1/daily.csv" : `/api/v1/daily.csv?${new URLSearchParams({ gate })}`;
    load(0);
  });
  find("daily-print").addEventListener("click", () => print());
  find("daily-more").addEventListener("click", () => load(next));
}
