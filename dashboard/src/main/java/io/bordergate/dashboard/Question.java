package io.bordergate.dashboard;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a request asks for behind its question mark. What is not known, given twice or cannot be read is refused rather
 * than passed over: a filter that does nothing gives wrong figures. Immutable.
 */
final class Question {
    private static final int MOST_ROWS = 500;
    private static final int USUAL_ROWS = 100;
    private static final int LAST_OFFSET = 1_000_000;

    private final Map<String, String> parameters;

    private Question(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /** The request cannot be answered as it is; the message is for who asked. */
    static final class BadQuestionException extends RuntimeException {
        BadQuestionException(String message) {
            super(message);
        }
    }

    /** The question of a request to which these parameters mean something. */
    static Question of(Context context, Set<String> known) {
        Map<String, String> parameters = new TreeMap<>();
        context.queryParamMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new BadQuestionException("There is no such parameter here: known are " + sorted(known));
            }
            if (values.size() != 1) {
                throw new BadQuestionException("'" + name + "' is given more than once: give one");
            }
            parameters.put(name, values.get(0));
        });
        return new Question(parameters);
    }

    private static String sorted(Set<String> names) {
        return names.isEmpty()
                ? "none"
                : String.join(", ", names.stream().sorted().toList());
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    Optional<LocalDate> date(String name) {
        return read(name, LocalDate::parse, "a date such as 2026-05-03");
    }

    Optional<Instant> time(String name) {
        return read(
                name,
                text -> OffsetDateTime.parse(text).toInstant(),
                "a time such as 2026-05-03T05:00:00Z (a + is %2B)");
    }

    Optional<Boolean> truth(String name) {
        return read(
                name,
                text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new NumberFormatException(text);
                },
                "true or false");
    }

    private int number(String name, int usual, int least, int most) {
        String expected = "a whole number from " + least + " to " + most;
        int number = read(name, Integer::valueOf, expected).orElse(usual);
        if (number < least || number > most) {
            throw new BadQuestionException("'" + name + "' must be " + expected);
        }
        return number;
    }

    private <T> Optional<T> read(String name, Function<String, T> reading, String expected) {
        try {
            return text(name).map(reading);
        } catch (DateTimeException | NumberFormatException e) {
            throw new BadQuestionException("'" + name + "' must be " + expected);
        }
    }

    /** The rows that offset and limit ask for. */
    <T> Rows<T> rows(List<T> all) {
        int limit = number("limit", USUAL_ROWS, 1, MOST_ROWS);
        int offset = number("offset", 0, 0, LAST_OFFSET);
        int from = Math.min(offset, all.size());
        int to = Math.min(from + limit, all.size());
        return new Rows<>(
                all.size(), from, to < all.size() ? (Integer) to : null, new ArrayList<>(all.subList(from, to)));
    }

    /**
     * A part of a list. Immutable.
     *
     * @param total rows of the whole list
     * @param offset of the first of these rows
     * @param next offset of the row after these; null at the end
     */
    record Rows<T>(int total, int offset, Integer next, List<T> rows) {
        Rows {
            rows = List.copyOf(rows);
        }
    }
}
