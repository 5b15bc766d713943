package io.bordergate.dashboard;

import io.bordergate.dashboard.access.Places;
import io.javalin.http.Context;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/**
 * The stream of the board for who may have it, and only as long: it ends with the session or the token. Where somebody has
 * to sign in, no name holds more than its share of the streams. Thread-safe.
 */
final class StreamRoute {
    private static final int MOST_OF_A_NAME = 20;

    private final LiveEvents events;
    private final Places places;

    StreamRoute(LiveEvents events, boolean namesAreKnown) {
        this.events = events;
        this.places = new Places(namesAreKnown ? MOST_OF_A_NAME : Integer.MAX_VALUE);
    }

    void answer(Context context) throws InterruptedException {
        String accept = context.header("Accept");
        Caller caller = Caller.of(context);
        if (accept == null || !accept.contains("text/event-stream")) {
            Problem.of(406, "Not Acceptable", "Ask with the header Accept: text/event-stream")
                    .answer(context);
        } else if (!places.enter(caller.client())) {
            Problem.of(
                            429,
                            "Too Many Requests",
                            "You have " + MOST_OF_A_NAME + " open streams: close one, or read /api/v1/gates")
                    .answer(context);
        } else {
            try {
                events.follow(context, caller.holds());
            } finally {
                leaveAtTheEnd(context, caller.client());
            }
        }
    }

    /** Now, or when the answer ends that goes on without this thread. */
    private void leaveAtTheEnd(Context context, String client) {
        if (!context.req().isAsyncStarted()) {
            places.leave(client);
            return;
        }
        try {
            context.req().getAsyncContext().addListener(new Leaving(client));
        } catch (IllegalStateException e) {
            places.leave(client); // It has ended in between.
        }
    }

    /** Gives the place back once. */
    private final class Leaving implements AsyncListener {
        private final String client;

        Leaving(String client) {
            this.client = client;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            places.leave(client);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // Completion follows.
        }

        @Override
        public void onError(AsyncEvent event) {
            // Completion follows.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            AsyncContext again = event.getAsyncContext();
            again.addListener(this);
        }
    }
}
