package io.bordergate.topology;

import io.bordergate.contract.BorderTopics;
import io.bordergate.domain.site.Site;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.YardOccupancyChanged;
import io.bordergate.serde.AvroSerdes;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Stage: changed stays in, occupancy of each yard out. What crosses to the yards is small: changes of stays only. */
final class YardCounting implements ProcessorSupplier<String, TruckStayChanged, String, YardOccupancyChanged> {
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

    KStream<String, YardOccupancyChanged> build(KStream<String, TruckStayChanged> stays) {
        return stays.filter((id, stay) -> Translate.isCounted(stay.getZoneKind()), Named.as("occupancy.select-yard"))
                .selectKey((id, stay) -> stay.getZoneId(), Named.as("occupancy.rekey-by-yard"))
                .repartition(Repartitioned.<String, TruckStayChanged>as("occupancy.by-yard")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(new SubjectSerde<>(
                                BorderTopics.TRUCK_STAY, AvroSerdes.value(TruckStayChanged.class, settings.serde())))
                        .withNumberOfPartitions(partitions))
                .process(this, Named.as("occupancy.count-trucks"));
    }

    @Override
    public Processor<String, TruckStayChanged, String, YardOccupancyChanged> get() {
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
