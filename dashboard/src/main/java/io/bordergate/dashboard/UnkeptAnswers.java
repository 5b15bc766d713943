package io.bordergate.dashboard;

import io.bordergate.dashboard.trip.TripLog;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/** What all routes that tell of single trucks do alike: nobody may keep their answers, and they wait for all trips to be read. */
final class UnkeptAnswers {
    private final LiveBoard board;

    UnkeptAnswers(LiveBoard board) {
        this.board = board;
    }

    /** Says of all answers under these paths, errors too, that they may not be kept. */
    static void under(RoutesConfig routes, String... paths) {
        for (String path : paths) {
            routes.before(path, context -> context.header("Cache-Control", "no-store"));
        }
    }

    /** Empty, and the request answered, as long as the topics of trips have not been read to their end. */
    Optional<TripLog> trips(Context context) {
        Optional<TripLog> trips = board.findTrips();
        if (trips.isEmpty()) {
            Problem.of(503, "Service Unavailable", "The trips have not been read to their end yet: try again")
                    .answer(context);
        }
        return trips;
    }

    static void answer(Context context, Object value) {
        context.contentType("application/json").result(BoardJson.bytes(value));
    }
}
