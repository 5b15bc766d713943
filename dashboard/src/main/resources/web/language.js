// Which language the page speaks, and its words with values put in.

import { WORDS } from "./words.js";

let current = "vi";

export const language = () => current;
export const locale = () => (current === "vi" ? "vi-VN" : "en-GB");

export function setLanguage(next) {
  current = next in WORDS ? next : "vi";
}

/** The language of last time, else that of the browser, else Vietnamese. */
export function findLanguage() {
  try {
    const saved = localStorage.getItem("language");
    if (saved in WORDS) return saved;
  } catch { /* Storage may be switched off. */ }
  return navigator.language.startsWith("en") ? "en" : "vi";
}

export function keepLanguage() {
  try {
    localStorage.setItem("language", current);
  } catch { /* Then it is not remembered. */ }
}

export function word(key, values = {}) {
  let text = WORDS[current][key];
  if (text === undefined) return key;
  if (typeof text === "object") text = Number(values.n) === 1 || values.n === "1" ? text.one : text.other;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** The word of something that the product may have learnt to say after this page was written. */
export const wordOr = (key, otherwise) => (key in WORDS[current] ? word(key) : otherwise);

export const nameOf = (thing) => (current === "vi" ? thing.nameVi : thing.name) || thing.id || thing.gateId;
