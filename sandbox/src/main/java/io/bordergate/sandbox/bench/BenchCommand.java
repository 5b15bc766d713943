package io.bordergate.sandbox.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.bordergate.sandbox.FreshPlatform;
import io.bordergate.sandbox.GateException;
import io.bordergate.sandbox.GateHome;
import io.bordergate.sandbox.Progress;
import io.bordergate.simulator.scenario.ScenarioException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the shipped topology beside its peers and writes .gate/bench/latest.json. */
@Command(
        name = "bench",
        description =
                "Measures fixes per second of the shipped topology beside a pass-through and a textbook topology; or forecasts, or advice.",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
    private static final int TRUCKS = 5_000;

    @Option(
            names = "--quick",
            description = "Three rounds of 1.5 million fixes, under three minutes; else seven of 4 million.")
    private boolean quick;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "Stream threads; default ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--forecast",
            paramLabel = "SCENARIO",
            description = "Instead: replays this scenario and holds the forecasts of arrivals against what came.")
    private String forecast;

    @Option(
            names = "--advice",
            paramLabel = "SCENARIO",
            description = "Instead: plays this scenario as it comes and with the advice followed, side by side.")
    private String advice;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (forecast != null) {
            return print((home, progress) -> new ForecastBench(home, progress).run(forecast));
        }
        if (advice != null) {
            return print((home, progress) -> new AdviceBench(home, progress).run(advice));
        }
        return measureThroughput();
    }

    /** Makes the lines of a report on a scenario. */
    private interface ScenarioBench {
        List<String> run(GateHome home, Progress progress) throws IOException;
    }

    private Integer print(ScenarioBench bench) throws IOException {
        var progress = new Progress(spec.commandLine().getErr(), Boolean.getBoolean("gate.terminal"));
        PrintWriter out = spec.commandLine().getOut();
        try {
            bench.run(GateHome.find(), progress).forEach(out::println);
            out.flush();
        } catch (ScenarioException e) {
            throw new GateException(e.getMessage(), e);
        }
        return 0;
    }

    private Integer measureThroughput() throws IOException {
        var home = GateHome.find();
        var progress = new Progress(spec.commandLine().getErr(), Boolean.getBoolean("gate.terminal"));
        var load = new FixLoad(TRUCKS, quick ? 300 : 800);
        try (var fresh = FreshPlatform.start(home, "bench", BenchScenario.PARTITIONS, progress)) {
            load.preload(
                    fresh.platform(), done -> progress.tell("preloading: " + Progress.number(done) + " fixes", false));
            progress.end();
            var bench = new ThroughputBench(fresh.platform(), BenchScenario.site(home), fresh.folder(), load, threads);
            PrintWriter out = spec.commandLine().getOut();
            Map<String, List<Double>> rounds = bench.rounds(quick ? 3 : 7, (what, speed) -> {
                out.printf(Locale.ROOT, "%-32s %,12.0f fixes/s%n", what, speed);
                out.flush();
            });
            report(rounds, load, home.state().resolve("bench").resolve("latest.json"));
        } finally {
            progress.end();
        }
        return 0;
    }

    private void report(Map<String, List<Double>> rounds, FixLoad load, Path file) throws IOException {
        Map<String, Object> throughput = new LinkedHashMap<>();
        throughput.put("fixes_per_second", Measured.of(rounds.get(ThroughputBench.SHIPPED)));
        throughput.put("ratio_to_passthrough", ratio(rounds, ThroughputBench.PASS_THROUGH));
        throughput.put("ratio_to_textbook", ratio(rounds, ThroughputBench.TEXTBOOK));
        throughput.put("passthrough_fixes_per_second", Measured.of(rounds.get(ThroughputBench.PASS_THROUGH)));
        throughput.put("textbook_fixes_per_second", Measured.of(rounds.get(ThroughputBench.TEXTBOOK)));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("at", Instant.now().toString());
        all.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("trucks", load.trucks());
        all.put("fixes", load.fixes());
        all.put("partitions", BenchScenario.PARTITIONS);
        all.put("stream_threads", threads);
        all.put("rounds", rounds);
        all.put("throughput", throughput);
        Files.createDirectories(file.getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
        print(throughput, file);
    }

    /** Round by round, so that what slows the machine for a while slows both sides. */
    private static Measured ratio(Map<String, List<Double>> rounds, String peer) {
        List<Double> ratios = new ArrayList<>();
        List<Double> shipped = rounds.get(ThroughputBench.SHIPPED);
        for (int round = 0; round < shipped.size(); round++) {
            ratios.add(shipped.get(round) / rounds.get(peer).get(round));
        }
        return Measured.of(ratios);
    }

    private void print(Map<String, Object> throughput, Path file) {
        PrintWriter out = spec.commandLine().getOut();
        throughput.forEach((name, figure) -> {
            var measured = (Measured) figure;
            String format =
                    name.startsWith("ratio") ? "%-30s %10.2f   (%.2f to %.2f)%n" : "%-30s %,10.0f   (%,.0f to %,.0f)%n";
            out.printf(Locale.ROOT, format, name, measured.median(), measured.min(), measured.max());
        });
        out.println("written to " + file);
        out.flush();
    }
}
