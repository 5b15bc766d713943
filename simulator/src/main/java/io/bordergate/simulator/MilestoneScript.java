package io.bordergate.simulator;

import io.bordergate.simulator.TruckJourney.GateTimes;
import io.bordergate.simulator.scenario.Direction;
import io.bordergate.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * What the authorities confirm about one trip, and when: each at its own time, the border guard sometimes more than an
 * hour after customs. Not thread-safe; one per trip.
 */
final class MilestoneScript {

    private static final double MINUTE = 60_000;
    private static final double BACKLOG_MINUTES = 1;

    private final TruckJourney journey;
    private final Scenario scenario;
    private final List<Milestone> milestones = new ArrayList<>();

    MilestoneScript(TruckJourney journey, Scenario scenario) {
        this.journey = journey;
        this.scenario = scenario;
    }

    List<Milestone> milestones() {
        GateTimes times = journey.gateTimes();
        boolean export = journey.flow().direction() == Direction.EXPORT;
        long declared = journey.declaration().declaredAt();
        double dwell = (times.yardLeft() - times.yardEntered()) / MINUTE;
        after(declared, 0, 0, "DECLARED", "ENTERPRISE");
        after(declared, 2, 8, "REGISTERED", "CUSTOMS");
        after(times.arrived(), export ? -40 : 1, 8, "INSP", "MEDICAL_QUARANTINE");
        after(times.arrived(), 1, 8, "GTIN", "CUSTOMS");
        after(times.arrived(), 0, export ? 85 : 4, "GTIN", "BORDER_GUARD");
        after(times.yardEntered(), 0, 5, "YARD_IN", "CUSTOMS");
        after(times.yardEntered(), dwell * 0.05, dwell * 0.3, "FEES_PAID", "MANAGEMENT_CENTRE");
        after(times.yardEntered(), dwell * 0.35, dwell * 0.9, "CUSR", "CUSTOMS");
        after(times.yardLeft(), 0, 1, "YARD_OUT", "CUSTOMS");
        after(times.gateLeft(), 0, 1, "GTOT", "BORDER_GUARD");
        after(times.crossed(), 0, 1, "CROS", "BORDER_GUARD");
        return milestones;
    }

    /** Adds a confirmation between so many minutes after a moment. */
    private void after(long moment, double leastMinutes, double mostMinutes, String type, String authority) {
        Dice dice = journey.dice().pick("milestones").pick(milestones.size());
        long event = moment + Math.round(dice.between(leastMinutes, mostMinutes) * MINUTE);
        long eventSecond = Math.max(event, journey.declaration().declaredAt()) / 1000 * 1000;
        long received = eventSecond + Math.round(dice.pick("delay").between(0.1, 4) * MINUTE);
        long start = scenario.startsAt().toEpochMilli();
        // What happened before the start reaches a receiver when it first connects.
        long backlog = start + Math.round(dice.pick("backlog").unit() * BACKLOG_MINUTES * MINUTE);
        milestones.add(new Milestone(
                journey,
                scenario.start().getOffset(),
                type,
                authority,
                eventSecond,
                received < start ? backlog : received));
    }
}
