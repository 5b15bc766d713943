package io.bordergate.sandbox.replay;

import io.bordergate.domain.site.Site;
import io.bordergate.sandbox.GateException;
import io.bordergate.sandbox.GateHome;
import io.bordergate.sandbox.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Replays recorded files and writes what came out. */
@Command(
        name = "replay",
        description = "Replays recorded files through the real broker, registry and topology, and writes the results.",
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {

    @Option(names = "--site", required = true, paramLabel = "FILE", description = "Site file, GeoJSON.")
    private Path site;

    @Option(
            names = "--positions",
            required = true,
            paramLabel = "FILE",
            description = "CSV with a header: truck_id,event_time,lat,lon and optionally received_time, speed_kmh,"
                    + " heading_deg, accuracy_m, datum, vehicle, device_id.")
    private Path positions;

    @Option(
            names = "--devices",
            paramLabel = "FILE",
            description = "Which trucks the devices were on whose positions have no truck_id, CSV with a header:"
                    + " device_id,truck_id,valid_from,valid_to and optionally registered_at.")
    private Path devices;

    @Option(names = "--milestones", paramLabel = "FILE", description = "Milestones of declarations, JSON Lines.")
    private Path milestones;

    @Option(names = "--status", paramLabel = "FILE", description = "Changes of gate service, JSON Lines.")
    private Path status;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the result files.")
    private Path out;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description = "Partitions of the topics by truck, 1 to 64; default ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(
            names = "--instances",
            paramLabel = "N",
            defaultValue = "1",
            description = "Instances of the application, 1 to 8; default ${DEFAULT-VALUE}.")
    private int instances;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        between("--partitions", partitions, 1, 64);
        between("--instances", instances, 1, 8);
        requireFile(positions);
        requireFile(site);
        requireFile(devices);
        requireFile(milestones);
        requireFile(status);
        for (Path file : new Path[] {positions, site, devices, milestones, status}) {
            if (file != null) {
                Sidecar.check(file);
            }
        }
        Site parsed = SiteFiles.read(site);
        var inputs = new InputFiles.Paths(positions, BindingFiles.read(devices), milestones, status);
        var err = spec.commandLine().getErr();
        var progress = new Progress(err, Boolean.getBoolean("gate.terminal"));
        print(new ReplayRun(GateHome.find(), parsed, partitions, instances, progress).run(inputs, out));
        return 0;
    }

    private void print(Summary summary) {
        PrintWriter printer = spec.commandLine().getOut();
        summary.lines().forEach(printer::println);
        printer.println("results in " + out);
        printer.flush();
    }

    private void between(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(), option + " is " + value + ": give " + least + " to " + most);
        }
    }

    private static void requireFile(Path file) {
        if (file != null && !Files.isReadable(file)) {
            throw new GateException("cannot read " + file + ": there is no such file, or it may not be read");
        }
        if (file != null && Files.isDirectory(file)) {
            throw new GateException(file + " is a folder: give a file");
        }
    }
}
