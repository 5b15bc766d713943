package io.bordergate.serde;

import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;

/** Under which subject a schema is registered; Confluent's three strategies, by short name or by Confluent's class. */
enum SubjectNaming {
    TOPIC_NAME,
    RECORD_NAME,
    TOPIC_RECORD_NAME;

    static SubjectNaming of(String property, String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "TopicNameStrategy" -> TOPIC_NAME;
            case "RecordNameStrategy" -> RECORD_NAME;
            case "TopicRecordNameStrategy" -> TOPIC_RECORD_NAME;
            default ->
                throw new ConfigException(
                        property,
                        name,
                        "use TopicNameStrategy, RecordNameStrategy or TopicRecordNameStrategy, or set "
                                + SerdeConfig.SERDE_CLASS + " to a serde that knows it");
        };
    }

    String subject(String topic, boolean isKey, Schema schema) {
        return switch (this) {
            case TOPIC_NAME -> topic + (isKey ? "-key" : "-value");
            case RECORD_NAME -> schema.getFullName();
            case TOPIC_RECORD_NAME -> topic + "-" + schema.getFullName();
        };
    }
}
