package io.bordergate.serde;

import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Reads values in the Confluent wire format, into generated classes or GenericRecord. Thread-safe once configured,
 * because Kafka Streams shares one instance between its threads; each schema id is resolved once.
 */
public final class ConfluentAvroDeserializer<T extends IndexedRecord> implements Deserializer<T> {

    private final IdTable<RecordReader> readers = new IdTable<>();
    private SchemaRegistryClient registry;
    private boolean specific;
    private Class<?> type;

    /** For Kafka, which calls {@link #configure} before anything else. */
    public ConfluentAvroDeserializer() {}

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        var config = new SerdeConfig(settings);
        registry = SchemaRegistryClient.shared(config);
        specific = config.getBoolean(SerdeConfig.SPECIFIC_READER);
        type = config.getClass(isKey ? SerdeConfig.SPECIFIC_KEY_TYPE : SerdeConfig.SPECIFIC_VALUE_TYPE);
    }

    /** The record, or null for a tombstone; throws SerdeException, whose kind says what to do. */
    @Override
    @SuppressWarnings("unchecked") // Checked by the configuration: what is read is the class asked for.
    public T deserialize(String topic, byte[] value) {
        if (value == null) {
            return null;
        }
        int id = WireFormat.schemaId(topic, value);
        var reader = readers.get(id);
        if (reader == null) {
            reader = resolve(id);
        }
        return (T) reader.read(topic, value);
    }

    private RecordReader resolve(int id) {
        var writer = registry.byId(id);
        RecordReader reader;
        if (!specific) {
            reader = RecordReader.generic(id, writer);
        } else if (type != null) {
            reader = RecordReader.specific(id, writer, type);
        } else {
            reader = RecordReader.named(id, writer, ConfluentAvroDeserializer::find);
        }
        readers.put(id, reader);
        return reader;
    }

    private static Class<?> find(String name) {
        try {
            return Class.forName(name, false, Utils.getContextOrKafkaClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }
}
