package io.bordergate.serde;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Which classes read and write: our own, or those that {@value SerdeConfig#SERDE_CLASS} names. Not yet configured.
 * What type a class named in a property handles nobody can know; its records are checked when they are used.
 */
@SuppressWarnings("unchecked")
final class SerdeChoice<T> {

    private final Class<?> named;

    private SerdeChoice(Class<?> named) {
        this.named = named;
    }

    static <T> SerdeChoice<T> from(Map<String, ?> config) {
        var name = config.get(SerdeConfig.SERDE_CLASS);
        if (name == null || name.toString().isBlank()) {
            return new SerdeChoice<>(ConfluentAvroSerde.class);
        }
        return new SerdeChoice<>(
                name instanceof Class<?> type ? type : load(name.toString().strip()));
    }

    Serde<T> serde() {
        if (Serde.class.isAssignableFrom(named)) {
            return (Serde<T>) Utils.newInstance(named);
        }
        return Serdes.serdeFrom(serializer(), deserializer());
    }

    Serializer<T> serializer() {
        if (Serde.class.isAssignableFrom(named)) {
            return serde().serializer();
        }
        return (Serializer<T>) Utils.newInstance(half(Serializer.class, "Serializer"));
    }

    Deserializer<T> deserializer() {
        if (Serde.class.isAssignableFrom(named)) {
            return serde().deserializer();
        }
        return (Deserializer<T>) Utils.newInstance(half(Deserializer.class, "Deserializer"));
    }

    private Class<?> half(Class<?> role, String word) {
        if (role.isAssignableFrom(named)) {
            return named;
        }
        var simple = named.getName();
        int at = simple.lastIndexOf("Deserializer");
        int length = "Deserializer".length();
        if (at < 0) {
            at = simple.lastIndexOf("Serializer");
            length = "Serializer".length();
        }
        var partner = at < 0 ? null : load(simple.substring(0, at) + word + simple.substring(at + length));
        if (partner == null || !role.isAssignableFrom(partner)) {
            throw new ConfigException(
                    SerdeConfig.SERDE_CLASS, simple, "must be a Kafka Serde, or a Serializer or Deserializer");
        }
        return partner;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, true, Utils.getContextOrKafkaClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new ConfigException(
                    SerdeConfig.SERDE_CLASS, name, "cannot be loaded: put its jar on the class path (" + e + ")");
        }
    }
}
