package io.bordergate.topology;

import io.bordergate.contract.BorderTopics;
import io.bordergate.domain.site.Site;
import io.bordergate.event.TruckStayChanged;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Stage: changed stays in, occupancy of each yard out. What crosses to the yards is small: changes of stays only. */
final class YardCounting implements ProcessorSupplier<byte[], byte[], String, Emitted> {
    static final String OPEN_STAYS = "open-stay-by-yard";
    static final String OCCUPANCY = "occupancy-by-yard";

    private final Site site;
    private final TopologySettings settings;
    private final int partitions;

    YardCounting(Site site, TopologySettings settings) {
        this.site = site;
        this.settings = settings;
        this.partitions = BorderTopics.YARD_OCCUPANCY.partitions().defaultCount();
    }

    KStream<String, Emitted> build(KStream<String, Emitted> presence) {
        var stays = new StoredAvro<>(TruckStayChanged.class);
        return presence.filter((key, out) -> isCounted(countable(out)), Named.as("occupancy.select-yard"))
                .map((key, out) -> packed(stays, countable(out)), Named.as("occupancy.rekey-by-yard"))
                .repartition(Repartitioned.<byte[], byte[]>as("occupancy.by-yard")
                        .withKeySerde(Serdes.ByteArray())
                        .withValueSerde(Serdes.ByteArray())
                        .withNumberOfPartitions(partitions))
                .process(this, Named.as("occupancy.count-trucks"));
    }

    /** The stay told by an output, once for each change; null for others. Of a gate it is a fact, which names its origin. */
    private static TruckStayChanged countable(Emitted out) {
        if (out instanceof Emitted.Fact told && told.fact().getFact() instanceof TruckStayChanged stay) {
            return stay;
        }
        return out instanceof Emitted.Stay told && told.event().getGateId() == null ? told.event() : null;
    }

    private static boolean isCounted(TruckStayChanged stay) {
        return stay != null && Translate.isCounted(stay.getZoneKind());
    }

    private static KeyValue<byte[], byte[]> packed(StoredAvro<TruckStayChanged> stays, TruckStayChanged stay) {
        return Hop.packed(stays, stay.getZoneId(), stay);
    }

    @Override
    public Processor<byte[], byte[], String, Emitted> get() {
        return new YardProcessor(site, settings.metrics());
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(OPEN_STAYS), Serdes.String(), Serdes.String())
                        .withCachingDisabled(),
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(OCCUPANCY), Serdes.String(), new TallySerde())
                        .withCachingDisabled());
    }
}
