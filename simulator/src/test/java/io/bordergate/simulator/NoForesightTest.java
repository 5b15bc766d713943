package io.bordergate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.simulator.scenario.GateChange;
import io.bordergate.simulator.scenario.GateChange.Status;
import io.bordergate.simulator.scenario.Operation;
import io.bordergate.simulator.scenario.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is reported before a time does not depend on what happens to trucks after it. */
class NoForesightTest {

    static LongStream seeds() {
        return LongStream.range(100, 115);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aServiceThatIsCutChangesNothingReportedBefore(long seed) {
        Scenario scenario = SmallQueues.scenario(seed);
        Instant cut = scenario.startsAt().plusMillis((long) (new Random(seed).nextDouble() * 2 * 86_400_000));
        Iterator<Report> asPlanned = Simulation.of(scenario).reportsFrom(0);
        Iterator<Report> asCut = Simulation.of(cutAt(scenario, cut)).reportsFrom(0);

        Report next = asPlanned.next();
        while (next.recordTime().isBefore(cut)) {
            assertThat(asCut.next()).as("cut at %s", cut).isEqualTo(next);
            if (!asPlanned.hasNext()) {
                return;
            }
            next = asPlanned.next();
        }
        assertThat(asCut.next().recordTime()).isAfterOrEqualTo(cut);
    }

    private static Scenario cutAt(Scenario scenario, Instant cut) {
        List<GateChange> changes = new ArrayList<>(scenario.operation().changes());
        changes.removeIf(
                change -> !change.from().isBefore(cut) && !change.announced().isBefore(cut));
        changes.add(new GateChange(
                "tan-thanh", Optional.empty(), Status.CLOSED, cut, cut, 0, Optional.empty(), Optional.empty()));
        return scenario.withOperation(new Operation(scenario.operation().services(), changes));
    }
}
