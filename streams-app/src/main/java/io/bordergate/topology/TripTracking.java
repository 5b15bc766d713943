package io.bordergate.topology;

import io.bordergate.domain.site.Site;
import io.bordergate.state.ObjectStoreBuilder;
import io.bordergate.stored.TruckFact;
import io.bordergate.stored.TruckTripsState;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Stage: what was seen and declared of each truck in, its trips and discrepancies out. Partitioned by truck. Facts and the
 * clocks of their senders travel in one internal topic, so no clock overtakes a fact.
 */
final class TripTracking implements ProcessorSupplier<byte[], byte[], String, Emitted> {
    static final String STAGE = "trips";
    static final String TRIPS = "trips-by-truck";

    private final Site site;
    private final TopologySettings settings;

    TripTracking(Site site, TopologySettings settings) {
        this.site = site;
        this.settings = settings;
    }

    KStream<String, Emitted> build(KStream<String, Emitted> presence, KStream<String, Emitted> declarations) {
        var facts = new StoredAvro<>(TruckFact.class);
        return presence.merge(declarations, Named.as("trips.merge-facts"))
                .filter((key, out) -> out instanceof Emitted.Fact, Named.as("trips.select-fact"))
                .map((key, out) -> Hop.packed(facts, key, ((Emitted.Fact) out).fact()), Named.as("trips.encode-fact"))
                .repartition(Repartitioned.<byte[], byte[]>as("trips.by-truck")
                        .withKeySerde(Serdes.ByteArray())
                        .withValueSerde(Serdes.ByteArray())
                        .withStreamPartitioner((topic, key, fact, partitions) -> Hop.partitions(key, partitions)))
                .process(this, Named.as("trips.join-facts"));
    }

    @Override
    public Processor<byte[], byte[], String, Emitted> get() {
        return new TripProcessor(site, settings);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                TimedStage.heldStore(STAGE),
                new ObjectStoreBuilder<>(TRIPS, new StoredAvro<>(TruckTripsState.class), settings.tracksInMemory()),
                TimedStage.clockStore(STAGE));
    }
}
