package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Section 6 of docs/gates.md: the daily tables of one gate as they were told last, each for the first time when its day
 * had ended and for the last time 7 days later. Not thread-safe.
 */
final class DailyTables {

    private static final Duration CORRECTED_FOR = Duration.ofDays(7);

    private final String gate;
    private final Site site;
    private final TreeMap<LocalDate, String> told = new TreeMap<>();

    DailyTables(String gate, Site site) {
        this.gate = gate;
        this.site = site;
    }

    List<String> lines() {
        return List.copyOf(told.values());
    }

    /** Whether a day ends then. */
    static boolean isEnd(Instant time, Site site) {
        return time.equals(end(LocalDate.ofInstant(time, site.timeZone()), site));
    }

    /** To be called at each minute at which a day ends or a truck may be another than before. */
    void at(Instant time, List<GateTruck> trucks) {
        Optional<Instant> first = trucks.stream().map(GateTruck::arrived).min(Comparator.naturalOrder());
        LocalDate last = LocalDate.ofInstant(time, site.timeZone());
        for (LocalDate date = last.minusDays(9); !date.isAfter(last); date = date.plusDays(1)) {
            Instant end = end(date, site);
            boolean isTold = !time.isBefore(end) && !time.isAfter(end.plus(CORRECTED_FOR));
            boolean isSinceFirst = first.isPresent() && !first.get().isAfter(end);
            if (isTold && (isSinceFirst || told.containsKey(date))) {
                told.put(date, new DailyTable(end(date.minusDays(1), site), end, trucks).toCsv(gate, date));
            }
        }
    }

    private static Instant end(LocalDate date, Site site) {
        return date.atTime(site.dayEndsAt()).atZone(site.timeZone()).toInstant();
    }
}
