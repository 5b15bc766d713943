package io.bordergate.topology;

import io.bordergate.domain.intake.Fate;
import io.bordergate.domain.intake.Reason;
import io.bordergate.event.InputFate;
import io.bordergate.event.InputFateCounted;
import io.bordergate.metrics.GateMetrics;
import io.bordergate.state.ObjectCodec;
import io.bordergate.state.ObjectStore;
import io.bordergate.state.ObjectStoreBuilder;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The accounts of one input partition: how many records met which fate. Counted in a store, so in the same transaction
 * that consumed the record: the counts add up to the input after any crash. Not thread-safe.
 */
final class FateCounts {
    /** A running number and what was last said of it. */
    static final class Count {
        private long number;
        private long told = -1;

        private long change() {
            return number - told;
        }
    }

    /** After a restart nobody knows what was said; only what is held can have become less. */
    private static final Comparator<Map.Entry<Reason, ObjectStore.Slot<Count>>> LESS_FIRST = Comparator.comparing(
                    (Map.Entry<Reason, ObjectStore.Slot<Count>> entry) ->
                            entry.getKey().fate() != Fate.HELD)
            .thenComparing(entry -> entry.getValue().value().change());

    private final ObjectStore<Count> store;
    private final String topic;
    private final int partition;
    private final GateMetrics metrics;
    private final Map<Reason, ObjectStore.Slot<Count>> slots = new EnumMap<>(Reason.class);
    /** The newest recordTime that was used, in the store too: after a restart the age of the input is known at once. */
    private ObjectStore.Slot<Count> newest;

    FateCounts(ObjectStore<Count> store, String topic, int partition, GateMetrics metrics) {
        this.metrics = metrics;
        this.store = store;
        this.topic = topic;
        this.partition = partition;
        for (Reason reason : Reason.values()) {
            ObjectStore.Slot<Count> stored = store.get(key(reason));
            if (stored != null) {
                slots.put(reason, stored);
            }
        }
        newest = store.get(newestKey());
        showNewest();
    }

    static ObjectStoreBuilder<Count> storeBuilder(String name) {
        // Never more than a handful; capacity must not evict what slots hold on to.
        return new ObjectStoreBuilder<>(name, new Codec(), 10_000);
    }

    void count(Reason reason, long recordTime) {
        add(reason, 1);
        Fate fate = reason.fate();
        if (fate == Fate.APPLIED || fate == Fate.FLAGGED || fate == Fate.HELD) {
            used(recordTime);
        }
    }

    private void used(long recordTime) {
        if (newest == null) {
            newest = store.add(newestKey(), new Count());
        }
        if (recordTime > newest.value().number) {
            newest.value().number = recordTime;
            newest.touch();
        }
    }

    /** A record that was counted before has another fate now. */
    void move(Reason from, Reason to) {
        add(from, -1);
        add(to, 1);
    }

    private void add(Reason reason, int records) {
        ObjectStore.Slot<Count> slot = slots.get(reason);
        if (slot == null) {
            slot = store.add(key(reason), new Count());
            slots.put(reason, slot);
        }
        slot.value().number += records;
        slot.touch();
    }

    /**
     * Says every count that has changed since it was last said; what has become less before what has become more, so that a
     * reader who has read only some of it never counts a record twice.
     */
    void tell(BiConsumer<String, InputFateCounted> out) {
        showNewest();
        slots.entrySet().stream()
                .filter(entry -> entry.getValue().value().change() != 0)
                .sorted(LESS_FIRST)
                .forEach(entry -> tell(entry.getKey(), entry.getValue().value(), out));
    }

    private void showNewest() {
        if (newest != null) {
            metrics.inputNewest(topic, partition, newest.value().number);
        }
    }

    private void tell(Reason reason, Count count, BiConsumer<String, InputFateCounted> out) {
        count.told = count.number;
        metrics.inputRecords(topic, partition, reason.fate().name(), reason.code(), count.number);
        out.accept(key(reason), event(reason, count.number));
    }

    private InputFateCounted event(Reason reason, long records) {
        return InputFateCounted.newBuilder()
                .setTopic(topic)
                .setPartition(partition)
                .setFate(InputFate.valueOf(reason.fate().name()))
                .setReason(reason.code())
                .setCount(records)
                .build();
    }

    private String newestKey() {
        return topic + "|" + partition + "|newest";
    }

    private String key(Reason reason) {
        return topic + "|" + partition + "|" + reason.fate() + "|" + reason.code();
    }

    private static final class Codec implements ObjectCodec<Count> {
        @Override
        public byte[] encode(Count count) {
            return ByteBuffer.allocate(Long.BYTES).putLong(count.number).array();
        }

        @Override
        public Count decode(String key, byte[] bytes) {
            var count = new Count();
            count.number = ByteBuffer.wrap(bytes).getLong();
            return count;
        }
    }
}
