package io.bordergate.state;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/**
 * A store of live objects over a logged, persistent store of bytes. An object that is changed many times between two
 * commits is encoded, stored and logged once, just before the commit: {@link #flushCache} is where Kafka Streams asks its
 * own caches to do the same, inside the transaction. Not thread-safe: one task owns it.
 */
public final class ObjectStore<V> extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, String, V> {
    private final ObjectCodec<V> codec;
    private final int capacity;
    private final Map<String, Slot<V>> slots = new HashMap<>(1024);
    private int commits;
    private InternalProcessorContext<?, ?> context;

    /** One object in memory; who changes the object says so with {@link #touch}. */
    public static final class Slot<V> {
        private final V value;
        private boolean dirty;
        private int usedInCommit;

        private Slot(V value, boolean dirty) {
            this.value = value;
            this.dirty = dirty;
        }

        public V value() {
            return value;
        }

        public void touch() {
            dirty = true;
        }
    }

    /** With so many objects in memory after a commit; those not used lately leave first. */
    ObjectStore(KeyValueStore<Bytes, byte[]> inner, ObjectCodec<V> codec, int capacity) {
        super(inner);
        this.codec = codec;
        this.capacity = capacity;
    }

    @Override
    public void init(StateStoreContext stateStoreContext, StateStore root) {
        context = (InternalProcessorContext<?, ?>) stateStoreContext;
        slots.clear();
        super.init(stateStoreContext, root);
    }

    /** The object of that key; null if there is none. */
    public Slot<V> get(String key) {
        Slot<V> slot = slots.get(key);
        if (slot != null) {
            slot.usedInCommit = commits;
            return slot;
        }
        byte[] bytes = wrapped().get(bytesOf(key));
        return bytes == null ? null : keep(key, new Slot<>(codec.decode(key, bytes), false));
    }

    /** Puts an object that was not there. */
    public Slot<V> add(String key, V value) {
        return keep(key, new Slot<>(value, true));
    }

    public void remove(String key) {
        slots.remove(key);
        withOwnRecordContext(() -> wrapped().delete(bytesOf(key)));
    }

    /** All objects, one at a time; for the start only, before any object is in memory. */
    public void forEachStored(BiConsumer<String, V> action) {
        try (var all = wrapped().all()) {
            while (all.hasNext()) {
                var entry = all.next();
                String key = new String(entry.key.get(), java.nio.charset.StandardCharsets.UTF_8);
                action.accept(key, codec.decode(key, entry.value));
            }
        }
    }

    @Override
    public void flushCache() {
        withOwnRecordContext(() -> slots.forEach(this::write));
        commits++;
        if (slots.size() > capacity) {
            dropUnused();
        }
        super.flushCache();
    }

    @Override
    public void clearCache() {
        slots.clear();
        super.clearCache();
    }

    @Override
    public void close() {
        slots.clear();
        super.close();
    }

    private Slot<V> keep(String key, Slot<V> slot) {
        slot.usedInCommit = commits;
        slots.put(key, slot);
        return slot;
    }

    /**
     * All are written now, so any may go: first those that were not used since the commit before, then any. Cheaper than
     * an order of use that is kept up with every fix.
     */
    private void dropUnused() {
        slots.values().removeIf(slot -> slot.usedInCommit < commits - 1);
        var left = slots.keySet().iterator();
        while (slots.size() > capacity && left.hasNext()) {
            left.next();
            left.remove();
        }
    }

    private void write(String key, Slot<V> slot) {
        if (slot.dirty) {
            wrapped().put(bytesOf(key), codec.encode(slot.value));
            slot.dirty = false;
        }
    }

    /** The changelog record is ours, not that of the input record at hand: it takes neither its headers nor its offset. */
    private void withOwnRecordContext(Runnable writes) {
        ProcessorRecordContext current = context.recordContext();
        long timestamp = current == null ? context.currentSystemTimeMs() : current.timestamp();
        context.setRecordContext(new ProcessorRecordContext(timestamp, -1, -1, null, new RecordHeaders()));
        try {
            writes.run();
        } finally {
            context.setRecordContext(current);
        }
    }

    private static Bytes bytesOf(String key) {
        return Bytes.wrap(key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
