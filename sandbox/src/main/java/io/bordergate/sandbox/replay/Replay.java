package io.bordergate.sandbox.replay;

import io.bordergate.connect.feed.GateStatusJson;
import io.bordergate.connect.feed.LineReader;
import io.bordergate.connect.feed.MilestoneJson;
import io.bordergate.connect.feed.PositionCsv;
import io.bordergate.connect.feed.UnreadableLineException;
import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import io.bordergate.event.ClockTicked;
import io.bordergate.event.DeclarationMilestoneReported;
import io.bordergate.event.GateStatusChanged;
import io.bordergate.event.StayClosure;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.YardOccupancyChanged;
import io.bordergate.event.ZoneKind;
import io.bordergate.sandbox.CommittedTable;
import io.bordergate.sandbox.FateLedger;
import io.bordergate.sandbox.GateException;
import io.bordergate.sandbox.Platform;
import io.bordergate.sandbox.Progress;
import io.bordergate.serde.AvroSerdes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** One replay: send, wait until all has met its fate, move the clock to the end, write what came out. Not thread-safe. */
final class Replay {
    private static final Duration SETTLE = Duration.ofSeconds(30);

    /**
     * What is replayed. Files may be null but for positions.
     *
     * @param positions CSV
     * @param milestones JSON Lines
     * @param status JSON Lines
     */
    record Input(Path positions, Path milestones, Path status) {}

    /** What is said of it at the end. */
    record Summary(long lines, Map<String, Long> fates, int visits, double positionsPerSecond) {}

    private final Platform platform;
    private final Instances instances;
    private final int partitions;
    private final Progress progress;
    private final Map<String, Map<String, Long>> fates = new LinkedHashMap<>();

    Replay(Platform platform, Instances instances, int partitions, Progress progress) {
        this.platform = platform;
        this.instances = instances;
        this.partitions = partitions;
        this.progress = progress;
    }

    Summary run(Input input, ResultFiles results) throws IOException {
        try (var sender = new InputSender(platform.bootstrapServers(), platform.serde());
                var ledger = new FateLedger(platform.bootstrapServers(), platform.serde())) {
            long start = System.nanoTime();
            long positions = sendPositions(input.positions(), sender, ledger);
            double seconds = (System.nanoTime() - start) / 1e9;
            sendMilestones(input.milestones(), sender, ledger);
            sendStatus(input.status(), sender, ledger);
            moveClock(sender, ledger);
            List<TruckStayChanged> visits = collectVisits();
            results.writeStays(visits);
            results.writeOccupancy(visits);
            results.writeFates(fateLines());
            return new Summary(lines(), totals(), visits.size(), positions / seconds);
        }
    }

    private long sendPositions(Path file, InputSender sender, FateLedger ledger) throws IOException {
        try (var lines = new RawLines(file)) {
            byte[] header = lines.next();
            if (header == null) {
                throw new GateException(file + " is empty: the first line must name the columns");
            }
            var csv = positionReader(file, new String(header, StandardCharsets.UTF_8));
            return send(
                    "positions", lines, csv, BorderTopics.TRUCK_POSITION, TruckPositionReported.class, sender, ledger);
        }
    }

    private void sendMilestones(Path file, InputSender sender, FateLedger ledger) throws IOException {
        if (file != null) {
            try (var lines = new RawLines(file)) {
                var reader = new MilestoneJson("replay", Clock.systemUTC());
                var topic = BorderTopics.DECLARATION_MILESTONE;
                send("milestones", lines, reader, topic, DeclarationMilestoneReported.class, sender, ledger);
            }
        }
    }

    private void sendStatus(Path file, InputSender sender, FateLedger ledger) throws IOException {
        if (file != null) {
            try (var lines = new RawLines(file)) {
                var reader = new GateStatusJson(Clock.systemUTC());
                send("status", lines, reader, BorderTopics.GATE_STATUS, GateStatusChanged.class, sender, ledger);
            }
        }
    }

