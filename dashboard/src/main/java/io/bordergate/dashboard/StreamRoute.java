package io.bordergate.dashboard;

import io.bordergate.dashboard.access.Places;
import io.javalin.http.Context;

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

    void answer(Context context) {
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
            events.follow(context, caller.holds(), () -> places.leave(caller.client()));
        }
    }
}
