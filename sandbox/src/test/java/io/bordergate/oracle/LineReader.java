package io.bordergate.oracle;

import io.bordergate.oracle.Bindings.Binding;
import io.bordergate.oracle.DeviceClaims.Claim;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns the text of a line into a {@link Line}: by the header's column names, all or nothing. Fields other than {@code
 * truck_id} may have blanks around them; columns that are not known are skipped. Remembers devices; not thread-safe.
 */
final class LineReader {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private static final List<String> NO_TRUCK = List.of("TRAILER", "OTHER");

    private final List<String> header;
    private final Screening screening;
    private final Optional<Double> maxAccuracyMetres;
    private final Instant now;
    private final Bindings bindings;
    private final DeviceClaims devices = new DeviceClaims();

    LineReader(String headerLine, Bindings bindings, Site site, Instant now) {
        this.header = CsvLine.split(headerLine).orElse(List.of()).stream()
                .map(String::strip)
                .toList();
        this.screening = new Screening(site.operatingBox());
        this.maxAccuracyMetres = site.maxAccuracyMetres();
        this.now = now;
        this.bindings = bindings;
    }

    Line read(String text) {
        List<String> fields = CsvLine.split(text).orElse(List.of());
        if (fields.size() != header.size()) {
            return Line.unreadable();
        }
        try {
            return line(fields, fix(fields));
        } catch (UnreadableException unreadable) {
            return Line.unreadable();
        }
    }

    private Line line(List<String> fields, Fix fix) throws UnreadableException {
        Optional<String> named = raw(fields, "truck_id").filter(truck -> !truck.isBlank());
        Optional<String> device = optional(fields, "device_id");
        if (named.isEmpty() && device.isEmpty()) {
            throw new UnreadableException("neither truck_id nor device_id");
        }
        Optional<Binding> binding =
                named.isPresent() ? Optional.empty() : bindings.find(device.orElseThrow(), fix.eventTime());
        Optional<String> truck = named.or(() -> binding.map(Binding::truck));
        if (truck.isEmpty()) {
            return Line.waiting(fix, Optional.empty(), Line.unreadable());
        }
        String datum = optional(fields, "datum").orElse("WGS84");
        String vehicle = optional(fields, "vehicle").orElse("").toUpperCase(Locale.ROOT);
        boolean isPlaced = datum.equals("WGS84") && !NO_TRUCK.contains(vehicle) && isOnEarth(fix.at());
        Optional<String> remark = device.flatMap(id ->
                devices.remark(new Claim(id, truck.get(), fix.eventTime(), fix.at()), named.isPresent(), isPlaced));
        Line known = screening.screen(fix.of(truck.get(), remark), datum, vehicle);
        Optional<Instant> knownSince = binding.flatMap(Binding::knownSince);
        return knownSince.isPresent() && knownSince.get().isAfter(fix.recordTime())
                ? Line.waiting(fix, knownSince, known)
                : known;
    }

    private static boolean isOnEarth(Point at) {
        return at.lat() != 0 && at.lon() != 0 && Math.abs(at.lat()) <= 90 && Math.abs(at.lon()) <= 180;
    }

    /** Of a truck that is not known yet. */
    private Fix fix(List<String> fields) throws UnreadableException {
        Instant eventTime = time(required(fields, "event_time"));
        Optional<String> received = optional(fields, "received_time");
        Instant recordTime = received.isPresent() ? time(received.get()) : eventTime;
        boolean capped = recordTime.isAfter(now);
        Point at = new Point(number(required(fields, "lon")), number(required(fields, "lat")));
        double speed = optionalNumber(fields, "speed_kmh").orElse(0.0);
        Optional<Double> accuracy = optionalNumber(fields, "accuracy_m");
        optionalNumber(fields, "heading_deg"); // not used, but the line is not read if it is no number
        Instant gotAt = capped ? now : recordTime;
        return new Fix("", eventTime, gotAt, capped, at, isVague(accuracy), speed, false, Optional.empty());
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
