package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Scenario;
import java.util.Iterator;
import java.util.List;

/**
 * A scenario played: the ordered sequence of all reports that the outside world sends. Immutable; each iterator stands
 * alone and keeps only the trips under way in memory.
 */
public final class Simulation {

    private final TrafficPlan plan;

    private Simulation(TrafficPlan plan) {
        this.plan = plan;
    }

    public static Simulation of(Scenario scenario) {
        return of(scenario, List.of());
    }

    /** With what operators ask of trucks; what is reported until a time depends only on what they ask until then. */
    public static Simulation of(Scenario scenario, List<Guidance> guidance) {
        return new Simulation(TrafficPlan.of(scenario, guidance));
    }

    /** Reports ordered by record time, truck and sequence, beginning with the one of the index given. */
    public Iterator<Report> reportsFrom(long index) {
        if (index < 0) {
            throw new IllegalArgumentException("report index must be 0 or more, is " + index);
        }
        return new ReportMerge(plan).skip(index);
    }

    public TrafficPlan plan() {
        return plan;
    }

    public Scenario scenario() {
        return plan.scenario();
    }

    public GroundTruth groundTruth() {
        return GroundTruth.of(plan);
    }
}
