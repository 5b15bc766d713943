package io.bordergate.serde;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Where the product gets its value serdes from. One property, {@value SerdeConfig#SERDE_CLASS}, puts another
 * implementation of the Confluent wire format in the place of our own.
 */
public final class AvroSerdes {

    private AvroSerdes() {}

    /** A configured value serde; {@code type} is a generated class, or GenericRecord. */
    public static <T> Serde<T> value(Class<T> type, Map<String, ?> config) {
        var serde = SerdeChoice.<T>from(config).serde();
        serde.configure(settings(type, config), false);
        return serde;
    }

    /** The writing half of {@link #value}, for plain producers. */
    public static <T> Serializer<T> serializer(Class<T> type, Map<String, ?> config) {
        var serializer = SerdeChoice.<T>from(config).serializer();
        serializer.configure(settings(type, config), false);
        return serializer;
    }

    /** The reading half of {@link #value}, for plain consumers. */
    public static <T> Deserializer<T> deserializer(Class<T> type, Map<String, ?> config) {
        var deserializer = SerdeChoice.<T>from(config).deserializer();
        deserializer.configure(settings(type, config), false);
        return deserializer;
    }

    private static Map<String, Object> settings(Class<?> type, Map<String, ?> config) {
        if (!IndexedRecord.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException(
                    type.getName() + " is not an Avro record: ask for a generated class or for GenericRecord");
        }
        var settings = new HashMap<String, Object>(config);
        boolean specific = SpecificRecord.class.isAssignableFrom(type) && type != SpecificRecord.class;
        settings.put(SerdeConfig.SPECIFIC_READER, SpecificRecord.class.isAssignableFrom(type));
        if (specific) {
            settings.put(SerdeConfig.SPECIFIC_VALUE_TYPE, type);
        } else {
            settings.remove(SerdeConfig.SPECIFIC_VALUE_TYPE);
        }
        settings.putIfAbsent(SerdeConfig.REMOVE_JAVA_PROPERTIES, true);
        return settings;
    }
}
