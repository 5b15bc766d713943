package io.bordergate.sandbox.bench;

import io.bordergate.contract.BorderTopics;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** What the shipped topology is measured against: topologies of the same framework on the same input. */
final class Peers {
    /** Both write to this topic, one record in {@link #EMIT_ONE_IN}. */
    static final String OUTPUT = "bench.output";

    private static final int EMIT_ONE_IN = 50;
    private static final String STORE = "last-fix-by-truck";

    private Peers() {}

    /** Nothing per fix: the ceiling of the machine for anything that reads these records through Kafka Streams. */
    static Topology passThrough(Properties properties) {
        var builder = builder(properties);
        emit(read(builder).process(EveryFiftieth::new, Named.as("emit")));
        return builder.build(properties);
    }

    /** The textbook: one get and one put a fix on a persistent store without a cache. */
    static Topology textbook(Properties properties) {
        var builder = builder(properties);
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(STORE), Serdes.ByteArray(), Serdes.ByteArray())
                .withCachingDisabled());
        emit(read(builder).process(GetAndPut::new, Named.as("get-and-put"), STORE));
        return builder.build(properties);
    }

    private static StreamsBuilder builder(Properties properties) {
        return new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
    }

    private static KStream<byte[], byte[]> read(StreamsBuilder builder) {
        return builder.stream(
                BorderTopics.TRUCK_POSITION.name(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("ingest"));
    }

    private static void emit(KStream<byte[], byte[]> records) {
        records.to(OUTPUT, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("egress"));
    }

    private static class EveryFiftieth implements Processor<byte[], byte[], byte[], byte[]> {
        private ProcessorContext<byte[], byte[]> context;
        private long seen;

        @Override
        public void init(ProcessorContext<byte[], byte[]> context) {
            this.context = context;
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            if (++seen % EMIT_ONE_IN == 0) {
                context.forward(record);
            }
        }
    }

    private static final class GetAndPut extends EveryFiftieth {
        private KeyValueStore<byte[], byte[]> store;

        @Override
        public void init(ProcessorContext<byte[], byte[]> context) {
            super.init(context);
            store = context.getStateStore(STORE);
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            store.get(record.key());
            store.put(record.key(), record.value());
            super.process(record);
        }
    }
}
