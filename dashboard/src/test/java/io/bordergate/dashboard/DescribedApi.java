package io.bordergate.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The description of the API as a test asks it: what is described, and what an answer has that is not. Not thread-safe. */
final class DescribedApi {
    static final String PROBLEM = "/components/responses/Problem/content/application~1problem+json/schema";
    /** Statuses that have nothing to do with what is asked for. */
    private static final String ANYWHERE = "/x-any-request";

    private final JsonNode description;
    private final Map<String, Schema> schemas = new HashMap<>();

    DescribedApi(JsonNode description) {
        this.description = description;
    }

    /**
     * One method of one path. Immutable.
     *
     * @param method in capitals
     * @param parameters names of those in the query
     */
    record Operation(String method, String path, List<String> parameters, Set<String> statuses) {
        Operation {
            parameters = List.copyOf(parameters);
            statuses = Set.copyOf(statuses);
        }

        /** Where the schema of an answer in JSON is, if there is one. */
        String schema(String status) {
            return "/paths/" + path.replace("/", "~1") + "/" + method.toLowerCase(Locale.ROOT) + "/responses/" + status
                    + "/content/application~1json/schema";
        }
    }

    JsonNode json() {
        return description;
    }

    List<Operation> listOperations() {
        List<Operation> operations = new ArrayList<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(one -> operations.add(
                                operation(one.getKey().toUpperCase(Locale.ROOT), path.getKey(), one.getValue()))));
        return operations;
    }

    private Operation operation(String method, String path, JsonNode described) {
        List<String> parameters = new ArrayList<>();
        described.path("parameters").forEach(one -> {
            JsonNode parameter =
                    one.has("$ref") ? description.at(one.path("$ref").asText().substring(1)) : one;
            if (parameter.path("in").asText().equals("query")) {
                parameters.add(parameter.path("name").asText());
            }
        });
        Set<String> statuses = new TreeSet<>(names(described.path("responses")));
        statuses.addAll(listAnywhere());
        return new Operation(method, path, parameters, statuses);
    }

    /** Statuses that any request may get. */
    List<String> listAnywhere() {
        return names(description.at(ANYWHERE));
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    boolean describes(String pointer) {
        return !description.at(pointer).isMissingNode();
    }

    /** What an answer has that its schema does not allow; a field that is not described is a fault. */
    List<String> faults(String pointer, JsonNode answer) {
        return schemas.computeIfAbsent(pointer, this::strict).validate(answer).stream()
                .map(Object::toString)
                .toList();
    }

    private Schema strict(String pointer) {
        ObjectNode schema = description.at(pointer).deepCopy();
        ObjectNode components = description.path("components").deepCopy();
        components.path("schemas").forEach(described -> {
            if (described.has("properties")) {
                ((ObjectNode) described).put("additionalProperties", false);
            }
        });
        schema.set("components", components);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }
}
