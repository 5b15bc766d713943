package io.bordergate.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** The schema that others see: what a generated class says about Java's strings is nobody else's business. */
final class PublishedSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PublishedSchema() {}

    /** The same schema that the serde registers when it is allowed to. */
    static Schema of(Schema generated) {
        try {
            JsonNode tree = JSON.readTree(generated.toString());
            tree.findParents(GenericData.STRING_PROP)
                    .forEach(type -> ((ObjectNode) type).remove(GenericData.STRING_PROP));
            return new Schema.Parser().parse(tree.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema prints itself as JSON", e);
        }
    }
}
