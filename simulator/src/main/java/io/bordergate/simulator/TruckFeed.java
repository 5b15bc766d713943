package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Reporting;
import io.bordergate.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that is ever received about one trip, in the order of receipt: fixes with their delays, doubles and late batches,
 * and milestones. Immutable; made anew whenever it is asked for, so that nothing of a trip is kept once it is over.
 */
final class TruckFeed {

    private static final double SECOND = 1_000;
    private static final long BATCH_SPACING = 20;
    /** The delay of neighbouring fixes is much the same; this long it keeps one common part. */
    private static final long WEATHER = 300_000;

    private static final double COMMON_PART = 0.85;
    private static final double OWN_PART = StrictMath.sqrt(1 - COMMON_PART * COMMON_PART);

    private final TruckJourney journey;
    private final Scenario scenario;
    private final Tracker tracker;

    TruckFeed(TruckJourney journey, Scenario scenario) {
        this.journey = journey;
        this.scenario = scenario;
        this.tracker = new Tracker(journey, scenario);
    }

    List<Emission> emissions() {
        List<Emission> emissions = new ArrayList<>(fixes());
        emissions.addAll(new MilestoneScript(journey, scenario).milestones());
        long end = scenario.endsAt().toEpochMilli();
        emissions.removeIf(emission -> emission.recordMillis() >= end);
        emissions.sort(Comparator.comparingLong(Emission::recordMillis));
        return emissions;
    }

    /** The fixes alone, doubles included, in the order they were taken. */
    List<FixEmission> fixes() {
        Reporting reporting = scenario.reporting();
        Dice dice = journey.dice().pick("receipt");
        List<FixEmission> fixes = new ArrayList<>();
        if (!journey.comes()) {
            return fixes;
        }
        List<Long> times = tracker.fixTimes();
        boolean gcj02 = journey.truck().isChinese() && dice.pick("datum").chance(reporting.gcj02Share());
        for (int number = 0; number < times.size(); number++) {
            long taken = times.get(number);
            Dice draw = dice.pick(number);
            FixEmission fix = new FixEmission(
                    journey,
                    tracker.profile().name(),
                    gcj02,
                    reporting.noiseMetres(),
                    number,
                    taken,
                    receivedAt(taken, number, draw));
            fixes.add(fix);
            if (draw.pick("double").chance(reporting.duplicateShare())) {
                double again = draw.pick("again").between(1, 30) * SECOND;
                fixes.add(fix.receivedAt(fix.recordMillis() + (long) again));
            }
        }
        return fixes;
    }

    private long receivedAt(long taken, int number, Dice draw) {
        double weather = journey.dice().pick("weather").pick(taken / WEATHER).normal();
        double normal = COMMON_PART * weather + OWN_PART * draw.pick("delay").normal();
        long delay = Math.round(tracker.profile().delaySeconds().at(normal) * SECOND);
        boolean stored = tracker.deadZone().filter(zone -> zone.contains(taken)).isPresent();
        return stored ? tracker.deadZone().get().to() + number % 1000 * BATCH_SPACING : taken + delay;
    }
}
