package io.bordergate.sandbox.replay;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Lines of the result files, as RFC 4180 has them, with quotes only where they are needed. */
final class Csv {
    private Csv() {}

    /** One line without its end. */
    static String line(String... fields) {
        return Arrays.stream(fields).map(Csv::field).collect(Collectors.joining(","));
    }

    /** Quoted where the text would otherwise end the field. */
    static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** ISO-8601 in UTC; empty where there is none. */
    static String time(Instant time) {
        return time == null ? "" : time.toString();
    }

    /** The text itself; empty where there is none. */
    static String text(String text) {
        return text == null ? "" : text;
    }
}
