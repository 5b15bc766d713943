package io.bordergate.sandbox.replay;

import static io.bordergate.contract.BorderTopics.CLOCK;
import static io.bordergate.contract.BorderTopics.CLOCK_REACHED;
import static io.bordergate.contract.BorderTopics.GATE_ADVICE;
import static io.bordergate.contract.BorderTopics.GATE_ALERT;
import static io.bordergate.contract.BorderTopics.GATE_DAILY;
import static io.bordergate.contract.BorderTopics.GATE_FORECAST;
import static io.bordergate.contract.BorderTopics.GATE_LOAD;
import static io.bordergate.contract.BorderTopics.INPUT_FATE;
import static io.bordergate.contract.BorderTopics.TRIP_DISCREPANCY;
import static io.bordergate.contract.BorderTopics.TRUCK_STAY;
import static io.bordergate.contract.BorderTopics.TRUCK_TRIP;
import static io.bordergate.contract.BorderTopics.YARD_OCCUPANCY;

import io.bordergate.contract.Topic;
import io.bordergate.sandbox.Brokers;
import io.bordergate.sandbox.ClockTicks;
import io.bordergate.sandbox.FateLedger;
import io.bordergate.sandbox.Platform;
import io.bordergate.sandbox.Progress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One replay: send, wait until all has met its fate, move the clock to the end, write what came out. Not thread-safe. */
final class Replay {
    private static final List<Topic> RESULTS = List.of(
            TRUCK_STAY,
            TRUCK_TRIP,
            TRIP_DISCREPANCY,
            YARD_OCCUPANCY,
            GATE_LOAD,
            GATE_FORECAST,
            GATE_ADVICE,
            GATE_ALERT,
            GATE_DAILY,
            INPUT_FATE,
            CLOCK_REACHED);
    private static final Duration STANDSTILL = Duration.ofMinutes(2);

    private final Platform platform;
    private final Instances instances;
    private final int partitions;
    private final Progress progress;
    private final Patience patience;

    Replay(Platform platform, Instances instances, int partitions, Progress progress) {
        this.platform = platform;
        this.instances = instances;
        this.partitions = partitions;
        this.progress = progress;
        this.patience = new Patience(instances::haveFailed, words -> progress.tell(words, false), STANDSTILL);
    }

    Summary run(InputFiles.Paths paths, ResultFiles results) throws IOException {
        try (var sender = new InputSender(platform.bootstrapServers());
                var inputs = InputFiles.open(paths, sender, platform.serde());
                var ledger = new FateLedger(platform.bootstrapServers(), platform.serde())) {
            long start = System.nanoTime();
            inputs.sendAll(progress);
            Map<String, Map<String, Long>> fates = new LinkedHashMap<>();
            double seconds = 0;
            for (InputFile<?> input : inputs.files()) {
                fates.put(input.name(), awaitFates(input, ledger));
                seconds = seconds > 0 ? seconds : (System.nanoTime() - start) / 1e9;
            }
            moveClock(sender, ledger);
            awaitEnd();
            double rate = inputs.files().get(0).sent() / seconds;
            return write(results, Outcome.read(platform), fates, rate);
        }
    }

    /** Waits until every line of an input has met its fate, and says which. */
    private Map<String, Long> awaitFates(InputFile<?> input, FateLedger ledger) {
        String of = " of " + Progress.number(input.sent()) + " done";
        ledger.await(
                input.topic(),
                input.sent(),
                instances::haveFailed,
                done -> progress.tell(input.name() + ": " + Progress.number(done) + of, false));
        Map<String, Long> fates = new TreeMap<>(ledger.fatesOf(input.topic()));
        input.setAside().forEach((fate, count) -> fates.merge(fate, count, Long::sum));
        return fates;
    }

    /** To the last recordTime of the input, in every partition of every stage, and no further. */
    private void moveClock(InputSender sender, FateLedger ledger) {
        long last = sender.lastRecordTime();
        if (last == Long.MIN_VALUE) {
            return;
        }
        Instant end = Instant.ofEpochMilli(last);
        new ClockTicks(platform.serde(), partitions).at(end).forEach(sender::send);
        sender.flush();
        ledger.await(CLOCK, partitions, instances::haveFailed, done -> progress.tell("clock", false));
        // The gates hear the partitions of the trips and those of operators' inputs, of which there are as many.
        await(StageClock.LAST_STAGE, StageClock.LAST_PARTITIONS, end, 2 * partitions);
        await(StageClock.ADVICE, 1, end, StageClock.LAST_PARTITIONS);
    }

    private void await(String stage, int of, Instant end, int sources) {
        try (var clock = new StageClock(platform.bootstrapServers(), platform.serde(), stage)) {
            patience.await(
                    () -> new End(clock.partitionsAt(end, sources), clock.hours()),
                    reached -> reached.partitions() == of,
                    reached -> stage + ": " + reached.partitions() + " of " + of + " partitions have come to the end");
        }
    }

    /** How many partitions of a stage are at the end, and how far the clocks of all have come. */
    private record End(int partitions, long hours) {}

    /** Until nothing is under way between two stages, and no transaction hides a result. */
    private void awaitEnd() {
        try (var admin = Brokers.admin(platform.bootstrapServers())) {
            var remains = new Remains(admin, Instances.APPLICATION_ID);
            patience.await(
                    remains::uncommitted,
                    left -> left == 0,
                    left -> Progress.number(left) + " records between the stages are not dealt with");
            patience.await(
                    () -> remains.inOpenTransactions(RESULTS),
                    open -> open == 0,
                    open -> Progress.number(open) + " results lie in open transactions");
        }
    }

    private static Summary write(
            ResultFiles results, Outcome outcome, Map<String, Map<String, Long>> fates, double positionsPerSecond) {
        var visits = StaysCsv.visits(outcome.stays());
        var trips = TripsCsv.holding(outcome.trips());
        var discrepancies = DiscrepanciesCsv.holding(outcome.discrepancies());
        results.write(StaysCsv.NAME, StaysCsv.lines(visits));
        results.write(OccupancyCsv.NAME, OccupancyCsv.lines(visits));
        results.write(TripsCsv.NAME, TripsCsv.lines(trips));
        results.write(DiscrepanciesCsv.NAME, DiscrepanciesCsv.lines(discrepancies));
        results.write(AlertsCsv.NAME, AlertsCsv.lines(outcome.alerts()));
        results.write(DailyCsv.NAME, DailyCsv.lines(outcome.days()));
        results.write(ForecastsCsv.NAME, ForecastsCsv.lines(outcome.forecasts()));
        results.write(AdviceCsv.NAME, AdviceCsv.lines(outcome.advice()));
        results.write(FatesCsv.NAME, FatesCsv.lines(fates));
        outcome.checkOccupancy();
        return new Summary(
                Summary.totals(fates),
                visits.size(),
                trips.size(),
                outcome.alerts().size(),
                outcome.days().size(),
                DiscrepanciesCsv.openByKind(discrepancies),
                positionsPerSecond);
    }
}
