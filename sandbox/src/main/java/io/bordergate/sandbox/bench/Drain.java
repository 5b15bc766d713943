package io.bordergate.sandbox.bench;

import io.bordergate.contract.BorderTopics;
import io.bordergate.sandbox.Brokers;
import io.bordergate.sandbox.GateException;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;

/** Waits until a consumer group has committed so many fixes. Not thread-safe. */
record Drain(Admin admin, String group) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Seconds from the first committed fix seen to the last, and how many were committed in that time. */
    double fixesPerSecond(long fixes) {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        long begun = System.nanoTime();
        long atStart = 0;
        while (true) {
            long done = committed();
            long now = System.nanoTime();
            if (done == 0) {
                begun = now;
            } else if (atStart == 0) {
                atStart = done;
                begun = now;
            }
            if (done >= fixes) {
                return (done - atStart) / ((now - begun) / 1e9);
            }
            if (now > patience) {
                throw new GateException("benchmark: " + group + " committed " + done + " of " + fixes + " fixes in "
                        + PATIENCE.toMinutes() + " minutes: see .gate/logs");
            }
            pause();
        }
    }

    private long committed() {
        return Brokers.answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group))
                .entrySet()
                .stream()
                .filter(entry -> entry.getKey().topic().equals(BorderTopics.TRUCK_POSITION.name()))
                .filter(entry -> entry.getValue() != null)
                .mapToLong(entry -> entry.getValue().offset())
                .sum();
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GateException("interrupted while measuring", e);
        }
    }
}
