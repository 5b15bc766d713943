package io.bordergate.simulator;

import io.bordergate.simulator.Papers.Amendment;
import io.bordergate.simulator.Papers.Transfer;
import io.bordergate.simulator.scenario.Direction;
import io.bordergate.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * What the authorities confirm about one trip, and when: each at its own time, the border guard sometimes more than an
 * hour after customs. Where a declaration is for several trucks, they say which one they mean. Not thread-safe; one per
 * trip.
 */
final class MilestoneScript {

    private static final double LATEST_REGISTERED = 8;

    private final TruckJourney journey;
    private final Scenario scenario;
    private final List<Milestone> milestones = new ArrayList<>();

    MilestoneScript(TruckJourney journey, Scenario scenario) {
        this.journey = journey;
        this.scenario = scenario;
    }

    List<Milestone> milestones() {
        Dice dice = journey.dice().pick("milestones");
        List<Declaration> declarations = journey.papers().declarations();
        for (int i = 0; i < declarations.size(); i++) {
            Dice own = i == 0 ? dice : dice.pick("declaration").pick(i);
            tell(new Clerk(journey, declarations.get(i), scenario, own, milestones));
        }
        return milestones;
    }

    private void tell(Clerk clerk) {
        GateTimes first = journey.gateTimes();
        switch (journey.story()) {
            case UNDECLARED -> {}
            case NO_SHOW -> declare(clerk);
            case TURNED_BACK -> turnedBack(clerk, first);
            case MOVED -> moved(clerk, first, journey.gates().get(1));
            case SHARED_DECLARATION -> together(clerk, first);
            case TRANSSHIPPED ->
                transshipped(clerk, first, journey.papers().transfer().orElseThrow());
            case RECEIVER -> clerk.naming(journey.truck()).after(first.gateLeft(), 0, 1, "GTOT", "CUSTOMS");
            case ORDINARY, TWO_DECLARATIONS -> {
                journey.papers()
                        .amendment()
                        .ifPresentOrElse(amendment -> amend(clerk, amendment), () -> declare(clerk));
                arrive(clerk, first);
                release(clerk, first);
                leave(clerk, first);
            }
        }
    }

    /** For one gate first, and for that of the trip once that is declared and registered. */
    private void amend(Clerk clerk, Amendment amendment) {
        clerk.at(amendment.declaredFor());
        declare(clerk);
        clerk.at(journey.gateTimes());
        long registered = clerk.declaredAt() + Math.round(LATEST_REGISTERED * Clerk.MINUTE);
        clerk.amended(Math.max(amendment.after(), registered), 1, 10, amendment.plannedArrival());
    }

    private static void declare(Clerk clerk) {
        clerk.declared();
        clerk.after(clerk.declaredAt(), 2, LATEST_REGISTERED, "REGISTERED", "CUSTOMS");
    }

    private void arrive(Clerk clerk, GateTimes times) {
        boolean export = journey.flow().direction() == Direction.EXPORT;
        clerk.at(times);
        boolean ahead = export && journey.queueing().isEmpty();
        clerk.after(times.arrived(), ahead ? -40 : 1, 8, "INSP", "MEDICAL_QUARANTINE");
        clerk.gateIn(times, 1, 8, "CUSTOMS");
        clerk.gateIn(times, 0, export ? 85 : 4, "BORDER_GUARD");
        clerk.after(times.yardEntered(), 0, 5, "YARD_IN", "CUSTOMS");
    }

    /** Over its stay in the yard or, as that is not known before its turn comes, over the time that its papers take. */
    private void release(Clerk clerk, GateTimes times) {
        long stay = times.yardLeft() - times.yardEntered();
        double dwell = journey.queueing().map(Way.Queueing::processing).orElse(stay) / Clerk.MINUTE;
        clerk.after(times.yardEntered(), dwell * 0.05, dwell * 0.3, "FEES_PAID", "MANAGEMENT_CENTRE");
        clerk.after(times.yardEntered(), dwell * 0.35, dwell * 0.9, "CUSR", "CUSTOMS");
    }

    private void leave(Clerk clerk, GateTimes times) {
        clerk.after(times.yardLeft(), 0, 1, "YARD_OUT", "CUSTOMS");
        clerk.after(times.gateLeft(), 0, 1, "GTOT", "BORDER_GUARD");
        times.crossed().ifPresent(crossed -> clerk.after(done(times, crossed), 0, 1, "CROS", "BORDER_GUARD"));
    }

    /** An import is noted as crossed when it goes on, as in the observed case, and not when it comes in. */
    private long done(GateTimes times, long crossed) {
        return journey.flow().direction() == Direction.IMPORT ? Math.max(crossed, times.gateLeft()) : crossed;
    }

    private void turnedBack(Clerk clerk, GateTimes times) {
        declare(clerk);
        arrive(clerk, times);
        clerk.after(times.yardLeft(), -5, 0, "TURNED_BACK", "BORDER_GUARD");
        clerk.after(times.yardLeft(), 0, 1, "YARD_OUT", "CUSTOMS");
    }

    /** The declaration is amended between leaving one gate and coming to the other. */
    private void moved(Clerk clerk, GateTimes from, GateTimes to) {
        declare(clerk);
        arrive(clerk, from);
        clerk.at(to);
        clerk.after(from.yardLeft(), 0, 10, "AMENDED", "ENTERPRISE");
        arrive(clerk, to);
        release(clerk, to);
        leave(clerk, to);
    }

    private void together(Clerk clerk, GateTimes times) {
        if (clerk.isFirst(journey.truck())) {
            declare(clerk);
        }
        Clerk own = clerk.naming(journey.truck());
        arrive(own, times);
        release(own, times);
        leave(own, times);
    }

    private void transshipped(Clerk clerk, GateTimes times, Transfer transfer) {
        declare(clerk);
        arrive(clerk, times);
        clerk.naming(transfer.trucks()).after(transfer.at(), 0, 1, "TRANSSHIPPED", "CUSTOMS");
        release(clerk, times);
        leave(clerk.naming(journey.truck()), times);
    }
}
