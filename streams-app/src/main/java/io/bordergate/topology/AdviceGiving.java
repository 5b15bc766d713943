package io.bordergate.topology;

import io.bordergate.domain.site.Site;
import io.bordergate.stored.AdviceFact;
import io.bordergate.stored.AdviceState;
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
 * Stage: how each gate stands in, what could be done about it out. In one partition, for advice on one gate depends on all others;
 * what crosses is one small fact for each gate and quarter hour.
 */
final class AdviceGiving implements ProcessorSupplier<byte[], byte[], String, Emitted> {
    static final String STAGE = "advice";
    static final String GATES = "advice-by-gate";

    private final Site site;
    private final TopologySettings settings;

    AdviceGiving(Site site, TopologySettings settings) {
        this.site = site;
        this.settings = settings;
    }

    KStream<String, Emitted> build(KStream<String, Emitted> gates) {
        var facts = new StoredAvro<>(AdviceFact.class);
        return gates.filter((key, out) -> out instanceof Emitted.ToAdvice, Named.as("advice.select-fact"))
                .map(
                        (key, out) -> Hop.packed(facts, key, ((Emitted.ToAdvice) out).fact()),
                        Named.as("advice.encode-fact"))
                .repartition(Repartitioned.<byte[], byte[]>as("advice.of-site")
                        .withKeySerde(Serdes.ByteArray())
                        .withValueSerde(Serdes.ByteArray())
                        .withNumberOfPartitions(1))
                .process(this, Named.as("advice.conclude"));
    }

    @Override
    public Processor<byte[], byte[], String, Emitted> get() {
        return new AdviceProcessor(site, settings);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                TimedStage.heldStore(STAGE),
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(GATES),
                                Serdes.String(),
                                new StoredAvroSerde<>(AdviceState.class))
                        .withCachingDisabled(),
                TimedStage.clockStore(STAGE));
    }
}
