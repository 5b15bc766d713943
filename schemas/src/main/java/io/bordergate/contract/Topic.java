package io.bordergate.contract;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * One topic as the whole product sees it: code, provisioning, documentation and tests read this one declaration.
 * Immutable.
 *
 * @param name the topic's name on the broker
 * @param key what the key identifies; keys are UTF-8 strings
 * @param value what the value is
 * @param cleanup how the broker forgets
 * @param retention for how long, where {@code cleanup} deletes
 * @param partitions default count; topics of one {@link Partitioning} share theirs
 * @param evolution which schema changes are allowed
 */
public record Topic(
        String name,
        String key,
        Value value,
        Cleanup cleanup,
        Duration retention,
        Partitioning partitions,
        Evolution evolution) {

    /** Bytes of the largest record that can be set aside. */
    public static final int LARGEST_SET_ASIDE = 16 << 20;

    /** How the broker forgets records. */
    public enum Cleanup {
        COMPACT("compact"),
        DELETE("delete"),
        COMPACT_DELETE("compact,delete");

        private final String policy;

        Cleanup(String policy) {
            this.policy = policy;
        }

        /** The broker's own word, for {@code cleanup.policy}. */
        public String policy() {
            return policy;
        }
    }

    /** Topics that are joined partition by partition share a group, and so a partition count. */
    public enum Partitioning {
        /** By truck or declaration: carries the load, scales out. */
        BY_TRUCK(12),
        /** By gate, yard or site: tens of keys, few records. */
        BY_GATE(3);

        private final int defaultCount;

        Partitioning(int defaultCount) {
            this.defaultCount = defaultCount;
        }

        public int defaultCount() {
            return defaultCount;
        }
    }

    /** Which schema changes the registry lets through; Confluent's words. */
    public enum Evolution {
        /** Inputs: readers first. */
        BACKWARD,
        /** Outputs: in any order, over all versions. */
        FULL_TRANSITIVE,
        /** Bytes as they came in; nothing is registered for this topic. */
        NONE
    }

    /** What the value of a record is. */
    public sealed interface Value {
        /** Avro in the Confluent wire format, of this class. */
        record Avro(Class<? extends org.apache.avro.specific.SpecificRecord> type) implements Value {
            public org.apache.avro.Schema schema() {
                return org.apache.avro.specific.SpecificData.get().getSchema(type);
            }
        }

        /** The bytes of the input record, untouched; the headers say why it is here. */
        record AsReceived() implements Value {}
    }

    /** The subject of the value schema in the registry (TopicNameStrategy). */
    public String valueSubject() {
        return name + "-value";
    }

    /** The settings a broker needs to hold this topic as declared. */
    public Map<String, String> brokerConfig() {
        var config = new TreeMap<String, String>();
        config.put("cleanup.policy", cleanup.policy());
        if (cleanup != Cleanup.COMPACT) {
            config.put("retention.ms", Long.toString(retention.toMillis()));
        }
        if (value instanceof Value.AsReceived) {
            // As it came, unpacked, and with its reason: larger than what a producer may have packed into the input.
            config.put("max.message.bytes", Integer.toString(LARGEST_SET_ASIDE));
        }
        return config;
    }
}
