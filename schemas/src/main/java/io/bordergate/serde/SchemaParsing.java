package io.bordergate.serde;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;

/** Builds a schema from what the registry sends, fetching the schemas it refers to first. Thread-safe. */
final class SchemaParsing {

    private final RegistryHttp http;

    SchemaParsing(RegistryHttp http) {
        this.http = http;
    }

    Schema parse(String about, JsonNode body) {
        var type = body.path("schemaType").asText("AVRO");
        if (!"AVRO".equals(type)) {
            throw new IncompatibleSchemaException(about + " is of type " + type + ", not AVRO");
        }
        var parser = new Schema.Parser();
        parser.setValidateDefaults(false);
        try {
            addReferences(parser, body, new HashSet<>());
            return parser.parse(body.path("schema").asText());
        } catch (SerdeException e) {
            throw e;
        } catch (RuntimeException e) {
            // Avro's parser answers an unknown type with a NullPointerException.
            throw new IncompatibleSchemaException(about + " cannot be parsed: " + e.getMessage());
        }
    }

    private void addReferences(Schema.Parser parser, JsonNode body, Set<String> seen) {
        for (var reference : body.path("references")) {
            var subject = reference.path("subject").asText();
            var path = "/subjects/"
                    + URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20") + "/versions/"
                    + reference.path("version").asInt();
            if (!seen.add(path)) {
                continue;
            }
            var answer = http.get(path);
            if (!answer.isOk()) {
                throw Refusal.of(
                        answer, "referenced schema " + reference.path("name").asText());
            }
            addReferences(parser, answer.body(), seen);
            parser.parse(answer.body().path("schema").asText());
        }
    }
}
