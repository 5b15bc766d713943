package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** The scenario in which all goes wrong, made once for all tests. Immutable. */
final class DirtyDay {

    static final Simulation SIMULATION = Simulation.of(scenario());
    static final GroundTruth TRUTH = SIMULATION.groundTruth();
    static final Instant START = SIMULATION.scenario().startsAt();
    static final Instant END = SIMULATION.scenario().endsAt();

    private DirtyDay() {}

    static Scenario scenario() {
        try {
            return Scenario.named("dirty-day", NormalDay.SITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<TruckJourney> journeys() {
        return SIMULATION.plan().journeys();
    }

    static List<TruckJourney> journeys(Story story) {
        return journeys().stream().filter(journey -> journey.story() == story).toList();
    }

    static List<Milestone> milestones(TruckJourney journey) {
        return new MilestoneScript(journey, SIMULATION.scenario()).milestones();
    }
}
