package io.bordergate.sandbox.up;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bordergate.event.YardOccupancyChanged;
import io.bordergate.sandbox.Folders;
import io.bordergate.sandbox.GateException;
import io.bordergate.sandbox.GateHome;
import io.bordergate.sandbox.Progress;
import io.bordergate.sandbox.RunFile;
import io.bordergate.simulator.Simulation;
import io.bordergate.simulator.scenario.Scenario;
import io.bordergate.simulator.scenario.ScenarioException;
import io.bordergate.simulator.site.SiteFileException;
import io.bordergate.simulator.site.SiteMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the whole product until Ctrl-C or for a while, and says at the end how its figures compare with the truth. */
@Command(
        name = "up",
        description = "Runs the whole product here: broker, registry, streams, simulator, dashboard.",
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Duration STATUS_EVERY = Duration.ofSeconds(5);

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            defaultValue = "normal-day",
            description = "Scenario of the simulator, by name or file; default ${DEFAULT-VALUE}.")
    private String scenario;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "60",
            description = "Simulated seconds a second, more than 0; default ${DEFAULT-VALUE}.")
    private double speed;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "8080",
            description = "Port of the page; broker, registry and health take the three that follow. Default"
                    + " ${DEFAULT-VALUE}.")
    private int port;

    @Option(names = "--headless", description = "Without the page; prints the occupancy now and then.")
    private boolean headless;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = ShortDuration.class,
            description = "Stop by itself after 90s, 2m, 1h, ...; default: at Ctrl-C.")
    private Duration duration;

    @Option(names = "--fresh", description = "Delete what an earlier run has kept, and start anew.")
    private boolean fresh;

    @Option(
            names = "--site",
            paramLabel = "FILE",
            description = "Site file, GeoJSON; default deploy/site/lang-son.geojson.")
    private Path site;

    @Spec
    private CommandSpec spec;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public Integer call() throws IOException {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new ParameterException(spec.commandLine(), "--speed is " + speed + ": give a number above 0");
        }
        var home = GateHome.find();
        RunFile.find(home).ifPresent(run -> {
            throw new GateException("a sandbox runs here already, as process " + run.pid() + ": stop it first");
        });
        var ports = PortPlan.from(port);
        if (fresh) {
            Folders.delete(home.state().resolve("data"));
        }
        Path file = site == null ? home.top().resolve("deploy/site/lang-son.geojson") : site;
        Simulation simulation = simulation(file);
        String text = Files.readString(file);
        var plan = new Sandbox.Plan(text, siteIdOf(text), scenario, speed, ports, headless);
        var onCtrlC = new Thread(this::stopAndWait, "ctrl-c");
        Runtime.getRuntime().addShutdownHook(onCtrlC);
        try {
            return run(home, plan, simulation, new SiteEdits(file, plan.siteId(), text, this::complain));
        } finally {
            stopped.countDown();
        }
    }

    private int run(GateHome home, Sandbox.Plan plan, Simulation simulation, SiteEdits edits) throws IOException {
        var err = spec.commandLine().getErr();
        var progress = new Progress(err, Boolean.getBoolean("gate.terminal"));
        try (var sandbox = Sandbox.start(home, plan, simulation, step -> progress.step("starting: " + step))) {
            progress.end();
            tellWhere(sandbox, plan);
            long deadline = duration == null ? Long.MAX_VALUE : System.nanoTime() + duration.toNanos();
            while (!isOver(sandbox, deadline)) {
                edits.find().ifPresent(text -> takeUp(sandbox, text));
                tellStatus(sandbox);
            }
            List<Agreement> found = sandbox.drain(step -> progress.tell(step, false));
            progress.end();
            tellAgreement(sandbox, found);
            progress.step("stopping");
            return found.stream().allMatch(Agreement::holds) ? 0 : 1;
        } finally {
            progress.end();
        }
    }

    private boolean isOver(Sandbox sandbox, long deadline) {
        long left = Math.min(deadline - System.nanoTime(), STATUS_EVERY.toNanos());
        try {
            boolean wanted = asked.await(Math.max(0, left), TimeUnit.NANOSECONDS);
            return wanted || System.nanoTime() >= deadline || sandbox.carrier().failure() != null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void takeUp(Sandbox sandbox, String siteText) {
        sandbox.publishSite(siteText);
        spec.commandLine().getOut().println("The site file has changed: it is published, and the streams take it up.");
    }

    private void complain(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }

    /** Ctrl-C: asks the main thread to end and lets the machine wait for it. */
    private void stopAndWait() {
        asked.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Simulation simulation(Path file) {
        try {
            return Simulation.of(Scenario.named(scenario, SiteMap.read(file)));
        } catch (ScenarioException e) {
            throw new GateException("scenario " + scenario + ": " + String.join("; ", e.faults()), e);
        } catch (SiteFileException e) {
            throw new GateException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new GateException("cannot read " + file + ": is there such a file?", e);
        }
    }

    private static String siteIdOf(String geoJson) throws IOException {
        return new ObjectMapper().readTree(geoJson).path("siteId").asText("site");
    }

    private void tellWhere(Sandbox sandbox, Sandbox.Plan plan) {
        PrintWriter out = spec.commandLine().getOut();
        if (!plan.headless()) {
            out.println("board      http://127.0.0.1:" + plan.ports().page() + "/");
        }
        out.println("broker     " + sandbox.bootstrapServers());
        out.println("registry   " + sandbox.registryUrl());
        out.println("streams    http://127.0.0.1:" + plan.ports().health() + "/ready, /health, /metrics, /topology");
        FeedPosition from = sandbox.carrier().position();
        out.printf(
                Locale.ROOT,
                "simulator  %s at %s times real time, from %s, report %,d%n",
                scenario,
                speed == Math.rint(speed) ? Long.toString((long) speed) : Double.toString(speed),
                LOCAL.format(sandbox.carrier().time()),
                from.nextReport());
        out.println(duration == null ? "Ctrl-C stops it." : "It stops by itself after " + duration + ".");
        out.flush();
    }

    private void tellStatus(Sandbox sandbox) {
        Instant time = sandbox.carrier().time();
        String yards = new TreeMap<>(sandbox.occupancy())
                .values().stream().map(UpCommand::words).collect(Collectors.joining("  "));
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s  %,d fixes  %s%s%n",
                LOCAL.format(time),
                sandbox.carrier().position().positions(),
                yards,
                sandbox.carrier().isOver() ? "  (the scenario is over)" : "");
        out.flush();
    }

    private static String words(YardOccupancyChanged yard) {
        int trucks = yard.getConfirmedTrucks() + yard.getUncertainTrucks();
        return yard.getYardId() + " " + trucks + (yard.getCapacity() == null ? "" : "/" + yard.getCapacity());
    }

    private void tellAgreement(Sandbox sandbox, List<Agreement> found) {
        PrintWriter out = spec.commandLine().getOut();
        FeedPosition sent = sandbox.carrier().position();
        out.printf(
                Locale.ROOT,
                "%nAll %,d fixes and %,d milestones have met their fate. Trucks in the yards at %s:%n",
                sent.positions(),
                sent.milestones(),
                LOCAL.format(sandbox.carrier().time()));
        found.forEach(yard -> out.println(yard.line()));
        out.flush();
    }
}
