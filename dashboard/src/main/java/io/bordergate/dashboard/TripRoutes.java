package io.bordergate.dashboard;

import io.bordergate.dashboard.Question.BadQuestionException;
import io.bordergate.dashboard.trip.KnownTrip;
import io.bordergate.dashboard.trip.TripLog;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Single trucks by their plates. Whoever asks knows one already, and nobody may keep what was answered. */
final class TripRoutes {
    private static final String LIST = "/api/v1/trips";
    /** An id holds the plate as the tracker gives it, which may have a slash. */
    private static final String ONE = LIST + "/<id>";

    private static final Set<String> OF_SEARCH = Set.of("q");
    private static final int LONGEST_NAME = 64;
    private static final int MOST = 50;

    private final LiveBoard board;
    private final UnkeptAnswers unkept;

    TripRoutes(LiveBoard board) {
        this.board = board;
        this.unkept = new UnkeptAnswers(board);
    }

    void addTo(RoutesConfig routes) {
        UnkeptAnswers.under(routes, LIST, ONE);
        routes.get(LIST, this::search);
        routes.get(ONE, this::one);
    }

    private void search(Context context) {
        String name = Question.of(context, OF_SEARCH).text("q").orElse("");
        if (!TripLog.isName(name) || name.length() > LONGEST_NAME) {
            throw new BadQuestionException(
                    "'q' must be a plate or the number of a declaration, of at most " + LONGEST_NAME + " characters");
        }
        Optional<TripLog> trips = unkept.trips(context);
        if (trips.isPresent()) {
            BoardView view = board.current().view();
            List<KnownTrip> found = trips.get().search(name);
            List<TripView> shown = found.stream()
                    .limit(MOST)
                    .map(trip -> TripView.of(trip, view.site()))
                    .toList();
            UnkeptAnswers.answer(
                    context, new TripList(view.boardTime(), view.site().timeZone(), found.size(), shown));
        }
    }

    private void one(Context context) {
        Question.of(context, Set.of());
        Optional<TripLog> trips = unkept.trips(context);
        if (trips.isPresent()) {
            Optional<KnownTrip> found = trips.get().find(context.pathParam("id"));
            if (found.isEmpty()) {
                notFound(context);
            } else if (found.get().isWithdrawn()) {
                follow(context, found.get());
            } else {
                BoardView view = board.current().view();
                TripView trip = TripView.of(found.get(), view.site());
                UnkeptAnswers.answer(
                        context, new OneTrip(view.boardTime(), view.site().timeZone(), trip));
            }
        }
    }

    private static void notFound(Context context) {
        Problem.of(
                        404,
                        "Not Found",
                        "There is no such trip, or it ended more than " + TripLog.KEPT.toDays()
                                + " days ago: /api/v1/trips?q= finds trips by plate or declaration")
                .answer(context);
    }

    /** A trip whose first fact has changed goes on under another id. */
    private static void follow(Context context, KnownTrip withdrawn) {
        String next = withdrawn.trip().getSupersededBy();
        if (next == null) {
            notFound(context);
        } else {
            String path = URLEncoder.encode(next, StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace("%2F", "/");
            context.status(307).header("Location", LIST + "/" + path);
        }
    }

    /**
     * Trips, the newest first. Immutable.
     *
     * @param total how many there are, these and others
     */
    record TripList(Instant boardTime, String timeZone, int total, List<TripView> trips) {}

    /** One trip. Immutable. */
    record OneTrip(Instant boardTime, String timeZone, TripView trip) {}
}
