package io.bordergate.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.Optional;

/** The limits of one gate by which passages part and discrepancies open; an empty one is off. Immutable. */
record Limits(
        Optional<Duration> returnWithin,
        Optional<Duration> silentFor,
        Optional<Duration> moveWithin,
        Optional<Duration> noShowAfter,
        Optional<Duration> authorityLagAfter,
        Optional<Duration> confirmedNotSeenAfter,
        Optional<Duration> seenNotConfirmedAfter,
        Optional<Duration> finishedNotLeftAfter,
        Optional<Duration> overdueReturnAfter) {

    static final Limits DEFAULTS = of(MissingNode.getInstance());

    /** By the member {@code limits} of a gate; what it does not name has its default. */
    static Limits of(JsonNode limits) {
        return new Limits(
                limit(limits, "returnWithin", Duration.ofHours(6)),
                limit(limits, "silentFor", Duration.ofHours(48)),
                limit(limits, "moveWithin", Duration.ofHours(6)),
                limit(limits, "noShowAfter", Duration.ofMinutes(240)),
                limit(limits, "authorityLagAfter", Duration.ofMinutes(45)),
                limit(limits, "confirmedNotSeenAfter", Duration.ofMinutes(45)),
                limit(limits, "seenNotConfirmedAfter", Duration.ofMinutes(120)),
                limit(limits, "finishedNotLeftAfter", Duration.ofMinutes(180)),
                limit(limits, "overdueReturnAfter", Duration.ofMinutes(240)));
    }

    private static Optional<Duration> limit(JsonNode limits, String name, Duration standard) {
        if (!limits.hasNonNull(name)) {
            return Optional.of(standard);
        }
        String text = limits.path(name).asText();
        return text.equals("off") ? Optional.empty() : Optional.of(Duration.parse(text));
    }
}
