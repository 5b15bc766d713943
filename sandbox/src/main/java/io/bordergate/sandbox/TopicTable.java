package io.bordergate.sandbox;

import io.bordergate.contract.Topic.Cleanup;
import io.bordergate.contract.Topic.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Renders the states of topics as a table for a person, columns aligned. */
final class TopicTable {

    private static final List<String> HEADER =
            List.of("TOPIC", "KEY", "VALUE", "PARTITIONS", "CLEANUP", "RETENTION", "RECORDS", "DIFFERENCE");

    private TopicTable() {}

    static List<String> lines(List<TopicState> states) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADER);
        states.forEach(state -> rows.add(row(state)));
        int[] widths = new int[HEADER.size()];
        for (var row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    /** Days where they come out even, as most do; otherwise ISO-8601. */
    static String retention(long millis) {
        if (millis < 0) {
            return "for ever";
        }
        var duration = Duration.ofMillis(millis);
        return duration.equals(Duration.ofDays(duration.toDays())) ? duration.toDays() + " d" : duration.toString();
    }

    private static List<String> row(TopicState state) {
        var topic = state.topic();
        String value = topic.value() instanceof Value.Avro avro ? avro.type().getSimpleName() : "as received";
        var found = state.found();
        return List.of(
                topic.name(),
                topic.key(),
                value,
                found.map(actual -> Integer.toString(actual.partitions())).orElse("-"),
                found.map(TopicState.Found::cleanup).orElse("-"),
                found.map(actual -> topic.cleanup() == Cleanup.COMPACT ? "-" : retention(actual.retentionMs()))
                        .orElse("-"),
                found.map(actual -> String.format(Locale.ROOT, "%,d", actual.records()))
                        .orElse("-"),
                String.join("; ", state.differences()));
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            boolean number = column == 3 || column == 6;
            String format = (number ? "%" : "%-") + widths[column] + "s  ";
            line.append(String.format(Locale.ROOT, format, row.get(column)));
        }
        return line.toString().stripTrailing();
    }
}
