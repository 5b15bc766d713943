// The question for a token, and the name of who has signed in. The token is kept nowhere in the browser.

import { find } from "./dom.js";
import { word } from "./language.js";
import { isKnown, loadSession, may, mustSignIn, role, signedInAs, signIn, signOut } from "./session.js";

const RETRY = 3000;
const ROLE_WORDS = { viewer: "roleViewer", operator: "roleOperator", admin: "roleAdmin" };

let said = null; // Key and values of why it did not work.
let started = false;

/** What is shown follows from who has signed in. */
export function drawSession() {
  const out = !isKnown() || mustSignIn() || role() === null;
  document.body.classList.toggle("signed-out", out);
  find("sign-in").hidden = !isKnown() || !out;
  find("sign-in-form").hidden = !mustSignIn();
  find("no-role").hidden = mustSignIn();
  find("who").hidden = signedInAs() === null;
  find("who-name").textContent = signedInAs() ?? "";
  find("who-role").textContent = role() === null ? word("roleNone") : word(ROLE_WORDS[role()]);
  find("sign-in-failed").hidden = said === null;
  find("sign-in-failed").textContent = said === null ? "" : `⚠ ${word(...said)}`;
  for (const part of document.querySelectorAll("[data-needs]")) part.hidden = !may(part.dataset.needs);
}

async function submit(event) {
  event.preventDefault();
  const token = find("sign-in-token").value.trim();
  if (token === "") return;
  find("sign-in-send").disabled = true;
  try {
    const refusal = await signIn(token);
    if (refusal === null) {
      location.reload();
      return;
    }
    said = { 401: ["signInWrong"], 429: ["signInTooOften"], 503: ["signInAway"] }[refusal.status] ?? ["loadFailed", { why: refusal.why }];
  } catch (fault) {
    said = ["loadFailed", { why: fault.message }];
  }
  find("sign-in-send").disabled = false;
  find("sign-in-token").value = "";
  drawSession();
  find("sign-in-token").focus();
}

/** Begins once it is known that somebody may see the board. */
export async function startSession(begin) {
  if (!started) {
    started = true;
    find("sign-in-form").addEventListener("submit", submit);
    find("sign-out").addEventListener("click", signOut);
  }
  try {
    await loadSession();
  } catch {
    setTimeout(() => startSession(begin), RETRY);
    return;
  }
  drawSession();
  if (mustSignIn()) find("sign-in-token").focus();
  else if (may("viewer")) begin();
}
