// The stream of the server, opened again whenever it ends or falls silent.

const SILENCE_LIMIT = 15000; // Milliseconds without an event; the server sends one at least every 5 s.
const RETRY = 3000;

/** Makes the replacements of a JSON Patch (RFC 6902); the server sends no other operation. */
export function applyPatch(board, patch) {
  for (const { path, value } of patch) {
    const steps = path.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = steps.pop();
    steps.reduce((place, step) => place[step], board)[last] = value;
  }
}

/** Calls back with the board after each change, with each beat, and when the connection goes. */
export function follow({ onBoard, onBeat, onLost }) {
  let source = null;
  let lastEventAt = Date.now();
  let board = null;

  function listen(name, act) {
    source.addEventListener(name, (event) => {
      lastEventAt = Date.now();
      act(JSON.parse(event.data));
    });
  }

  // A new connection begins with the whole board. One that the browser itself opens again says what came last, and goes on there.
  function connect() {
    if (source) source.close();
    source = new EventSource("/api/v1/stream");
    lastEventAt = Date.now();
    listen("board", (whole) => {
      board = whole;
      onBoard(board);
    });
    listen("patch", (patch) => {
      applyPatch(board, patch);
      onBoard(board);
    });
    listen("heartbeat", onBeat);
    source.onerror = () => {
      onLost();
      // The browser tries again by itself, except after an answer that is no stream.
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, RETRY);
    };
  }

  connect();
  // A page that is kept for the way back would keep its connection too, and a browser has six.
  window.addEventListener("pagehide", () => source.close());
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) connect();
  });
  setInterval(() => {
    if (Date.now() - lastEventAt > SILENCE_LIMIT) {
      onLost();
      connect();
    }
  }, 1000);
}
