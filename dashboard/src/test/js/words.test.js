import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { setLanguage, word } from "../web/language.js";
import { WORDS } from "../web/words.js";

const WEB = new URL("../web/", import.meta.url);
const sources = readdirSync(WEB).filter((file) => /\.(js|html)$/.test(file) && !file.startsWith("words"))
  .map((file) => readFileSync(new URL(file, WEB), "utf8")).join("\n");

// Asked for by what the data says: levels, causes, events, sides, goods, troubles, and their like.
const BY_DATA = ["NORMAL", "BUSY", "CONGESTED", "CRITICAL", "UNKNOWN", "OCCUPANCY", "DAYS_TO_CLEAR", "WAIT", "PREDICTION",
  "OCCUPANCY_NONE", "WAIT_NONE", "PREDICTION_NONE", "OPENED", "ESCALATED", "EASED", "ACKNOWLEDGED", "RESOLVED", "EXPORT",
  "IMPORT", "REFRIGERATED", "FRUIT", "OTHER_PERISHABLE", "NEW_VEHICLE", "OTHER", "STARTING", "BROKER", "TOPICS", "REGISTRY",
  "STOPPED", "band_free", "band_high", "band_full", "band_over", "band_stale", "band_unknown"];

// Words of the values of enumerations; another test holds them against these.
const OF_KIND = /^(milestone|authority|data|physical|closed|discrepancy|channel|kind|eta)_[A-Z_]+$/;

const forms = (text) => (typeof text === "object" ? Object.values(text) : [text]);
const places = (text) => [...new Set(forms(text).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();

test("both languages have every word, with the same values in it", () => {
  assert.deepEqual(Object.keys(WORDS.vi).sort(), Object.keys(WORDS.en).sort());
  for (const key of Object.keys(WORDS.en)) {
    assert.deepEqual(places(WORDS.vi[key]), places(WORDS.en[key]), key);
    for (const text of [...forms(WORDS.vi[key]), ...forms(WORDS.en[key])]) assert.ok(text.trim().length > 0, key);
  }
});

test("a word with a plural has both forms", () => {
  for (const words of Object.values(WORDS)) {
    for (const [key, text] of Object.entries(words)) {
      if (typeof text === "object") assert.deepEqual(Object.keys(text).sort(), ["one", "other"], key);
    }
  }
});

test("every word that the page asks for is there", () => {
  const asked = [...sources.matchAll(/\bword\("(\w+)"|data-(?:word|label)="(\w+)"/g)].map((hit) => hit[1] ?? hit[2]);
  assert.ok(asked.length > 50);
  for (const key of [...asked, ...BY_DATA]) assert.ok(key in WORDS.en, key);
});

test("no word is there that the page does not ask for", () => {
  for (const key of Object.keys(WORDS.en)) {
    assert.ok(BY_DATA.includes(key) || OF_KIND.test(key) || new RegExp(`"${key}"`).test(sources), key);
  }
});

test("values are put in, and one is not many", () => {
  setLanguage("en");
  assert.equal(word("days", { n: "1" }), "1 day");
  assert.equal(word("days", { n: "2.4" }), "2.4 days");
  setLanguage("vi");
  assert.equal(word("days", { n: "1" }), "1 ngày");
});
