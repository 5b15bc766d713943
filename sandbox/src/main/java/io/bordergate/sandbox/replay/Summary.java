package io.bordergate.sandbox.replay;

import io.bordergate.sandbox.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is said of a replay at its end. Immutable.
 *
 * @param fates lines by fate, over all inputs
 * @param alerts episodes of congestion
 * @param days daily tables
 * @param openDiscrepancies by kind
 * @param positionsPerSecond from file to fate
 */
public record Summary(
        Map<String, Long> fates,
        int visits,
        int trips,
        int alerts,
        int days,
        Map<String, Long> openDiscrepancies,
        double positionsPerSecond) {

    /** Sums by fate of counts by input and "FATE,REASON". */
    static Map<String, Long> totals(Map<String, Map<String, Long>> fatesByInput) {
        Map<String, Long> totals = new TreeMap<>();
        fatesByInput
                .values()
                .forEach(
                        fates -> fates.forEach((fate, count) -> totals.merge(fate.split(",", 2)[0], count, Long::sum)));
        return totals;
    }

    /** For a person. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(Progress.number(sum(fates)) + " lines, every one with its fate:");
        addCounts(fates, lines);
        lines.add(Progress.number(visits) + " visits, " + Progress.number(trips) + " trips, "
                + Progress.number(sum(openDiscrepancies)) + " open discrepancies"
                + (sum(openDiscrepancies) == 0 ? "" : ":"));
        addCounts(openDiscrepancies, lines);
        lines.add(Progress.number(alerts) + " alerts, " + Progress.number(days) + " daily tables");
        lines.add(String.format(Locale.ROOT, "%,.0f positions a second from file to fate", positionsPerSecond));
        return lines;
    }

    private static void addCounts(Map<String, Long> counts, List<String> lines) {
        counts.forEach((what, count) -> {
            if (count > 0) {
                lines.add(String.format(Locale.ROOT, "  %-18s %,12d", what, count));
            }
        });
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
