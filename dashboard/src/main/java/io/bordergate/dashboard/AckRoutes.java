package io.bordergate.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.dashboard.Acknowledgements.NotSentException;
import io.bordergate.dashboard.Question.BadQuestionException;
import io.bordergate.dashboard.gate.AlertEpisode;
import io.bordergate.event.AlertAcknowledged;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How an operator says to have seen an alert. */
final class AckRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(AckRoutes.class);
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_NOTE = 500;

    private final LiveBoard board;
    private final Acknowledgements acknowledgements;

    AckRoutes(LiveBoard board, Acknowledgements acknowledgements) {
        this.board = board;
        this.acknowledgements = acknowledgements;
    }

    /**
     * What was sent. Immutable.
     *
     * @param note null without one
     */
    record Sent(String alertId, String by, Instant eventTime, String note) {}

    void addTo(RoutesConfig routes) {
        routes.post("/api/v1/alerts/{id}/ack", this::acknowledge);
    }

    private void acknowledge(Context context) {
        JsonNode body = RequestBody.json(context);
        Problem refusal = unknown(context.pathParam("id"));
        if (refusal != null) {
            refusal.answer(context);
            return;
        }
        String by = by(context, RequestBody.text(body, "by", LONGEST_NAME));
        send(context, by, RequestBody.text(body, "note", LONGEST_NOTE));
    }

    /** Where somebody has to sign in, that name is taken and no other. */
    private static String by(Context context, String told) {
        String signedIn = Caller.of(context).name();
        if (signedIn != null && told != null) {
            throw new BadQuestionException("'by' is the name that you have signed in with: leave it out");
        }
        if (signedIn == null && told == null) {
            throw new BadQuestionException("'by' is missing: give the name or role of who has seen the alert");
        }
        return signedIn == null ? told : signedIn;
    }

    private Problem unknown(String alertId) {
        AlertEpisode alert = board.current().view().alerts().stream()
                .filter(one -> one.alertId().equals(alertId))
                .findFirst()
                .orElse(null);
        if (alert == null) {
            return Problem.of(
                    404, "Not Found", "There is no such alert: /api/v1/alerts?open=true lists those that last");
        }
        if (!alert.isOpen()) {
            return Problem.of(409, "Conflict", "The alert is over: there is nothing to acknowledge");
        }
        if (alert.acknowledgedBy() != null) {
            return Problem.of(409, "Conflict", "The alert has been acknowledged already");
        }
        return null;
    }

    private void send(Context context, String by, String note) {
        try {
            Instant boardTime = board.current().view().boardTime();
            AlertAcknowledged ack = acknowledgements.send(context.pathParam("id"), by, note, boardTime);
            Sent sent = new Sent(ack.getAlertId(), ack.getBy(), ack.getEventTime(), ack.getNote());
            context.status(202).contentType("application/json").result(BoardJson.line(sent));
        } catch (NotSentException e) {
            LOG.warn("an acknowledgement could not be sent: {}", e.getMessage());
            Problem.of(503, "Service Unavailable", "The broker or the registry does not answer: try again")
                    .answer(context);
        }
    }
}
