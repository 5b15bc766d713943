package io.bordergate.serde;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;

/**
 * A schema registry that speaks Confluent's API. What an id or a registration means never changes, so it is remembered
 * for ever. One client per address and credentials is shared in a process. Thread-safe.
 */
public final class SchemaRegistryClient {

    private static final ConcurrentMap<List<Object>, SchemaRegistryClient> SHARED = new ConcurrentHashMap<>();

    private final RegistryHttp http;
    private final MissingIds missing;
    private final SchemaParsing parsing;
    private final IdTable<Schema> byId = new IdTable<>();
    private final ConcurrentMap<Registration, Integer> ids = new ConcurrentHashMap<>();
    private final SingleFlight<Integer, Schema> fetches = new SingleFlight<>();
    private final SingleFlight<Registration, Integer> registrations = new SingleFlight<>();

    SchemaRegistryClient(RegistryHttp http, MissingIds missing) {
        this.http = http;
        this.missing = missing;
        this.parsing = new SchemaParsing(http);
    }

    /** The client for these settings, whose names are those of {@link SerdeConfig}. */
    public static SchemaRegistryClient shared(Map<String, ?> settings) {
        return shared(new SerdeConfig(settings));
    }

    static SchemaRegistryClient shared(SerdeConfig config) {
        var endpoints = config.urls().stream()
                .map(url -> RegistryEndpoint.of(url, config))
                .toList();
        var backoff = new Backoff(
                config.getInt(SerdeConfig.MAX_RETRIES),
                config.millis(SerdeConfig.RETRIES_WAIT_MS),
                config.millis(SerdeConfig.RETRIES_MAX_WAIT_MS));
        var connect = config.millis(SerdeConfig.CONNECT_TIMEOUT_MS);
        var request = config.millis(SerdeConfig.REQUEST_TIMEOUT_MS);
        var ttl = config.seconds(SerdeConfig.MISSING_ID_TTL_SEC);
        return SHARED.computeIfAbsent(
                List.of(endpoints, backoff, connect, request, ttl),
                key -> new SchemaRegistryClient(
                        new RegistryHttp(endpoints, backoff, connect, request), new MissingIds(ttl, System::nanoTime)));
    }

    /** The schema of an id, with the schemas it refers to. */
    public Schema byId(int id) {
        var known = byId.get(id);
        return known != null ? known : fetches.get(id, this::fetch);
    }

    /** Registers a schema unless it is there already; its id either way. */
    public int register(String subject, Schema schema) {
        return id(subject, schema, this::requestRegistration);
    }

    /** The id of a schema that must be registered under the subject. */
    public int lookup(String subject, Schema schema) {
        return id(subject, schema, this::requestLookup);
    }

    /** The newest schema of a subject, as it is now. */
    public RegisteredSchema latest(String subject) {
        var answer = http.get("/subjects/" + encode(subject) + "/versions/latest");
        if (!answer.isOk()) {
            throw Refusal.of(answer, "subject " + subject);
        }
        int id = answer.body().path("id").asInt();
        return new RegisteredSchema(id, parsing.parse("subject " + subject, answer.body()));
    }

    /** Sets which changes the registry lets through for a subject: BACKWARD, FULL_TRANSITIVE, NONE and so on. */
    public void setCompatibility(String subject, String level) {
        var body = JsonNodeFactory.instance.objectNode().put("compatibility", level);
        var answer = http.send("PUT", "/config/" + encode(subject), body);
        if (!answer.isOk()) {
            throw Refusal.of(answer, "compatibility " + level + " of subject " + subject);
        }
    }

    /** Whether the registry answers at this moment; does not retry. */
    public boolean isReady() {
        try {
            return http.askEach("GET", "/config", null).isOk();
        } catch (RegistryUnavailableException e) {
            return false;
        }
    }

    private Schema fetch(int id) {
        var arrivedMeanwhile = byId.get(id);
        if (arrivedMeanwhile != null) {
            return arrivedMeanwhile;
        }
        if (missing.contains(id)) {
            throw new UnknownSchemaException("schema id " + id + " is not known to the registry (asked lately)");
        }
        if (id < 0) {
            // Registries count in positive ints, and do not agree on what to answer to more.
            throw new UnknownSchemaException(
                    "schema id " + Integer.toUnsignedString(id) + " is none that a registry gives");
        }
        var answer = http.get("/schemas/ids/" + id);
        if (answer.isMissing()) {
            missing.add(id);
        }
        if (!answer.isOk()) {
            throw Refusal.of(answer, "schema id " + id);
        }
        var schema = parsing.parse("schema id " + id, answer.body());
        byId.put(id, schema);
        return schema;
    }

    private int id(String subject, Schema schema, java.util.function.Function<Registration, Integer> ask) {
        var wanted = new Registration(subject, schema);
        var known = ids.get(wanted);
        return known != null ? known : registrations.get(wanted, ask);
    }

    private Integer requestRegistration(Registration wanted) {
        return remember(wanted, http.send("POST", "/subjects/" + encode(wanted.subject) + "/versions", body(wanted)));
    }

    private Integer requestLookup(Registration wanted) {
        return remember(wanted, http.send("POST", "/subjects/" + encode(wanted.subject), body(wanted)));
    }

    private Integer remember(Registration wanted, RegistryAnswer answer) {
        if (!answer.isOk()) {
            throw Refusal.of(answer, wanted.schema.getFullName() + " under subject " + wanted.subject);
        }
        int id = answer.body().path("id").asInt();
        ids.put(wanted, id);
        return id;
    }

    private static ObjectNode body(Registration wanted) {
        return JsonNodeFactory.instance.objectNode().put("schema", wanted.schema.toString());
    }

    private static String encode(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private record Registration(String subject, Schema schema) {}
}