    private <T extends SpecificRecord> long send(
            String name,
            RawLines lines,
            LineReader<T> reader,
            Topic topic,
            Class<T> type,
            InputSender sender,
            FateLedger ledger)
            throws IOException {
        InputSender.Sent sent = sender.send(name, lines, reader, topic, type, progress);
        ledger.await(
                topic,
                sent.sent(),
                instances::haveFailed,
                done -> progress.tell(
                        name + ": " + Progress.number(done) + " of " + Progress.number(sent.sent()) + " done", false));
        Map<String, Long> found = new TreeMap<>(ledger.fatesOf(topic));
        found.merge("DEAD_LETTERED,UNREADABLE", sent.unreadable(), Long::sum);
        fates.put(name, found);
        return sent.sent();
    }

    /** To the last recordTime of the input, in every partition, and no further. */
    private void moveClock(InputSender sender, FateLedger ledger) {
        long last = sender.lastRecordTime();
        if (last == Long.MIN_VALUE) {
            return;
        }
        try (var ticks = AvroSerdes.serializer(ClockTicked.class, platform.serde())) {
            byte[] tick = ticks.serialize(
                    BorderTopics.CLOCK.name(),
                    ClockTicked.newBuilder().setTime(Instant.ofEpochMilli(last)).build());
            for (int partition = 0; partition < partitions; partition++) {
                sender.send(BorderTopics.CLOCK, partition, last, Integer.toString(partition), tick);
            }
        }
        sender.flush();
        ledger.await(BorderTopics.CLOCK, partitions, instances::haveFailed, done -> progress.tell("clock", false));
    }

    private List<TruckStayChanged> collectVisits() {
        try (var stays = new CommittedTable<>(
                        BorderTopics.TRUCK_STAY,
                        TruckStayChanged.class,
                        platform.bootstrapServers(),
                        platform.serde());
                var yards = new CommittedTable<>(
                        BorderTopics.YARD_OCCUPANCY,
                        YardOccupancyChanged.class,
                        platform.bootstrapServers(),
                        platform.serde())) {
            Collection<TruckStayChanged> all = stays.readToEnd().values();
            awaitAgreement(all, yards);
            return ResultFiles.visits(all);
        }
    }

    /** The live occupancy must end as a recount of the stays does. */
    private static void awaitAgreement(Collection<TruckStayChanged> stays, CommittedTable<YardOccupancyChanged> yards) {
        Map<String, Integer> recount = new TreeMap<>();
        stays.stream()
                .filter(stay -> stay.getClosedBy() == StayClosure.OPEN && isCounted(stay.getZoneKind()))
                .forEach(stay -> recount.merge(stay.getZoneId(), 1, Integer::sum));
        long deadline = System.nanoTime() + SETTLE.toNanos();
        Map<String, Integer> live = trucks(yards);
        while (!live.equals(recount)) {
            if (System.nanoTime() > deadline) {
                throw new GateException("the live occupancy " + live + " does not agree with a recount of the stays "
                        + recount + ": please report this with .gate/logs");
            }
            live = trucks(yards);
        }
    }

    private static boolean isCounted(ZoneKind kind) {
        return kind == ZoneKind.YARD || kind == ZoneKind.BUFFER;
    }

    /** Trucks in each yard that is not empty, as published. */
    private static Map<String, Integer> trucks(CommittedTable<YardOccupancyChanged> yards) {
        Map<String, Integer> live = new TreeMap<>();
        for (YardOccupancyChanged yard : yards.poll(Duration.ofMillis(100)).values()) {
            int trucks = yard.getConfirmedTrucks() + yard.getUncertainTrucks();
            if (trucks > 0) {
                live.put(yard.getYardId(), trucks);
            }
        }
        return live;
    }

    private List<String> fateLines() {
        List<String> lines = new ArrayList<>();
        fates.forEach((input, found) -> found.forEach((fate, count) -> {
            if (count > 0) {
                lines.add(input + "," + fate + "," + count);
            }
        }));
        return lines;
    }

    private long lines() {
        return totals().values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> totals() {
        Map<String, Long> totals = new TreeMap<>();
        fates.values()
                .forEach(
                        found -> found.forEach((fate, count) -> totals.merge(fate.split(",", 2)[0], count, Long::sum)));
        return totals;
    }

    private static PositionCsv positionReader(Path file, String header) {
        try {
            return new PositionCsv(header, "replay", Clock.systemUTC());
        } catch (UnreadableLineException e) {
            throw new GateException(file + ": " + e.getMessage(), e);
        }
    }
}
