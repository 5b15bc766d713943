package io.bordergate.sandbox.faults;

import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import io.bordergate.event.GateAlertChanged;
import io.bordergate.event.GateDayReported;
import io.bordergate.event.TripDiscrepancyChanged;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.TruckTripChanged;
import io.bordergate.event.YardOccupancyChanged;
import io.bordergate.oracle.Oracle;
import io.bordergate.sandbox.CommittedTable;
import io.bordergate.sandbox.FateLedger;
import io.bordergate.sandbox.replay.StageClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final Map<Topic, Map<String, Integer>> beyondOracle = new HashMap<>();
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

    /** A record that was sent beside the load, with its FATE,REASON; the oracle does not know of it. */
    Examination alsoSent(Topic topic, String fate) {
        beyondOracle.computeIfAbsent(topic, none -> new TreeMap<>()).merge(fate, 1, Integer::sum);
        return this;
    }

    Verdict examine() throws IOException {
        List<String> fates = drain();
        var stays = stand.committed().read(BorderTopics.TRUCK_STAY.name(), TruckStayChanged.class);
        var trips = stand.committed().read(BorderTopics.TRUCK_TRIP.name(), TruckTripChanged.class);
        var discrepancies = stand.committed().read(BorderTopics.TRIP_DISCREPANCY.name(), TripDiscrepancyChanged.class);
        var said = new SecondOpinion.Said(
                SecondOpinion.newest(stays),
                SecondOpinion.newest(trips),
                SecondOpinion.newestDiscrepancies(discrepancies));
        verdict.figure("fixes", stand.load().fixes().records())
                .figure("milestones", stand.load().papers().records())
                .figure("stayRevisions", stays.size())
                .figure("tripRevisions", trips.size())
                .figure("discrepancyRevisions", discrepancies.size());
        verdict.same("every revision of a stay once", SecondOpinion.revisionFaults(stays), List.of())
                .same("every revision of a trip once", SecondOpinion.tripRevisionFaults(trips), List.of())
                .same(
                        "every revision of a discrepancy once",
                        SecondOpinion.discrepancyRevisionFaults(discrepancies),
                        List.of());
        examineGates();
        checkOccupancy(SecondOpinion.recount(said.stays().values()));
        SecondOpinion.compare(verdict, askOracle(), said, fates);
        checkNothingHangs();
        checkThreads();
        return verdict;
    }

    private void examineGates() {
        var days = stand.committed().read(BorderTopics.GATE_DAILY.name(), GateDayReported.class);
        var alerts = stand.committed().read(BorderTopics.GATE_ALERT.name(), GateAlertChanged.class);
        verdict.figure("dayRevisions", days.size())
                .figure("alertEvents", alerts.size())
                .same("every revision of a day once, and each adds up", GateOpinion.dayFaults(days), List.of())
                .same("every event of an episode once, in its order", GateOpinion.alertFaults(alerts), List.of());
    }

    private Oracle.Result askOracle() throws IOException {
        List<String> positions = new ArrayList<>(List.of(RandomDay.HEADER));
        positions.addAll(stand.load().fixes().lines());
        positions.addAll(oracleOnly);
        Path positionsFile = Files.write(stand.folder().resolve("acked.csv"), positions);
        Path milestonesFile = Files.write(
                stand.folder().resolve("acked.jsonl"), stand.load().papers().lines());
        return Oracle.run(stand.siteFile(), positionsFile, milestonesFile, null, stand.now());
    }

    /** Waits for fates to add up and for the clock to come to the end; returns the fates as lines. */
    private List<String> drain() {
        try (var ledger = new FateLedger(stand.cluster().bootstrapServers(), stand.serde())) {
            long start = System.nanoTime();
            awaitFates(ledger, BorderTopics.TRUCK_POSITION, stand.load().fixes());
            awaitFates(ledger, BorderTopics.DECLARATION_MILESTONE, stand.load().papers());
            verdict.figure("secondsToDrain", Math.rint((System.nanoTime() - start) / 1e7) / 100);
            Instant last = end == null ? stand.load().lastRecordTime() : end;
            stand.load().tick(last);
            ledger.await(BorderTopics.CLOCK, stand.load().ticks(), this::haveFailed, done -> {});
            awaitClock(last);
            List<String> lines = new ArrayList<>(List.of("input,fate,reason,count"));
            Map<String, Long> fixes = ledger.fatesOf(BorderTopics.TRUCK_POSITION);
            fixes.merge("APPLIED,", (long) oracleOnly.size(), Long::sum);
            lines.addAll(fateLines(
                    "positions",
                    BorderTopics.TRUCK_POSITION,
                    fixes,
                    stand.load().fixes()));
            lines.addAll(fateLines(
                    "milestones",
                    BorderTopics.DECLARATION_MILESTONE,
                    ledger.fatesOf(BorderTopics.DECLARATION_MILESTONE),
                    stand.load().papers()));
            return lines;
        }
    }

    private void awaitFates(FateLedger ledger, Topic topic, Load.Sent sent) {
        long records = sent.records()
                + beyond(topic).values().stream().mapToLong(n -> n).sum();
        ledger.await(topic, records, this::haveFailed, done -> {});
        verdict.check("fates of " + topic.name() + " add up to what was sent", true, records + " records");
    }

    /** The gates hear the clocks of the partitions of trips and of operators' inputs. */
    private void awaitClock(Instant last) {
        try (var clock = new StageClock(stand.cluster().bootstrapServers(), stand.serde(), StageClock.LAST_STAGE)) {
            Waiting.until(
                    "the clock of the gates to come to " + last,
                    SETTLE,
                    () -> clock.partitionsAt(last, 2 * Stand.PARTITIONS) == StageClock.LAST_PARTITIONS);
        }
    }

    private List<String> fateLines(String input, Topic topic, Map<String, Long> counted, Load.Sent sent) {
        Map<String, Long> fates = new TreeMap<>(counted);
        beyond(topic).forEach((fate, count) -> fates.merge(fate, (long) -count, Long::sum));
        fates.merge("DEAD_LETTERED,UNREADABLE", (long) sent.unreadable(), Long::sum);
        fates.values().removeIf(count -> count == 0);
        return fates.entrySet().stream()
                .map(fate -> input + "," + fate.getKey() + "," + fate.getValue())
                .toList();
    }

    private Map<String, Integer> beyond(Topic topic) {
        return beyondOracle.getOrDefault(topic, Map.of());
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
