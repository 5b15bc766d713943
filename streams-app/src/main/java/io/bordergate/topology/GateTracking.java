package io.bordergate.topology;

import io.bordergate.domain.site.Site;
import io.bordergate.stored.GateFact;
import io.bordergate.stored.GateState;
import io.bordergate.stored.GateTruckKnown;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Stage: what is known of trucks at gates and what operators say in; load, alerts and daily tables out. Partitioned by gate.
 * What crosses is small: a few facts for each trip.
 */
final class GateTracking implements ProcessorSupplier<byte[], byte[], String, Emitted> {
    static final String STAGE = "gates";
    static final String TRUCKS = "gates-truck-by-trip";
    static final String GATES = "gates-by-gate";
    static final String BUFFERS = "gates-buffer-by-stay";

    private final Site site;
    private final TopologySettings settings;
    private final int partitions;

    GateTracking(Site site, TopologySettings settings) {
        this.site = site;
        this.settings = settings;
        this.partitions = settings.gatePartitions();
    }

    KStream<String, Emitted> build(KStream<String, Emitted> trips, KStream<String, Emitted> operators) {
        var facts = new StoredAvro<>(GateFact.class);
        return trips.merge(operators, Named.as("gates.merge-facts"))
                .filter((key, out) -> out instanceof Emitted.ToGate, Named.as("gates.select-fact"))
                .map((key, out) -> Hop.packed(facts, key, ((Emitted.ToGate) out).fact()), Named.as("gates.encode-fact"))
                .repartition(Repartitioned.<byte[], byte[]>as("gates.by-gate")
                        .withKeySerde(Serdes.ByteArray())
                        .withValueSerde(Serdes.ByteArray())
                        .withNumberOfPartitions(partitions)
                        .withStreamPartitioner((topic, key, fact, count) -> Hop.partitions(key, count)))
                .process(this, Named.as("gates.watch"));
    }

    @Override
    public Processor<byte[], byte[], String, Emitted> get() {
        return new GateProcessor(site, settings, partitions);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                TimedStage.heldStore(STAGE),
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(TRUCKS),
                                Serdes.String(),
                                new StoredAvroSerde<>(GateTruckKnown.class))
                        .withCachingDisabled(),
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(GATES),
                                Serdes.String(),
                                new StoredAvroSerde<>(GateState.class))
                        .withCachingDisabled(),
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(BUFFERS), Serdes.String(), Serdes.String())
                        .withCachingDisabled(),
                TimedStage.clockStore(STAGE));
    }
}
