package io.bordergate.sandbox.bench;

import io.bordergate.sandbox.GateHome;
import io.bordergate.sandbox.Progress;
import io.bordergate.sandbox.replay.StepwiseReplay;
import io.bordergate.simulator.GateCost;
import io.bordergate.simulator.Report;
import io.bordergate.simulator.Simulation;
import io.bordergate.simulator.scenario.Flow;
import io.bordergate.simulator.scenario.Scenario;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Plays a scenario twice: as it comes, and with operators who look each hour at what the product advises, and ask it of the drivers.
 * The advice is that of the real broker, registry and topology; what it did is told by the simulator's truth. Immutable.
 */
final class AdviceBench {
    private static final Duration LOOK_EVERY = Duration.ofHours(1);
    private static final double FULL = 0.95;

    private final GateHome home;
    private final Progress progress;

    AdviceBench(GateHome home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    /** The lines of a report on one scenario. */
    List<String> run(String name) throws IOException {
        var played = BenchScenario.named(name, home);
        Simulation asItCame = Simulation.of(played.scenario());
        return report(played.scenario(), asItCame, follow(played));
    }

    private Simulation follow(BenchScenario played) throws IOException {
        Scenario scenario = played.scenario();
        var operators = new Followed();
        Simulation simulation = Simulation.of(scenario);
        Iterator<Report> reports = simulation.reportsFrom(0);
        long sent = 0;
        try (var replay = StepwiseReplay.start(home, played.site(), BenchScenario.PARTITIONS, progress)) {
            Report next = nextOf(reports);
            for (Instant now = scenario.startsAt(); now.isBefore(scenario.endsAt()); now = now.plus(LOOK_EVERY)) {
                while (next != null && !next.recordTime().isAfter(now)) {
                    replay.send(next);
                    sent++;
                    next = nextOf(reports);
                }
                progress.tell("followed until " + now, false);
                if (operators.follow(now, replay.adviceAt(now))) {
                    simulation = Simulation.of(scenario, operators.guidance());
                    reports = simulation.reportsFrom(sent);
                    next = nextOf(reports);
                }
            }
        } finally {
            progress.end();
        }
        return simulation;
    }

    /** Null after the last. */
    private static Report nextOf(Iterator<Report> reports) {
        return reports.hasNext() ? reports.next() : null;
    }

    private static List<String> report(Scenario scenario, Simulation asItCame, Simulation followed) {
        List<String> gates =
                scenario.flows().stream().map(Flow::gate).distinct().sorted().toList();
        List<GateCost> before = costs(gates, scenario, asItCame);
        List<GateCost> after = costs(gates, scenario, followed);
        List<String> lines = new ArrayList<>();
        lines.add("advice followed, " + scenario.name() + ", seed " + scenario.seed() + ", " + scenario.days()
                + " days; operators look each hour, "
                + Math.round(100 * scenario.operation().obeyShare()) + " % of the drivers do as they are asked");
        lines.add(String.format(Locale.ROOT, "%-44s %12s %12s", "", "as it came", "followed"));
        add(lines, "all gates: hours waited on the road", before, after, GateCost::hoursOnTheRoad);
        add(lines, "  exports at the gates", before, after, GateCost::exportHoursAtGate);
        add(lines, "  imports at the gates", before, after, GateCost::importHoursAtGate);
        add(lines, "  held in buffers", before, after, GateCost::hoursInBuffers);
        add(lines, "kept at their origins, hours", before, after, GateCost::hoursAtOrigins);
        add(lines, "on the road and at origins together", before, after, GateCost::hoursWaited);
        add(lines, "  hours with yards above 95 %", before, after, GateCost::hoursFull);
        add(lines, "  trucks diverted", before, after, GateCost::diverted);
        add(lines, "  trucks held", before, after, GateCost::held);
        add(lines, "  trucks kept at their origins", before, after, GateCost::keptAtOrigin);
        for (int i = 0; i < gates.size(); i++) {
            var one = before.subList(i, i + 1);
            var other = after.subList(i, i + 1);
            add(lines, gates.get(i) + ": hours waited on the road", one, other, GateCost::hoursOnTheRoad);
            add(lines, "  exports at the gate", one, other, GateCost::exportHoursAtGate);
            add(lines, "  hours with yards above 95 %", one, other, GateCost::hoursFull);
        }
        return lines;
    }

    private static List<GateCost> costs(List<String> gates, Scenario scenario, Simulation simulation) {
        var truth = simulation.groundTruth();
        return gates.stream()
                .map(gate -> truth.cost(gate, scenario.startsAt(), scenario.endsAt(), FULL))
                .toList();
    }

    private static void add(
            List<String> lines,
            String what,
            List<GateCost> before,
            List<GateCost> after,
            ToDoubleFunction<GateCost> figure) {
        double one = before.stream().mapToDouble(figure).sum();
        double other = after.stream().mapToDouble(figure).sum();
        if (one > 0 || other > 0) {
            lines.add(String.format(Locale.ROOT, "%-44s %,12.0f %,12.0f", what, one, other));
        }
    }
}
