package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Scenario;
import io.bordergate.simulator.site.Zone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** One truck as the best possible observer sees it: by its newest fix received so far. Immutable. */
final class ObservedTruck {

    private final TruckJourney journey;
    private final List<FixEmission> newestFixes;

    ObservedTruck(TruckJourney journey, Scenario scenario) {
        this.journey = journey;
        this.newestFixes = newestFixes(new TruckFeed(journey, scenario).fixes());
    }

    /** The times at which the observer's belief about a zone may differ from the truth. */
    List<Interval> doubts(Zone zone) {
        long timeout = zone.silenceTimeout().toMillis();
        List<Interval> visits = journey.visits(zone.polygon());
        List<Boolean> seenInside = newestFixes.stream()
                .map(fix -> zone.polygon().contains(fix.reportedPoint()))
                .toList();
        List<Interval> doubts = new ArrayList<>();
        long doubtSince = Long.MIN_VALUE;
        int known = -1;
        for (long time : turningPoints(visits, timeout)) {
            while (known + 1 < newestFixes.size() && newestFixes.get(known + 1).recordMillis() <= time) {
                known++;
            }
            boolean inside = visits.stream().anyMatch(visit -> visit.contains(time));
            boolean seen = known >= 0 && seenInside.get(known);
            boolean forgotten = known >= 0 && time >= newestFixes.get(known).eventMillis() + timeout;
            boolean doubt = inside ? !seen || forgotten : seen && !forgotten;
            if (doubt && doubtSince == Long.MIN_VALUE) {
                doubtSince = time;
            } else if (!doubt && doubtSince != Long.MIN_VALUE) {
                doubts.add(new Interval(doubtSince, time));
                doubtSince = Long.MIN_VALUE;
            }
        }
        return doubts;
    }

    /** Every moment at which truth or belief can change; after the last one neither is inside. */
    private SortedSet<Long> turningPoints(List<Interval> visits, long timeout) {
        SortedSet<Long> times = new TreeSet<>();
        visits.forEach(visit -> times.addAll(List.of(visit.from(), visit.to())));
        newestFixes.forEach(fix -> times.addAll(List.of(fix.recordMillis(), fix.eventMillis() + timeout)));
        return times;
    }

    /** Those fixes that were newer than all received before them, in the order of receipt. */
    private static List<FixEmission> newestFixes(List<FixEmission> fixes) {
        List<FixEmission> received = new ArrayList<>(fixes);
        received.sort(Comparator.comparingLong(FixEmission::recordMillis));
        List<FixEmission> newest = new ArrayList<>();
        for (FixEmission fix : received) {
            if (newest.isEmpty()
                    || fix.eventMillis() > newest.get(newest.size() - 1).eventMillis()) {
                newest.add(fix);
            }
        }
        return newest;
    }
}
