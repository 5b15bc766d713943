package io.bordergate.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** Takes what only the generated Java classes need out of a schema, so that others see the schema as it was written. */
final class JavaProperties {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JavaProperties() {}

    static Schema without(Schema schema) {
        var text = schema.toString();
        if (!text.contains(GenericData.STRING_PROP)) {
            return schema;
        }
        try {
            var tree = JSON.readTree(text);
            strip(tree);
            return new Schema.Parser().parse(tree.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema prints itself as JSON", e);
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object
                && "string".equals(object.path("type").textValue())) {
            object.remove(GenericData.STRING_PROP);
        }
        node.forEach(JavaProperties::strip);
    }
}
