package io.bordergate.domain.site;

import java.time.DateTimeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of the day, in minutes since its beginning. Immutable.
 *
 * @param from inclusive, 0 to 1439
 * @param to exclusive, above from, up to {@link #MIDNIGHT}
 */
public record Hours(int from, int to) {
    /** The end of the day. */
    public static final int MIDNIGHT = 24 * 60;

    public static final Hours ALL_DAY = new Hours(0, MIDNIGHT);

    private static final Pattern TIME = Pattern.compile("(\\d\\d):(\\d\\d)");

    public Hours {
        if (from < 0 || to > MIDNIGHT) {
            throw new DateTimeException("the day has no such hours: minute " + from + " to " + to);
        }
        if (from >= to) {
            throw new DateTimeException(
                    "the hours begin at or after their end; write them as two where they pass midnight");
        }
    }

    /** Reads {@code 07:00-18:00}, or throws a DateTimeException that says what is wrong. */
    public static Hours parse(String text) {
        String[] ends = text.trim().split("-", -1);
        if (ends.length != 2) {
            throw new DateTimeException("'" + text + "' is not of the form HH:mm-HH:mm");
        }
        return of(ends[0], ends[1]);
    }

    /** From a time of day to a time of day, both {@code HH:mm}; or throws a DateTimeException that says what is wrong. */
    public static Hours of(String from, String to) {
        return new Hours(minuteOf(from), minuteOf(to));
    }

    private static int minuteOf(String text) {
        Matcher time = TIME.matcher(text);
        int minute = time.matches() ? 60 * Integer.parseInt(time.group(1)) + Integer.parseInt(time.group(2)) : -1;
        if (minute < 0 || minute > MIDNIGHT || Integer.parseInt(time.group(2)) > 59) {
            throw new DateTimeException("'" + text + "' is not a time of day from 00:00 to 24:00");
        }
        return minute;
    }

    /** Whether two share a minute, or one begins where the other ends. */
    boolean meets(Hours other) {
        return from <= other.to && other.from <= to;
    }

    Hours and(Hours other) {
        return new Hours(Math.min(from, other.from), Math.max(to, other.to));
    }
}
