package io.bordergate.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Section 3 of docs/positions.md: takes the fixes of one truck in the order in which they come, and gives each its fate
 * among those that are there by then. Not thread-safe.
 */
final class Arrivals {

    private static final int MOST_IN_WINDOW = 20_000;
    private static final int FROZEN_AFTER = 5;
    private static final double MOVING_KMH = 5;
    private static final Comparator<Fix> WINNER_FIRST = Comparator.comparing(Fix::vague)
            .thenComparing(Fix::recordTime)
            .thenComparing(fix -> fix.at().lat())
            .thenComparing(fix -> fix.at().lon());

    private final Site site;
    private final TreeMap<Instant, List<Fix>> byTime = new TreeMap<>();
    private Instant newestRecord = Instant.MIN;
    private Instant windowBegin = Instant.MIN;
    private int inWindow;

    Arrivals(Site site) {
        this.site = site;
    }

    Fate take(Fix fix) {
        Instant newest = Lateness.later(newestRecord, fix.recordTime());
        if (Lateness.isLate(fix, newest, site.latenessWindow())) {
            moveWindow(newest);
            return Fate.OUTSIDE_WINDOW;
        }
        List<Fix> rivals = byTime.getOrDefault(fix.eventTime(), List.of());
        Optional<Fix> same = rivals.stream().filter(fix::repeats).findFirst();
        if (same.isEmpty() && inWindow - fallenOut(newest) == MOST_IN_WINDOW) {
            return Fate.quarantined("FLOOD");
        }
        moveWindow(newest);
        if (same.isPresent()) {
            keepEarlier(rivals, same.get(), fix);
            return Fate.DUPLICATE;
        }
        byTime.computeIfAbsent(fix.eventTime(), time -> new ArrayList<>()).add(fix);
        inWindow++;
        return rivals.isEmpty() ? amongNeighbours(fix) : Fate.CONFLICT;
    }

    /** Of those that count, one for each time, in the order of time. */
    List<Step> steps() {
        return Belief.steps(winners(byTime.values()), site.maxSpeedKmh());
    }

    private Fate amongNeighbours(Fix fix) {
        if (!fix.vague() && !isAccepted(fix)) {
            return Fate.quarantined("TELEPORT");
        }
        if (fix.vague()) {
            return Fate.flagged("LOW_ACCURACY");
        }
        if (fix.mended()) {
            return Fate.flagged("WNRO");
        }
        if (isFrozen(fix)) {
            return Fate.flagged("POS_FROZEN");
        }
        return fix.remark().map(Fate::flagged).orElse(Fate.APPLIED);
    }

    /** What comes later in time has no say in it. */
    private boolean isAccepted(Fix fix) {
        if (site.maxSpeedKmh().isEmpty()) {
            return true;
        }
        List<Fix> untilThen = winners(byTime.headMap(fix.eventTime(), true).values());
        List<Step> steps = Belief.steps(untilThen, site.maxSpeedKmh());
        return steps.get(steps.size() - 1).isAccepted();
    }

    private boolean isFrozen(Fix fix) {
        if (fix.speedKmh() < MOVING_KMH) {
            return false;
        }
        int before = 0;
        for (List<Fix> rivals : byTime.subMap(windowBegin, true, fix.eventTime(), false)
                .descendingMap()
                .values()) {
            if (!fix.repeats(winner(rivals))) {
                return false;
            }
            before++;
            if (before == FROZEN_AFTER) {
                return true;
            }
        }
        return false;
    }

    private void moveWindow(Instant newest) {
        inWindow -= fallenOut(newest);
        newestRecord = newest;
        windowBegin = newest.minus(site.latenessWindow());
    }

    /** How many would no longer be in the window if that were the newest recordTime. */
    private int fallenOut(Instant newest) {
        return byTime.subMap(windowBegin, newest.minus(site.latenessWindow())).values().stream()
                .mapToInt(List::size)
                .sum();
    }

    /** The same position reported again was received when it was first received. */
    private static void keepEarlier(List<Fix> rivals, Fix known, Fix again) {
        if (again.recordTime().isBefore(known.recordTime())) {
            rivals.set(rivals.indexOf(known), again);
        }
    }

    private static List<Fix> winners(Collection<List<Fix>> times) {
        return times.stream().map(Arrivals::winner).toList();
    }

    private static Fix winner(List<Fix> rivals) {
        return Collections.min(rivals, WINNER_FIRST);
    }
}
