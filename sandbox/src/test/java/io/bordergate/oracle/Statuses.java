package io.bordergate.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A whole file of gate status, of which only the fates and the last moment known matter here. Immutable. */
record Statuses(Optional<Instant> clock, FateTable fates) {

    private static final List<String> WORDS = List.of("OPEN", "CLOSED", "REDUCED");
    private static final Instant FIRST_TIME = Instant.parse("2001-01-01T00:00:00Z");

    static Statuses of(List<String> texts, Instant now) {
        FateTable fates = new FateTable("status");
        Optional<Instant> clock = Optional.empty();
        for (String text : texts) {
            try {
                JsonFields line = readable(text);
                Instant eventTime = line.time("eventTime");
                Instant recordTime = line.findTime("recordTime").orElse(eventTime);
                fates.count(eventTime.isBefore(FIRST_TIME) ? Fate.quarantined("BAD_TIME") : Fate.AWAITS_GATE);
                if (!recordTime.isAfter(now)) {
                    clock = Optional.of(
                            clock.map(t -> Lateness.later(t, recordTime)).orElse(recordTime));
                }
            } catch (UnreadableException unreadable) {
                fates.count(Fate.UNREADABLE);
            }
        }
        return new Statuses(clock, fates);
    }

    private static JsonFields readable(String text) throws UnreadableException {
        JsonFields line = JsonFields.parse(text);
        line.text("gateId");
        line.word("status", WORDS);
        line.findText("openingHours");
        line.findText("reason");
        return line;
    }
}
