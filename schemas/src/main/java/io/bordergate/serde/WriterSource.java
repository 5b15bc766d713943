package io.bordergate.serde;

import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** Decides under which id a schema is written: registered now, the latest there is, or looked up. Immutable. */
final class WriterSource {

    private final SchemaRegistryClient registry;
    private final SubjectNaming naming;
    private final boolean isKey;
    private final boolean register;
    private final boolean useLatest;
    private final boolean strict;
    private final boolean strip;

    WriterSource(SerdeConfig config, SchemaRegistryClient registry, boolean isKey) {
        this.registry = registry;
        this.isKey = isKey;
        var property = isKey ? SerdeConfig.KEY_SUBJECT_STRATEGY : SerdeConfig.VALUE_SUBJECT_STRATEGY;
        this.naming = SubjectNaming.of(property, config.getString(property));
        this.register = config.getBoolean(SerdeConfig.AUTO_REGISTER);
        this.useLatest = config.getBoolean(SerdeConfig.USE_LATEST);
        this.strict = config.getBoolean(SerdeConfig.LATEST_STRICT);
        this.strip = config.getBoolean(SerdeConfig.REMOVE_JAVA_PROPERTIES);
    }

    RecordWriter writer(String topic, Schema own) {
        var subject = naming.subject(topic, isKey, own);
        var published = strip ? JavaProperties.without(own) : own;
        if (register) {
            return RecordWriter.of(registry.register(subject, published), own);
        }
        if (!useLatest) {
            return RecordWriter.of(registry.lookup(subject, published), own);
        }
        var latest = registry.latest(subject);
        if (latest.schema().equals(published)) {
            return RecordWriter.of(latest.id(), own);
        }
        if (strict) {
            requireReadable(subject, latest, own);
        }
        return RecordWriter.projecting(latest.id(), own, latest.schema());
    }

    private static void requireReadable(String subject, RegisteredSchema latest, Schema own) {
        var fit = SchemaCompatibility.checkReaderWriterCompatibility(latest.schema(), own);
        if (fit.getType() != SchemaCompatibilityType.COMPATIBLE) {
            throw new IncompatibleSchemaException(String.format(
                    Locale.ROOT,
                    "subject %s: its latest schema (id %d) cannot read what %s writes: %s; upgrade the producer, or set %s=false",
                    subject,
                    latest.id(),
                    own.getFullName(),
                    fit.getResult().getIncompatibilities().get(0).getMessage(),
                    SerdeConfig.LATEST_STRICT));
        }
    }
}
