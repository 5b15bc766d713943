package io.bordergate.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One line of comma separated text by RFC 4180, without line breaks inside quotes, split or joined. Stateless. */
final class CsvLine {

    private static final int BROKEN = -1;

    private CsvLine() {}

    /** The fields, or nothing if a quote is left open or stands where none may stand. */
    static Optional<List<String>> split(String line) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (true) {
            StringBuilder field = new StringBuilder();
            at = line.startsWith("\"", at) ? readQuoted(line, at + 1, field) : readPlain(line, at, field);
            if (at == BROKEN) {
                return Optional.empty();
            }
            fields.add(field.toString());
            if (at == line.length()) {
                return Optional.of(fields);
            }
            if (line.charAt(at) != ',') {
                return Optional.empty();
            }
            at++;
        }
    }

    static String join(List<String> fields) {
        return fields.stream().map(CsvLine::quoteIfNeeded).collect(Collectors.joining(","));
    }

    private static int readQuoted(String line, int start, StringBuilder field) {
        int at = start;
        while (true) {
            int quote = line.indexOf('"', at);
            if (quote < 0) {
                return BROKEN;
            }
            field.append(line, at, quote);
            if (!line.startsWith("\"", quote + 1)) {
                return quote + 1;
            }
            field.append('"');
            at = quote + 2;
        }
    }

    private static int readPlain(String line, int start, StringBuilder field) {
        int comma = line.indexOf(',', start);
        int end = comma < 0 ? line.length() : comma;
        field.append(line, start, end);
        return field.indexOf("\"") < 0 ? end : BROKEN;
    }

    private static String quoteIfNeeded(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
