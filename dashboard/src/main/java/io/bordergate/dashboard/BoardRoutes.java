package io.bordergate.dashboard;

import io.bordergate.dashboard.FeedState.Trouble;
import io.bordergate.dashboard.Question.BadQuestionException;
import io.bordergate.dashboard.access.Authentication;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can be asked of the dashboard: the page, the figures, the stream, and whether it works. All of it only reads, but
 * for the acknowledgement of an alert.
 */
final class BoardRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(BoardRoutes.class);

    private final LiveBoard board;
    private final Acknowledgements acknowledgements;
    private final DashboardConfig config;
    private final Admission admission;
    private final ClientAddress addresses;
    private final LiveEvents events;
    private final StreamRoute stream;

    BoardRoutes(
            LiveBoard board, Acknowledgements acknowledgements, DashboardConfig config, Authentication authentication) {
        this.board = board;
        this.acknowledgements = acknowledgements;
        this.config = config;
        this.addresses = new ClientAddress(config.access().behindProxy());
        this.admission = new Admission(authentication, addresses);
        this.events = new LiveEvents(board);
        this.stream = new StreamRoute(events, admission.isOn());
    }

    void addTo(RoutesConfig routes) {
        routes.before(context -> SafetyHeaders.ALL.forEach(context::header));
        routes.before(new RequestChecks(config)::check);
        new AccessControl(admission, addresses, config.access().perSecond()).addTo(routes);
        PageRoutes.addTo(routes);
        new SessionRoutes(admission, config.access().mode()).addTo(routes);
        new FigureRoutes(board).addTo(routes);
        new TripRoutes(board).addTo(routes);
        new TruckRoutes(board).addTo(routes);
        new YardRoutes(board).addTo(routes);
        new MapRoutes(board).addTo(routes);
        new AckRoutes(board, acknowledgements).addTo(routes);
        new InstallationRoutes(board, config, Instant.now()).addTo(routes);
        ApiDescription.addTo(routes);
        routes.get("/api/v1/stream", stream::answer);
        routes.get("/health", this::health);
        routes.get("/ready", this::ready);
        addFaults(routes);
    }

    private static void addFaults(RoutesConfig routes) {
        routes.exception(
                BadQuestionException.class,
                (fault, context) ->
                        Problem.of(400, "Bad Request", fault.getMessage()).answer(context));
        routes.exception(
                RefusedRequestException.class,
                (fault, context) -> fault.problem().answer(context));
        routes.exception(HttpResponseException.class, BoardRoutes::refused);
        routes.exception(Exception.class, BoardRoutes::failed);
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
                            "The request cannot be answered: only GET is, but for acknowledgements and sessions")
                    .answer(context);
        }
    }

    private static void failed(Exception fault, Context context) {
        LOG.error("{} {} failed", context.method(), context.endpoint().path, fault);
        Problem.of(500, "Internal Server Error", "The dashboard failed; its log says why")
                .answer(context);
    }
}
