// The stream of the server, opened again whenever it ends or falls silent.

const SILENCE_LIMIT = 15000; // Milliseconds without an event; the server sends one at least every 5 s.
const RETRY = 3000;

/** Calls back with each board and each beat, and with false or true as the connection goes and comes. */
export function follow({ onBoard, onBeat, onLost }) {
  let source = null;
  let lastEventAt = Date.now();

  function connect() {
    if (source) source.close();
    source = new EventSource("/api/v1/stream");
    lastEventAt = Date.now();
    source.addEventListener("board", (event) => {
      lastEventAt = Date.now();
      onBoard(JSON.parse(event.data));
    });
    source.addEventListener("heartbeat", (event) => {
      lastEventAt = Date.now();
      onBeat(JSON.parse(event.data));
    });
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
