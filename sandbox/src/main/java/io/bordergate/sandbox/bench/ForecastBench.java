package io.bordergate.sandbox.bench;

import io.bordergate.sandbox.Folders;
import io.bordergate.sandbox.GateHome;
import io.bordergate.sandbox.Progress;
import io.bordergate.sandbox.replay.InputFiles;
import io.bordergate.sandbox.replay.ReplayRun;
import io.bordergate.simulator.ReplayFiles;
import io.bordergate.simulator.Simulation;
import io.bordergate.simulator.scenario.Direction;
import io.bordergate.simulator.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Replays a scenario through the real broker, registry and topology and holds every forecast that came out against what the
 * simulator knows. Immutable.
 */
final class ForecastBench {
    private static final String FILE = "forecasts.csv";
    private static final int FIRST_ARRIVALS = 8;
    private static final int[] HOURS = {1, 3, 6, 12, 24};

    private final GateHome home;
    private final Progress progress;

    ForecastBench(GateHome home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    /** The lines of a report on one scenario. */
    List<String> run(String name) throws IOException {
        Path folder = home.state().resolve("bench").resolve("forecast");
        Folders.delete(folder);
        var played = BenchScenario.named(name, home);
        Scenario scenario = played.scenario();
        Simulation simulation = Simulation.of(scenario);
        progress.step("simulating " + scenario.name() + ", " + scenario.days() + " days");
        new ReplayFiles(folder).write(simulation, Duration.between(scenario.startsAt(), scenario.endsAt()));
        var inputs = new InputFiles.Paths(
                folder.resolve("positions.csv"), null, folder.resolve("milestones.jsonl"), statuses(folder));
        new ReplayRun(home, played.site(), BenchScenario.PARTITIONS, 1, progress).run(inputs, folder.resolve("out"));
        var score = new ForecastScore(simulation.groundTruth().gates(), scenario.startsAt(), scenario.endsAt());
        try (Stream<String> lines = Files.lines(folder.resolve("out").resolve(FILE))) {
            lines.skip(1).forEach(line -> count(line.split(",", -1), score));
        }
        Folders.delete(folder);
        return report(scenario, score);
    }

    private static Path statuses(Path folder) {
        Path file = folder.resolve("status.jsonl");
        return Files.exists(file) ? file : null;
    }

    private static void count(String[] fields, ForecastScore score) {
        for (int i = 0; i < HOURS.length; i++) {
            int column = FIRST_ARRIVALS + 3 * i;
            score.count(
                    fields[0],
                    Direction.valueOf(fields[1]),
                    Instant.parse(fields[2]),
                    HOURS[i],
                    Double.parseDouble(fields[column]),
                    Double.parseDouble(fields[column + 1]),
                    Double.parseDouble(fields[column + 2]));
        }
    }

    private static List<String> report(Scenario scenario, ForecastScore score) {
        List<String> lines = new ArrayList<>();
        lines.add("forecasts of arrivals, " + scenario.name() + ", seed " + scenario.seed() + ", " + scenario.days()
                + " days; mean absolute error in trucks");
        lines.add("hours  forecasts  came   ours  last value  yesterday  in band");
        for (ForecastScore.Line line : score.lines()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%5d %10d %5.1f %6.2f %11.2f %10.2f %7.0f%%",
                    line.hours(),
                    line.forecasts(),
                    line.trucks(),
                    line.ours(),
                    line.lastValue(),
                    line.yesterday(),
                    100 * line.within()));
        }
        return lines;
    }
}
