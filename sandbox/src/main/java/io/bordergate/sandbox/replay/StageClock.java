package io.bordergate.sandbox.replay;

import io.bordergate.contract.BorderTopics;
import io.bordergate.event.ClockReached;
import io.bordergate.sandbox.CommittedTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** How far time has come in each partition of a stage, as the stage itself tells. Not thread-safe. */
public final class StageClock implements AutoCloseable {
    /** Partitions of the gates. */
    public static final int LAST_PARTITIONS =
            BorderTopics.GATE_LOAD.partitions().defaultCount();
    /** The stage of the gates, as it calls itself on border.clock.reached. */
    public static final String LAST_STAGE = "gates";
    /** The stage behind it, which is in one partition: it hears those of the gates. */
    static final String ADVICE = "advice";

    private final CommittedTable<ClockReached> told;
    private final String stage;

    public StageClock(String bootstrapServers, Map<String, Object> serde, String stage) {
        this.told = new CommittedTable<>(BorderTopics.CLOCK_REACHED, ClockReached.class, bootstrapServers, serde);
        this.stage = stage;
    }

    /** Partitions in which all that was received until then has been dealt with, heard from so many partitions upstream. */
    public int partitionsAt(Instant time, int sources) {
        return partitionsAt(told.poll(Duration.ZERO).values(), stage, time, sources);
    }

    /** How many hours all partitions of all stages have come together: it grows while anything moves. */
    public long hours() {
        return told.poll(Duration.ZERO).values().stream()
                .mapToLong(row -> Math.max(0, row.getTime().getEpochSecond() / 3600))
                .sum();
    }

    static int partitionsAt(Collection<ClockReached> told, String stage, Instant time, int sources) {
        return (int) told.stream()
                .filter(row ->
                        row.getStage().equals(stage) && !row.getTime().isBefore(time) && row.getSources() >= sources)
                .map(ClockReached::getPartition)
                .distinct()
                .count();
    }

    @Override
    public void close() {
        told.close();
    }
}
