// Who has signed in, and what the role lets one see. The server decides; the page only leaves out what would be refused.

const ROLES = ["viewer", "operator", "admin"];

let session = null; // As the server told it last.
let asking = false;

export const isKnown = () => session !== null;
export const mustSignIn = () => session !== null && session.authentication !== "none" && session.name === null;
export const signedInAs = () => session?.name ?? null;
export const role = () => session?.role ?? null;
export const may = (needed) => ROLES.indexOf(role()) >= ROLES.indexOf(needed);

export async function loadSession() {
  const answer = await fetch("/api/v1/session");
  if (!answer.ok) throw new Error((await answer.json()).detail);
  session = await answer.json();
}

/** Asks the server whether the session has ended. If it has, nothing of it stays on the screen. */
export async function checkSession() {
  if (asking || signedInAs() === null) return;
  asking = true;
  try {
    const answer = await fetch("/api/v1/session");
    if (answer.status === 401 || (answer.ok && (await answer.json()).name === null)) location.reload();
  } catch { /* The connection is lost; the stream says so. */ }
  asking = false;
}

/** An answer of the server; one that asks to sign in leads to the question for a token. */
export async function request(path, options) {
  const answer = await fetch(path, options);
  if (answer.status === 401) checkSession();
  return answer;
}

/** Null once it is done, else what the server said. */
export async function signIn(token) {
  const answer = await fetch("/api/v1/session", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token }),
  });
  return answer.ok ? null : { status: answer.status, why: (await answer.json()).detail };
}

export async function signOut() {
  await fetch("/api/v1/session", { method: "DELETE" });
  location.reload();
}
