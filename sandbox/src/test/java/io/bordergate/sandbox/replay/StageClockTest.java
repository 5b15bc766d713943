package io.bordergate.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.event.ClockReached;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageClockTest {
    private static final Instant END = Instant.parse("2026-05-04T12:00:00Z");

    @Test
    void countsPartitionsThatHaveHeardAllSourcesUpToTheEnd() {
        var told = List.of(
                reached("trips", 0, END, 6),
                reached("trips", 1, END.minusMillis(1), 6),
                reached("trips", 2, END.plusMillis(1), 6),
                reached("trips", 3, END, 5),
                reached("gates", 4, END, 6));

        assertThat(StageClock.partitionsAt(told, "trips", END, 6)).isEqualTo(2);
        assertThat(StageClock.partitionsAt(List.of(), "trips", END, 6)).isZero();
    }

    private static ClockReached reached(String stage, int partition, Instant time, int sources) {
        return ClockReached.newBuilder()
                .setStage(stage)
                .setPartition(partition)
                .setTime(time)
                .setSources(sources)
                .build();
    }
}
