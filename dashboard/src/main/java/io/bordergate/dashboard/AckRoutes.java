package io.bordergate.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.dashboard.Acknowledgements.NotSentException;
import io.bordergate.dashboard.Question.BadQuestionException;
import io.bordergate.dashboard.gate.AlertEpisode;
import io.bordergate.event.AlertAcknowledged;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How an operator says to have seen an alert. Only the page itself and programs on this machine can, no page elsewhere. */
final class AckRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(AckRoutes.class);
    private static final int LONGEST_BODY = 4_096;
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
        Problem refusal = refusal(context);
        if (refusal != null) {
            refusal.answer(context);
            return;
        }
        JsonNode body = body(context);
        String by = text(body, "by", LONGEST_NAME);
        if (by == null) {
            throw new BadQuestionException("'by' is missing: give the name or role of who has seen the alert");
        }
        send(context, by, text(body, "note", LONGEST_NOTE));
    }

    /** Null if the request may be looked at. */
    private Problem refusal(Context context) {
        String type = context.contentType();
        if (type == null || !type.startsWith("application/json")) {
            return Problem.of(415, "Unsupported Media Type", "Send JSON, with Content-Type: application/json");
        }
        if (isFromElsewhere(context)) {
            return Problem.of(
                    403, "Forbidden", "Only the board's own page may acknowledge: open it by its own address");
        }
        if (context.contentLength() > LONGEST_BODY || context.bodyAsBytes().length > LONGEST_BODY) {
            return Problem.of(413, "Content Too Large", "Send at most " + LONGEST_BODY + " bytes");
        }
        return unknown(context.pathParam("id"));
    }

    /** A browser says from where a request comes; other programs need not. */
    private static boolean isFromElsewhere(Context context) {
        String site = context.header("Sec-Fetch-Site");
        String origin = context.header("Origin");
        return (site != null && !site.equals("same-origin"))
                || (origin != null && !origin.equals("http://" + context.host()));
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

    private static JsonNode body(Context context) {
        try {
            JsonNode body = BoardJson.MAPPER.readTree(context.bodyAsBytes());
            if (body == null || !body.isObject()) {
                throw new BadQuestionException("The body must be an object such as {\"by\": \"shift 2\"}");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new BadQuestionException("The body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new BadQuestionException("The body cannot be read");
        }
    }

    /** Null if it is not given, or blank. */
    private static String text(JsonNode body, String name, int longest) {
        JsonNode node = body.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        String text = node.asText().strip();
        boolean plain = text.codePoints().noneMatch(Character::isISOControl);
        if (!node.isTextual() || !plain || text.length() > longest) {
            throw new BadQuestionException("'" + name + "' must be a line of at most " + longest + " characters");
        }
        return text.isEmpty() ? null : text;
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
