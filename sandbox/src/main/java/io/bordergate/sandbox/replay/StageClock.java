package io.bordergate.sandbox.replay;

import io.bordergate.contract.BorderTopics;
import io.bordergate.event.ClockReached;
import io.bordergate.sandbox.CommittedTable;
import io.bordergate.sandbox.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** How far time has come in each partition of a stage, as the stage itself tells. Not thread-safe. */
final class StageClock implements AutoCloseable {
    private final CommittedTable<ClockReached> told;
    private final String stage;

    StageClock(Platform platform, String stage) {
        this.told = new CommittedTable<>(
                BorderTopics.CLOCK_REACHED, ClockReached.class, platform.bootstrapServers(), platform.serde());
        this.stage = stage;
    }

    /** Partitions in which all that was received until then has been dealt with, heard from so many partitions upstream. */
    int partitionsAt(Instant time, int sources) {
        return partitionsAt(told.poll(Duration.ZERO).values(), stage, time, sources);
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
