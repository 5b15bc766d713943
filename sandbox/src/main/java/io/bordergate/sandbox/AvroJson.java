package io.bordergate.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.GenericRecord;

/** Avro data as JSON to be read by people: unions without their type, times in ISO-8601, bytes in base64. */
final class AvroJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AvroJson() {}

    static JsonNode of(GenericRecord record) {
        return record == null ? JSON.nullNode() : ofRecord(record);
    }

    private static JsonNode ofRecord(GenericRecord record) {
        var object = JSON.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            object.set(field.name(), of(field.schema(), record.get(field.pos())));
        }
        return object;
    }

    private static JsonNode of(Schema schema, Object datum) {
        if (datum == null) {
            return JSON.nullNode();
        } else if (schema.isUnion()) {
            return of(branch(schema, datum), datum);
        } else if (datum instanceof GenericRecord record) {
            return ofRecord(record);
        } else if (datum instanceof Collection<?> items) {
            var array = JSON.arrayNode();
            items.forEach(item -> array.add(of(schema.getElementType(), item)));
            return array;
        } else if (datum instanceof Map<?, ?> entries) {
            var object = JSON.objectNode();
            entries.forEach((key, value) -> object.set(key.toString(), of(schema.getValueType(), value)));
            return object;
        }
        return ofScalar(schema, datum);
    }

    private static JsonNode ofScalar(Schema schema, Object datum) {
        if (datum instanceof Long number && schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            return JSON.textNode(Instant.ofEpochMilli(number).toString());
        } else if (datum instanceof Long number) {
            return JSON.numberNode(number);
        } else if (datum instanceof Integer number) {
            return JSON.numberNode(number);
        } else if (datum instanceof Double number) {
            return JSON.numberNode(number);
        } else if (datum instanceof Float number) {
            return JSON.numberNode(number);
        } else if (datum instanceof Boolean flag) {
            return JSON.booleanNode(flag);
        } else if (datum instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return JSON.binaryNode(bytes);
        } else if (datum instanceof GenericFixed fixed) {
            return JSON.binaryNode(fixed.bytes());
        }
        return JSON.textNode(datum.toString());
    }

    private static Schema branch(Schema union, Object datum) {
        return union.getTypes().get(GenericData.get().resolveUnion(union, datum));
    }
}
