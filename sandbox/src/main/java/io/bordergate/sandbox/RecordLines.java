package io.bordergate.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bordergate.contract.RejectionHeaders;
import io.bordergate.contract.Topic;
import io.bordergate.serde.AvroSerdes;
import io.bordergate.serde.SerdeConfig;
import io.bordergate.serde.SerdeException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Renders records of one topic as a line of JSON each, whatever their bytes are. Not thread-safe. */
final class RecordLines {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> REASONS = List.of(
            RejectionHeaders.CODE,
            RejectionHeaders.FATE,
            RejectionHeaders.EXCEPTION,
            RejectionHeaders.MESSAGE,
            RejectionHeaders.TOPIC,
            RejectionHeaders.PARTITION,
            RejectionHeaders.OFFSET,
            RejectionHeaders.VERSION);

    private final Deserializer<GenericRecord> values;
    private final boolean asReceived;

    RecordLines(Topic topic, String registry) {
        this.values = AvroSerdes.deserializer(
                GenericRecord.class, Map.of(SerdeConfig.URL, registry, SerdeConfig.MAX_RETRIES, 1));
        this.asReceived = topic.value() instanceof Topic.Value.AsReceived;
    }

    String line(ConsumerRecord<byte[], byte[]> record) {
        ObjectNode line = JSON.objectNode()
                .put("partition", record.partition())
                .put("offset", record.offset())
                .put("timestamp", Instant.ofEpochMilli(record.timestamp()).toString())
                .put("key", record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8));
        var names = line.putArray("headers");
        record.headers().forEach(header -> names.add(header.key()));
        if (asReceived) {
            line.set("reason", reason(record));
        }
        putValue(line, record);
        return line.toString();
    }

    private void putValue(ObjectNode line, ConsumerRecord<byte[], byte[]> record) {
        try {
            line.set("value", AvroJson.of(values.deserialize(record.topic(), record.value())));
        } catch (SerdeException e) {
            if (e.isTransient()) {
                throw new GateException(e.getMessage(), e);
            }
            line.put("valueBase64", record.value());
            line.put("note", "not decoded: " + e.getMessage());
        }
    }

    /** Why the record is here, in the order in which one asks; stack traces are left out. */
    private static JsonNode reason(ConsumerRecord<byte[], byte[]> record) {
        ObjectNode reason = JSON.objectNode();
        for (String name : REASONS) {
            var header = record.headers().lastHeader(name);
            if (header != null && header.value() != null) {
                reason.put(name, new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return reason;
    }
}
