package io.bordergate.dashboard;

import io.bordergate.dashboard.FeedState.Trouble;
import io.bordergate.dashboard.Question.BadQuestionException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can be asked of the dashboard: the page, the figures, the stream, and whether it works. All of it only reads, but
 * for the acknowledgement of an alert.
 */
final class BoardRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(BoardRoutes.class);
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final LiveBoard board;
    private final Acknowledgements acknowledgements;
    private final LiveEvents events;
    private final String host;

    BoardRoutes(LiveBoard board, Acknowledgements acknowledgements, String host) {
        this.board = board;
        this.acknowledgements = acknowledgements;
        this.events = new LiveEvents(board);
        this.host = host;
    }

    void addTo(RoutesConfig routes) {
        routes.before(context -> SafetyHeaders.ALL.forEach(context::header));
        routes.before(this::refuseForeignHost);
        PageRoutes.addTo(routes);
        new FigureRoutes(board).addTo(routes);
        new TripRoutes(board).addTo(routes);
        new AckRoutes(board, acknowledgements).addTo(routes);
        routes.get("/api/v1/stream", this::stream);
        routes.get("/health", this::health);
        routes.get("/ready", this::ready);
        routes.exception(
                BadQuestionException.class,
                (fault, context) ->
                        Problem.of(400, "Bad Request", fault.getMessage()).answer(context));
        routes.exception(HttpResponseException.class, BoardRoutes::refused);
        routes.exception(Exception.class, BoardRoutes::failed);
    }

    /** A page elsewhere may let its own name point to this machine; asked by that name, we do not answer. */
    private void refuseForeignHost(Context context) {
        String asked = context.host() == null ? "" : context.host().replaceFirst(":\\d+$", "");
        if (!OWN_NAMES.contains(asked) && !asked.equals(host)) {
            Problem.of(421, "Misdirected Request", "Ask for http://" + host + ":" + context.port() + "/")
                    .answer(context);
            context.skipRemainingHandlers();
        }
    }

    private void stream(Context context) {
        String accept = context.header("Accept");
        if (accept == null || !accept.contains("text/event-stream")) {
            Problem.of(406, "Not Acceptable", "Ask with the header Accept: text/event-stream")
                    .answer(context);
        } else {
            events.follow(context);
        }
    }

    private void health(Context context) {
        FeedState feed = board.current().feed();
        if (feed.trouble() == Trouble.STOPPED) {
            Problem.of(503, "Service Unavailable", "The reading thread has died: restart the dashboard")
                    .answer(context);
        } else {
            JsonAnswer.answer(context, Map.of("status", "up", "feed", feed, "streams", events.counts()));
        }
    }

    private void ready(Context context) {
        FeedState feed = board.current().feed();
        if (feed.caughtUp() && board.findTrips().isPresent()) {
            JsonAnswer.answer(context, Map.of("ready", true));
        } else {
            String waiting = feed.connected() ? "reading them" : "waiting for " + feed.trouble();
            Problem.of(503, "Service Unavailable", "The topics have not been read to their end yet: " + waiting)
                    .answer(context);
        }
    }

    private static void refused(HttpResponseException refusal, Context context) {
        int status = refusal.getStatus();
        if (status == 404) {
            Problem.noSuchPage().answer(context);
        } else {
            Problem.of(
                            status,
                            "Request refused",
                            "The request cannot be answered: only GET is, and POST of an acknowledgement")
                    .answer(context);
        }
    }

    private static void failed(Exception fault, Context context) {
        LOG.error("{} {} failed", context.method(), context.endpoint().path, fault);
        Problem.of(500, "Internal Server Error", "The dashboard failed; its log says why")
                .answer(context);
    }
}
