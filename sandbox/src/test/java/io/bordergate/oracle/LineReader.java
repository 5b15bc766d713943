package io.bordergate.oracle;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns the text of a line into a {@link Line}: by the header's column names, all or nothing. Fields other than {@code
 * truck_id} may have blanks around them; columns that are not known are skipped. Immutable.
 */
final class LineReader {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private final List<String> header;
    private final Screening screening;
    private final Optional<Double> maxAccuracyMetres;
    private final Instant now;

    LineReader(String headerLine, Site site, Instant now) {
        this.header = CsvLine.split(headerLine).orElse(List.of()).stream()
                .map(String::strip)
                .toList();
        this.screening = new Screening(site.operatingBox());
        this.maxAccuracyMetres = site.maxAccuracyMetres();
        this.now = now;
    }

    Line read(String text) {
        List<String> fields = CsvLine.split(text).orElse(List.of());
        if (fields.size() != header.size()) {
            return Line.unreadable();
        }
        try {
            return screening.screen(fix(fields), optional(fields, "datum").orElse("WGS84"));
        } catch (UnreadableException unreadable) {
            return Line.unreadable();
        }
    }

    private Fix fix(List<String> fields) throws UnreadableException {
        String truck = raw(fields, "truck_id").orElse("");
        if (truck.isBlank()) {
            throw new UnreadableException("no truck_id");
        }
        Instant eventTime = time(required(fields, "event_time"));
        Optional<String> received = optional(fields, "received_time");
        Instant recordTime = received.isPresent() ? time(received.get()) : eventTime;
        boolean capped = recordTime.isAfter(now);
        Point at = new Point(number(required(fields, "lon")), number(required(fields, "lat")));
        double speed = optionalNumber(fields, "speed_kmh").orElse(0.0);
        Optional<Double> accuracy = optionalNumber(fields, "accuracy_m");
        optionalNumber(fields, "heading_deg"); // not used, but the line is not read if it is no number
        return new Fix(truck, eventTime, capped ? now : recordTime, capped, at, isVague(accuracy), speed, false);
    }

    private boolean isVague(Optional<Double> accuracy) {
        return accuracy.isPresent() && maxAccuracyMetres.isPresent() && accuracy.get() > maxAccuracyMetres.get();
    }

    private Optional<Double> optionalNumber(List<String> fields, String column) throws UnreadableException {
        Optional<String> text = optional(fields, column);
        return text.isPresent() ? Optional.of(number(text.get())) : Optional.empty();
    }

    private Optional<String> raw(List<String> fields, String column) {
        int index = header.indexOf(column);
        return index < 0 ? Optional.empty() : Optional.of(fields.get(index));
    }

    private Optional<String> optional(List<String> fields, String column) {
        return raw(fields, column).map(String::strip).filter(text -> !text.isEmpty());
    }

    private String required(List<String> fields, String column) throws UnreadableException {
        return optional(fields, column).orElseThrow(() -> new UnreadableException("no " + column));
    }

    /** Milliseconds are all that the product's records carry, so finer parts are cut off. */
    private static Instant time(String text) throws UnreadableException {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException notATime) {
            throw new UnreadableException(text);
        }
    }

    private static double number(String text) throws UnreadableException {
        double value = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw new UnreadableException(text);
        }
        return value;
    }
}
