package io.bordergate.sandbox.faults;

import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.YardOccupancyChanged;
import io.bordergate.sandbox.CommittedTable;
import io.bordergate.sandbox.FateLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until the product has dealt with all that was acknowledged, moves the clock to the end, and examines what it says: nothing
 * lost, nothing doubled, nothing hanging, and all as the oracle has it. Not thread-safe.
 */
final class Examination {
    private static final Duration SETTLE = Tier.limit(60);

    private final Stand stand;
    private final Verdict verdict;
    private final Map<String, Integer> beyondOracle = new TreeMap<>();
    private final List<String> oracleOnly = new ArrayList<>();
    private Instant end;

    Examination(Stand stand, Verdict verdict) {
        this.stand = stand;
        this.verdict = verdict;
    }

    /** Not with the last recordTime of the load, but later; the oracle is told by a line of a truck that is nowhere near. */
    Examination clockAt(Instant time) {
        end = time;
        oracleOnly.add("CLOCK," + time + "," + time + ",21.55,106.55");
        return this;
    }

    /** Positions that were sent beside the load, as FATE,REASON; the oracle does not know of them. */
    Examination alsoSent(List<String> fates) {
        fates.forEach(fate -> beyondOracle.merge(fate, 1, Integer::sum));
        return this;
    }

    Verdict examine() throws IOException {
        List<String> fates = drain();
        Path positions = stand.folder().resolve("acked.csv");
        List<String> lines = new ArrayList<>(stand.load().acknowledgedFile());
        lines.addAll(oracleOnly);
        Files.write(positions, lines);

        var stays = stand.committed().read(BorderTopics.TRUCK_STAY.name(), TruckStayChanged.class);
        Map<String, TruckStayChanged> newest = SecondOpinion.newest(stays);
        verdict.figure("sent", stand.load().sent())
                .figure("unreadableLines", stand.load().unreadable())
                .figure("stayRevisions", stays.size());
        verdict.same("every revision once, none missing", SecondOpinion.revisionFaults(stays), List.of());
        checkOccupancy(SecondOpinion.recount(newest.values()));
        SecondOpinion.compare(verdict, stand.siteFile(), positions, stand.now(), newest.values(), fates);
        checkNothingHangs();
        checkThreads();
        return verdict;
    }

    /** Waits for fates to add up; returns them as lines. */
    private List<String> drain() {
        try (var ledger = new FateLedger(stand.cluster().bootstrapServers(), stand.serde())) {
            long start = System.nanoTime();
            long positions = stand.load().sent()
                    + beyondOracle.values().stream()
                            .mapToLong(Integer::longValue)
                            .sum();
            ledger.await(BorderTopics.TRUCK_POSITION, positions, this::haveFailed, done -> {});
            verdict.figure("secondsToDrain", Math.rint((System.nanoTime() - start) / 1e7) / 100);
            stand.load().tick(end == null ? stand.load().lastRecordTime() : end);
            ledger.await(BorderTopics.CLOCK, stand.load().ticks(), this::haveFailed, done -> {});
            verdict.check("fates add up to what was sent", true, positions + " positions");
            return fateLines(ledger.fatesOf(BorderTopics.TRUCK_POSITION));
        }
    }

    private List<String> fateLines(Map<String, Long> counted) {
        Map<String, Long> fates = new TreeMap<>(counted);
        fates.merge("APPLIED,", (long) oracleOnly.size(), Long::sum);
        beyondOracle.forEach((fate, count) -> fates.merge(fate, (long) -count, Long::sum));
        fates.values().removeIf(count -> count == 0);
        if (stand.load().unreadable() > 0) {
            fates.merge("DEAD_LETTERED,UNREADABLE", (long) stand.load().unreadable(), Long::sum);
        }
        List<String> lines = new ArrayList<>(List.of("input,fate,reason,count"));
        fates.forEach((fate, count) -> lines.add("positions," + fate + "," + count));
        return lines;
    }

    private boolean haveFailed() {
        return stand.apps().stream().anyMatch(app -> app.isAlive() && !app.isHealthy());
    }

    private void checkOccupancy(Map<String, Integer> recount) {
        try (var yards = new CommittedTable<>(
                BorderTopics.YARD_OCCUPANCY,
                YardOccupancyChanged.class,
                stand.cluster().bootstrapServers(),
                stand.serde())) {
            long deadline = System.nanoTime() + SETTLE.toNanos();
            Map<String, Integer> live = trucks(yards);
            while (!live.equals(recount) && System.nanoTime() < deadline) {
                live = trucks(yards);
            }
            verdict.same("live occupancy as a recount of the stays", live, recount);
        }
    }

    private static Map<String, Integer> trucks(CommittedTable<YardOccupancyChanged> yards) {
        Map<String, Integer> live = new TreeMap<>();
        for (YardOccupancyChanged yard : yards.poll(Duration.ofMillis(100)).values()) {
            int trucks = yard.getConfirmedTrucks() + yard.getUncertainTrucks();
            if (trucks != 0) {
                live.put(yard.getYardId(), trucks);
            }
        }
        return live;
    }

    private void checkNothingHangs() {
        Waiting.until(
                "offsets to be committed to the end",
                SETTLE,
                () -> uncommitted().isEmpty());
        verdict.check("all input is committed", true, "");
        Waiting.until("transactions to end", SETTLE, () -> openTransactions().isEmpty());
        verdict.check("no open transaction on any output", true, "");
    }

    /** What is behind and why, for the log of a test that has failed. */
    static String behind(Stand stand) {
        var examination = new Examination(stand, stand.newVerdict());
        return "not committed " + examination.uncommitted() + ", records behind open transactions "
                + examination.openTransactions();
    }

    private Map<TopicPartition, Long> openTransactions() {
        Map<TopicPartition, Long> open = new TreeMap<>(java.util.Comparator.comparing(TopicPartition::toString));
        for (Topic topic : Stand.outputs()) {
            open.putAll(stand.committed().openTransactions(topic.name()));
        }
        return open;
    }

    /** Input partitions of which something is not yet committed; one that never had a record has no offset. */
    private List<TopicPartition> uncommitted() {
        Map<TopicPartition, OffsetAndMetadata> offsets = io.bordergate.sandbox.Brokers.answer(stand.cluster()
                .admin()
                .listConsumerGroupOffsets(stand.applicationId())
                .partitionsToOffsetAndMetadata());
        List<TopicPartition> behind = new ArrayList<>();
        for (Topic topic : Stand.inputs()) {
            stand.committed().ends(topic.name()).forEach((partition, end) -> {
                OffsetAndMetadata offset = offsets.get(partition);
                if (end > 0 && (offset == null || offset.offset() != end)) {
                    behind.add(partition);
                }
            });
        }
        return behind;
    }

    /** A thread that is replaced is a fault too, if nothing that it needs was away. */
    private void checkThreads() throws IOException {
        int failures = 0;
        for (AppProcess app : stand.apps()) {
            failures += (int) app.log()
                    .lines()
                    .filter(line -> line.contains("stream thread failed"))
                    .count();
        }
        verdict.same("stream threads that failed", failures, 0);
    }
}
