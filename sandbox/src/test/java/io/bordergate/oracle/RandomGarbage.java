package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Spoils a good line in one of all the ways that have a fate of their own, or just not. Not thread-safe. */
final class RandomGarbage {

    private static final List<List<String>> BAD_FIELDS = List.of(
            List.of("truck_id", ""),
            List.of("truck_id", "VN:12R00123"),
            List.of("truck_id", "CN:\u6842A1234\u6302"),
            List.of("accuracy_m", "good"),
            List.of("speed_kmh", "NaN"),
            List.of("lat", "abc"),
            List.of("lat", ""),
            List.of("lat", "NaN"),
            List.of("lon", "Infinity"),
            List.of("lon", "-inf"),
            List.of("lat", "1e400"),
            List.of("lat", "21,97"),
            List.of("event_time", ""),
            List.of("event_time", "NULL"),
            List.of("event_time", "2024-05-03T11:00:00"),
            List.of("event_time", "2024-13-45T11:00:00Z"),
            List.of("event_time", "1714734000.123456"),
            List.of("event_time", "2000-12-31T23:59:59.999Z"),
            List.of("event_time", "1970-01-01T00:00:00Z"),
            List.of("event_time", "9999-12-31T23:59:59Z"),
            List.of("received_time", "yesterday"),
            List.of("received_time", "2999-01-01T00:00:00Z"),
            List.of("lat", "0"),
            List.of("lon", "-0.0"),
            List.of("lat", "90.0000001"),
            List.of("lat", "-91"),
            List.of("lon", "180.5"),
            List.of("lon", "105.25"),
            List.of("datum", "BD09"),
            List.of("datum", "gcj02?"));

    private static final Duration WEEKS_OF_10_BITS = Duration.ofDays(7 * 1024);

    private final Random random;
    private final List<String> columns;

    RandomGarbage(Random random, List<String> columns) {
        this.random = random;
        this.columns = columns;
    }

    String spoil(Draft good) {
        return switch (random.nextInt(4)) {
            case 0 -> spoilLine(good.toCsv(columns));
            case 1 -> spoilTime(good).toCsv(columns);
            default -> spoilField(good).toCsv(columns);
        };
    }

    private String spoilLine(String line) {
        List<String> broken = List.of(
                "",
                "   ",
                "garbage",
                ",".repeat(columns.size() - 1),
                ",".repeat(40),
                String.join(",", columns),
                "\"" + line,
                line + ",more",
                line.substring(0, line.lastIndexOf(',')),
                "\u0000\u0001\u0002",
                "{\"truck_id\":\"VN:1\"}");
        return broken.get(random.nextInt(broken.size()));
    }

    private Draft spoilField(Draft good) {
        if (random.nextInt(8) == 0) {
            return good.with("lat", "0.0009").with("lon", "-0.0009");
        }
        List<String> bad = BAD_FIELDS.get(random.nextInt(BAD_FIELDS.size()));
        return good.with(bad.get(0), bad.get(1));
    }

    /** Event times on both sides of every limit. */
    private Draft spoilTime(Draft good) {
        List<Duration> offsets = List.of(
                Duration.ofMinutes(5),
                Duration.ofMinutes(5).plusMillis(1),
                Duration.ofDays(30).negated(),
                Duration.ofDays(30).plusMillis(1).negated(),
                WEEKS_OF_10_BITS.negated().plusMinutes(5),
                WEEKS_OF_10_BITS.negated().plusMinutes(5).plusMillis(1),
                WEEKS_OF_10_BITS.negated().minusDays(1),
                WEEKS_OF_10_BITS.multipliedBy(-2).minusDays(1).minusMillis(1),
                Duration.ofDays(365_000));
        Instant recordTime = good.recordTime();
        Instant eventTime = recordTime.plus(offsets.get(random.nextInt(offsets.size())));
        Draft spoiled = good.with("event_time", eventTime.toString());
        return random.nextInt(4) == 0 ? spoiled.with("received_time", "") : spoiled;
    }
}
