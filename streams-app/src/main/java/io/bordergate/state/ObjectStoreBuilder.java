package io.bordergate.state;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builds an {@link ObjectStore}: persistent, logged, always with its own cache of objects. */
public final class ObjectStoreBuilder<V> implements StoreBuilder<ObjectStore<V>> {
    private final StoreBuilder<KeyValueStore<Bytes, byte[]>> inner;
    private final ObjectCodec<V> codec;
    private final int capacity;

    public ObjectStoreBuilder(String name, ObjectCodec<V> codec, int capacity) {
        this.inner = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled();
        this.codec = codec;
        this.capacity = capacity;
    }

    @Override
    public ObjectStore<V> build() {
        return new ObjectStore<>(inner.build(), codec, capacity);
    }

    /** Nothing to do: the objects are the cache. */
    @Override
    public StoreBuilder<ObjectStore<V>> withCachingEnabled() {
        return this;
    }

    /** Nothing to do: without its objects the store would not be this one. */
    @Override
    public StoreBuilder<ObjectStore<V>> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<ObjectStore<V>> withLoggingEnabled(Map<String, String> config) {
        inner.withLoggingEnabled(config);
        return this;
    }

    @Override
    public StoreBuilder<ObjectStore<V>> withLoggingDisabled() {
        inner.withLoggingDisabled();
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return inner.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
        return inner.loggingEnabled();
    }

    @Override
    public String name() {
        return inner.name();
    }
}
