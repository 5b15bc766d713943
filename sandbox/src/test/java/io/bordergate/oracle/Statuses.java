package io.bordergate.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A whole file of gate status: the changes that were used, the last moment known, and every line's fate. Immutable. */
record Statuses(List<StatusChange> used, Optional<Instant> clock, FateTable fates) {

    private static final Pattern HOURS = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d-(([01]\\d|2[0-3]):[0-5]\\d|24:00)");
    private static final List<String> WORDS = List.of("OPEN", "CLOSED", "REDUCED");
    private static final Instant FIRST_TIME = Instant.parse("2001-01-01T00:00:00Z");

    static Statuses of(List<String> texts, Site site, Instant now) {
        FateTable fates = new FateTable("status");
        Optional<Instant> clock = Optional.empty();
        List<StatusChange> used = new ArrayList<>();
        for (String text : texts) {
            try {
                JsonFields line = readable(text);
                Instant eventTime = line.time("eventTime");
                Instant recordTime = line.findTime("recordTime").orElse(eventTime);
                Fate fate = fate(line, eventTime, site);
                fates.count(fate);
                if (!fate.name().equals("QUARANTINED")) {
                    used.add(change(line, eventTime, recordTime, used.size()));
                }
                if (!recordTime.isAfter(now)) {
                    clock = Optional.of(
                            clock.map(t -> Lateness.later(t, recordTime)).orElse(recordTime));
                }
            } catch (UnreadableException unreadable) {
                fates.count(Fate.UNREADABLE);
            }
        }
        return new Statuses(used, clock, fates);
    }

    private static StatusChange change(JsonFields line, Instant eventTime, Instant recordTime, int place)
            throws UnreadableException {
        return new StatusChange(
                line.text("gateId"),
                line.word("status", WORDS),
                eventTime,
                recordTime,
                place,
                line.findWord("direction", List.of("EXPORT", "IMPORT")),
                line.findText("goods"),
                line.findText("openingHours")
                        .map(hours -> Opening.Hours.everyDay(hours.substring(0, 5), hours.substring(6))));
    }

    private static Fate fate(JsonFields line, Instant eventTime, Site site) throws UnreadableException {
        if (eventTime.isBefore(FIRST_TIME)) {
            return Fate.quarantined("BAD_TIME");
        }
        Optional<String> hours = line.findText("openingHours");
        if (hours.isPresent() && !areHours(hours.get())) {
            return Fate.quarantined("BAD_HOURS");
        }
        if (!site.gates().contains(line.text("gateId"))) {
            return Fate.quarantined("NO_SUCH_GATE");
        }
        return line.word("status", WORDS).equals("UNKNOWN") ? Fate.flagged("UNKNOWN_WORD") : Fate.APPLIED;
    }

    private static boolean areHours(String text) {
        return HOURS.matcher(text).matches() && text.substring(0, 5).compareTo(text.substring(6)) < 0;
    }

    private static JsonFields readable(String text) throws UnreadableException {
        JsonFields line = JsonFields.parse(text);
        line.text("gateId");
        line.word("status", WORDS);
        line.findText("openingHours");
        line.findText("reason");
        line.findText("direction");
        line.findText("goods");
        return line;
    }
}
