package io.bordergate.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Every meter of the product, by scope. Figures come from state, not from events, so they are right after a restart,
 * but for the one that says otherwise. No
 * label ever names a truck. Thread-safe.
 */
public final class GateMetrics {
    private final MeterRegistry registry;
    private final Map<String, AtomicLong> values = new ConcurrentHashMap<>();

    public GateMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Records of an input partition that have met a fate so far. */
    public void inputRecords(String topic, int partition, String fate, String reason, long count) {
        String id = topic + partition + fate + reason;
        value(
                        id,
                        number -> Gauge.builder("border.input.records", number, AtomicLong::get)
                                .description("Records of an input partition that have met this fate so far")
                                .tag("topic", topic)
                                .tag("partition", Integer.toString(partition))
                                .tag("fate", fate)
                                .tag("reason", reason)
                                .register(registry))
                .set(count);
    }

    /** When the newest record of an input partition that was used was received; shown is how long ago that is. */
    public void inputNewest(String topic, int partition, long recordTime) {
        value(
                        "age|" + topic + "|" + partition,
                        number -> Gauge.builder("border.input.age", number, this::secondsSince)
                                .description("How long ago the newest record that was used was received")
                                .baseUnit("seconds")
                                .tag("topic", topic)
                                .tag("partition", Integer.toString(partition))
                                .register(registry))
                .set(recordTime);
    }

    /** Trucks of a partition whose devices report places that cannot be; counted anew after a restart. */
    public void misconfiguredTrucks(int partition, int trucks) {
        value(
                        "misconfigured|" + partition,
                        number -> Gauge.builder("border.truck.misconfigured", number, AtomicLong::get)
                                .description("Trucks whose last positions, three or more, are out of range or box")
                                .tag("partition", Integer.toString(partition))
                                .register(registry))
                .set(trucks);
    }

    /** Clocks may differ: what was received later than now is new. */
    private double secondsSince(AtomicLong time) {
        return Math.max(0, registry.config().clock().wallTime() - time.get()) / 1000.0;
    }

    /** Trucks in a yard now. */
    public void yardTrucks(String yard, int confirmed, int uncertain) {
        yardGauge(yard, "confirmed").set(confirmed);
        yardGauge(yard, "uncertain").set(uncertain);
    }

    private AtomicLong yardGauge(String yard, String certainty) {
        return value(
                yard + "|" + certainty,
                number -> Gauge.builder("border.yard.trucks", number, AtomicLong::get)
                        .description("Trucks in a yard, with a recent fix or silent")
                        .tag("yard", yard)
                        .tag("certainty", certainty)
                        .register(registry));
    }

    private AtomicLong value(String id, java.util.function.Consumer<AtomicLong> register) {
        return values.computeIfAbsent(id, key -> {
            var number = new AtomicLong();
            register.accept(number);
            return number;
        });
    }
}
