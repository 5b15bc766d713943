// An operator says to have seen an alert. Who it is, is the signed-in name; without one it is remembered in this browser.

import { element, find } from "./dom.js";
import { word } from "./language.js";
import { may, request, signedInAs } from "./session.js";

let asked = null;
let opener = null;

function savedName() {
  try {
    return localStorage.getItem("operator") ?? "";
  } catch {
    return ""; // Storage may be switched off.
  }
}

function keepName(name) {
  try {
    localStorage.setItem("operator", name);
  } catch { /* Then it is not remembered. */ }
}

/** The button that opens the question for an alert; what says in words which one. Null for who may not. */
export function ackButton(alertId, what) {
  if (!may("operator")) return null;
  const button = element("button", "ack", word("acknowledge"), element("span", "hidden", `: ${what}`));
  button.type = "button";
  button.addEventListener("click", () => {
    asked = alertId;
    opener = button.closest("article");
    find("ack-what").textContent = what;
    find("ack-by").value = signedInAs() ?? savedName();
    find("ack-by").readOnly = signedInAs() !== null;
    find("ack-note").value = "";
    tell("");
    find("ack").showModal();
    find(find("ack-by").value === "" ? "ack-by" : "ack-note").focus();
  });
  return button;
}

function tell(text) {
  find("ack-failed").textContent = text;
  find("ack-failed").hidden = text === "";
}

async function send() {
  const by = find("ack-by").value.trim();
  const note = find("ack-note").value.trim();
  const answer = await request(`/api/v1/alerts/${encodeURIComponent(asked)}/ack`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...(signedInAs() === null ? { by } : {}), ...(note === "" ? {} : { note }) }),
  });
  if (!answer.ok) throw new Error((await answer.json()).detail ?? answer.status);
  if (signedInAs() === null) keepName(by);
}

async function submit(event) {
  event.preventDefault();
  if (!find("ack-form").reportValidity()) return;
  find("ack-send").disabled = true;
  try {
    await send();
    find("ack").close();
  } catch (fault) {
    tell(`⚠ ${word("ackFailed", { why: fault.message })}`);
  }
  find("ack-send").disabled = false;
}

export function startAck() {
  find("ack-form").addEventListener("submit", submit);
  find("ack-cancel").addEventListener("click", () => find("ack").close());
  // The button itself may have been drawn anew in the meantime.
  find("ack").addEventListener("close", () => opener?.focus());
}
