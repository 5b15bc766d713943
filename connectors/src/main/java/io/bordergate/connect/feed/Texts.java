package io.bordergate.connect.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and numbers as feeds write them. Strict: what is ambiguous is not read. */
final class Texts {
    /** Decimal point, not comma; no hexadecimal, no NaN, no type suffix, all of which Java itself would take. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    /** Without its fraction it could be seconds, milliseconds or a date: ten digits and a point are seconds. */
    private static final Pattern EPOCH_SECONDS = Pattern.compile("(\\d{10})\\.(\\d{1,9})");

    private Texts() {}

    /** ISO-8601 with Z or an offset; without one nobody knows which hour it is. */
    static Instant time(String name, String text) {
        try {
            Instant time = OffsetDateTime.parse(text.trim()).toInstant();
            // Records carry milliseconds; years beyond them are of no calendar.
            return Instant.ofEpochMilli(time.toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw new UnreadableLineException(name + " is not an ISO-8601 time with Z or an offset");
        }
    }

    /** As {@link #time}, or epoch seconds with a fraction, which some platforms write. */
    static Instant timeOrSeconds(String name, String text) {
        Matcher seconds = EPOCH_SECONDS.matcher(text);
        if (!seconds.matches()) {
            return time(name, text);
        }
        String nanos = (seconds.group(2) + "00000000").substring(0, 9);
        return Instant.ofEpochSecond(Long.parseLong(seconds.group(1)), Long.parseLong(nanos));
    }

    static double number(String name, String text) {
        String trimmed = text.trim();
        if (!NUMBER.matcher(trimmed).matches()) {
            throw new UnreadableLineException(name + " is not a number");
        }
        double number = Double.parseDouble(trimmed);
        if (Double.isInfinite(number)) {
            throw new UnreadableLineException(name + " is not a finite number");
        }
        return number;
    }

    /** Null if the text is empty. */
    static Float optionalNumber(String name, String text) {
        return text == null || text.isBlank() ? null : (Float) (float) number(name, text);
    }
}
