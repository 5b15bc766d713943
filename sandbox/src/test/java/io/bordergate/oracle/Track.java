package io.bordergate.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fixes of one truck that count, one for each event time, in the order of event time. Immutable. */
record Track(String truck, List<Fix> fixes) {

    private static final Comparator<Fix> WINNER_FIRST = Comparator.comparing(Fix::recordTime)
            .thenComparing(fix -> fix.at().lat())
            .thenComparing(fix -> fix.at().lon());

    /** Decides between all fixes of one truck within the window, in any order, and counts what became of each. */
    static Track of(String truck, List<Fix> inWindow, FateTable fates) {
        TreeMap<Instant, List<Fix>> byTime = new TreeMap<>();
        for (Fix fix : inWindow) {
            byTime.computeIfAbsent(fix.eventTime(), time -> new ArrayList<>()).add(fix);
        }
        List<Fix> winners = new ArrayList<>();
        for (List<Fix> rivals : byTime.values()) {
            List<Fix> distinct = withoutRepeats(rivals, fates);
            distinct.sort(WINNER_FIRST);
            winners.add(distinct.get(0));
            fates.count(Fate.APPLIED);
            distinct.stream().skip(1).forEach(loser -> fates.count(Fate.CONFLICT));
        }
        return new Track(truck, winners);
    }

    /** Of the same position reported again the earliest report is kept. */
    private static List<Fix> withoutRepeats(List<Fix> rivals, FateTable fates) {
        Map<Point, Fix> earliest = new HashMap<>();
        for (Fix fix : rivals) {
            Fix known = earliest.get(fix.at());
            if (known != null) {
                fates.count(Fate.DUPLICATE);
            }
            if (known == null || fix.recordTime().isBefore(known.recordTime())) {
                earliest.put(fix.at(), fix);
            }
        }
        return new ArrayList<>(earliest.values());
    }
}
