package io.bordergate.topology;

import io.bordergate.stored.HeldFact;
import io.bordergate.stored.HeldHeader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Facts that came from one partition upstream before the others had come as far. Where time is recorded or simulated they
 * wait here, so that a stage takes all facts in the order of their times, whichever partition was faster. Not thread-safe.
 */
final class HeldFacts {
    /** Nothing is held. */
    static final long NONE = Long.MAX_VALUE;

    private final KeyValueStore<Bytes, byte[]> stored;
    private final StoredAvro<HeldFact> form = new StoredAvro<>(HeldFact.class);
    private long number;
    private Bytes first;

    HeldFacts(KeyValueStore<Bytes, byte[]> stored) {
        this.stored = stored;
        try (var all = stored.all()) {
            while (all.hasNext()) {
                Bytes key = all.next().key;
                first = first == null ? key : first;
                number = Math.max(number, ByteBuffer.wrap(key.get()).getLong(key.get().length - Long.BYTES));
            }
        }
    }

    static StoreBuilder<KeyValueStore<Bytes, byte[]>> storeBuilder(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    /** The time of the first; {@link #NONE} if there is none. */
    long firstTime() {
        return first == null ? NONE : ByteBuffer.wrap(first.get()).getLong() ^ Long.MIN_VALUE;
    }

    /** In order of time, then of id, then as they come. */
    void add(String id, Record<byte[], byte[]> record, RecordMetadata metadata) {
        Bytes key = key(record.timestamp(), id);
        stored.put(key, form.encode(held(record, metadata)));
        first = first == null || key.compareTo(first) < 0 ? key : first;
    }

    /** Lets go of the first. */
    void release(BiConsumer<Record<byte[], byte[]>, RecordMetadata> work) {
        HeldFact held = form.decode(stored.delete(first));
        try (var rest = stored.range(first, null)) {
            first = rest.hasNext() ? rest.next().key : null;
        }
        work.accept(record(held), new Place(held.getTopic(), held.getPartition(), held.getOffset()));
    }

    /** Sorts as bytes do: the time with its sign turned, the id, a number. */
    private Bytes key(long time, String id) {
        byte[] name = Hop.bytes(id);
        return Bytes.wrap(ByteBuffer.allocate(2 * Long.BYTES + name.length + 1)
                .putLong(time ^ Long.MIN_VALUE)
                .put(name)
                .put((byte) 0)
                .putLong(++number)
                .array());
    }

    private static HeldFact held(Record<byte[], byte[]> record, RecordMetadata metadata) {
        List<HeldHeader> headers = new ArrayList<>();
        record.headers()
                .forEach(header -> headers.add(
                        new HeldHeader(header.key(), header.value() == null ? null : ByteBuffer.wrap(header.value()))));
        return new HeldFact(
                ByteBuffer.wrap(record.key()),
                ByteBuffer.wrap(record.value()),
                headers,
                record.timestamp(),
                metadata.topic(),
                metadata.partition(),
                metadata.offset());
    }

    private static Record<byte[], byte[]> record(HeldFact held) {
        Headers headers = new RecordHeaders();
        held.getHeaders()
                .forEach(header ->
                        headers.add(header.getName(), header.getValue() == null ? null : bytes(header.getValue())));
        return new Record<>(bytes(held.getKey()), bytes(held.getValue()), held.getTime(), headers);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /** Where a held record lay. Immutable. */
    private record Place(String topic, int partition, long offset) implements RecordMetadata {}
}
