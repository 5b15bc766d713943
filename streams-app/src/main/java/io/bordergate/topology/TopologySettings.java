package io.bordergate.topology;

import io.bordergate.metrics.GateMetrics;
import java.time.Duration;
import java.util.Map;

/**
 * What the topology can be told besides the site. Immutable.
 *
 * @param clock what moves time on when no truck reports
 * @param inputPartitions partitions of the positions, and of the milestones, of which there are as many; all are waited for
 *     where time is not the wall's
 * @param gatePartitions over how many the gates are spread
 * @param tracksInMemory trucks a task keeps as objects; the rest is read back from its store
 * @param forgetAfter how long after its last fix a truck whose stays have ended is forgotten
 * @param serde settings of the Avro serde, in Confluent's words
 * @param metrics where the figures of the state are shown
 */
public record TopologySettings(
        ClockSource clock,
        int inputPartitions,
        int gatePartitions,
        int tracksInMemory,
        Duration forgetAfter,
        Map<String, ?> serde,
        GateMetrics metrics) {

    /** What moves time on when no truck reports. */
    public enum ClockSource {
        /** The wall clock of the machine: records are stamped as they arrive. */
        WALL,
        /** Ticks on the clock topic: recorded or simulated time. */
        TICKS
    }

    /** Partitions upstream, of so many, that a stage waits for. */
    int awaited(int sources) {
        return clock == ClockSource.TICKS ? sources : 0;
    }

    public TopologySettings {
        serde = Map.copyOf(serde);
    }
}
