package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Scenario;
import io.bordergate.simulator.scenario.ScenarioException;
import io.bordergate.simulator.site.SiteFileException;
import io.bordergate.simulator.site.SiteMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command line that writes a scenario as files for a replay. */
@Command(
        name = "simulator",
        mixinStandardHelpOptions = true,
        description =
                "Writes a scenario as replay files: positions.csv, milestones.jsonl, status.jsonl if gates change, and the truth as truth*.csv.")
public final class SimulatorApp implements Callable<Integer> {

    @Option(
            names = "--scenario",
            defaultValue = "normal-day",
            description = "A scenario's name or a YAML file (default: ${DEFAULT-VALUE}).")
    private String scenario;

    @Option(names = "--site", required = true, description = "The site file (GeoJSON).")
    private Path site;

    @Option(names = "--for", defaultValue = "PT24H", description = "How much to write (default: ${DEFAULT-VALUE}).")
    private Duration length;

    @Option(names = "--seed", description = "Another seed than the scenario's own.")
    private Long seed;

    @Option(names = "--out", required = true, description = "Folder for the files; made if missing.")
    private Path out;

    @Spec
    private CommandSpec command;

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    /** Runs the command line and returns its exit code. */
    static int execute(String... arguments) {
        return new CommandLine(new SimulatorApp()).execute(arguments);
    }

    @Override
    public Integer call() {
        try {
            Scenario asWritten = Scenario.named(scenario, SiteMap.read(site));
            Scenario played = seed == null ? asWritten : asWritten.withSeed(seed);
            long reports = new ReplayFiles(out).write(Simulation.of(played), length);
            console()
                    .println("scenario " + played.name() + ", seed " + played.seed() + ": " + reports + " reports of "
                            + length + " written to " + out);
            return CommandLine.ExitCode.OK;
        } catch (ScenarioException | SiteFileException e) {
            return refused(e.getMessage());
        } catch (IOException e) {
            return refused("cannot read or write " + e.getMessage());
        }
    }

    private int refused(String message) {
        command.commandLine().getErr().println(message);
        return CommandLine.ExitCode.SOFTWARE;
    }

    private PrintWriter console() {
        return command.commandLine().getOut();
    }
}
