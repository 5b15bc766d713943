package io.bordergate.serde;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.types.Password;

/**
 * Everything that can be set on the serde, by the names that Confluent's own serde uses, so that one set of properties
 * serves both. Immutable. Values are never logged.
 */
public final class SerdeConfig extends AbstractConfig {

    public static final String SERDE_CLASS = "border.serde.class";
    public static final String URL = "schema.registry.url";
    public static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
    public static final String USER_INFO = "basic.auth.user.info";
    public static final String BEARER_TOKEN = "bearer.auth.token";
    public static final String AUTO_REGISTER = "auto.register.schemas";
    public static final String USE_LATEST = "use.latest.version";
    public static final String LATEST_STRICT = "latest.compatibility.strict";
    public static final String VALUE_SUBJECT_STRATEGY = "value.subject.name.strategy";
    public static final String KEY_SUBJECT_STRATEGY = "key.subject.name.strategy";
    public static final String SPECIFIC_READER = "specific.avro.reader";
    public static final String SPECIFIC_VALUE_TYPE = "specific.avro.value.type";
    public static final String SPECIFIC_KEY_TYPE = "specific.avro.key.type";
    public static final String REMOVE_JAVA_PROPERTIES = "avro.remove.java.properties";
    public static final String CONNECT_TIMEOUT_MS = "http.connect.timeout.ms";
    public static final String REQUEST_TIMEOUT_MS = "schema.registry.request.timeout.ms";
    public static final String MAX_RETRIES = "max.retries";
    public static final String RETRIES_WAIT_MS = "retries.wait.ms";
    public static final String RETRIES_MAX_WAIT_MS = "retries.max.wait.ms";
    public static final String MISSING_ID_TTL_SEC = "missing.id.cache.ttl.sec";

    /** All properties with type, default and meaning; docs/serde.md is checked against it. */
    public static final ConfigDef DEFINITION = choice(reading(registry(new ConfigDef())));

    public SerdeConfig(Map<String, ?> settings) {
        super(DEFINITION, settings, false);
    }

    private static ConfigDef registry(ConfigDef def) {
        var positive = Range.atLeast(1);
        return def.define(
                        URL,
                        ConfigDef.Type.LIST,
                        ConfigDef.NO_DEFAULT_VALUE,
                        Importance.HIGH,
                        "Addresses of the registry, separated by commas; the next one is tried when one fails."
                                + " Each may carry a path, such as http://registry:8080/apis/ccompat/v7.")
                .define(
                        CREDENTIALS_SOURCE,
                        ConfigDef.Type.STRING,
                        "URL",
                        ConfigDef.CaseInsensitiveValidString.in("URL", "USER_INFO"),
                        Importance.MEDIUM,
                        "Where name and password come from: URL (http://name:password@host) or USER_INFO.")
                .define(
                        USER_INFO,
                        ConfigDef.Type.PASSWORD,
                        "",
                        Importance.MEDIUM,
                        "name:password, read when the source is USER_INFO.")
                .define(
                        BEARER_TOKEN,
                        ConfigDef.Type.PASSWORD,
                        "",
                        Importance.MEDIUM,
                        "Token to send instead of name and password.")
                .define(
                        CONNECT_TIMEOUT_MS,
                        ConfigDef.Type.INT,
                        5_000,
                        positive,
                        Importance.LOW,
                        "Longest wait for a connection, milliseconds.")
                .define(
                        REQUEST_TIMEOUT_MS,
                        ConfigDef.Type.INT,
                        10_000,
                        positive,
                        Importance.MEDIUM,
                        "Longest wait for one whole answer, milliseconds.")
                .define(
                        MAX_RETRIES,
                        ConfigDef.Type.INT,
                        3,
                        Range.atLeast(0),
                        Importance.LOW,
                        "Further rounds over all addresses before the registry counts as unavailable.")
                .define(
                        RETRIES_WAIT_MS,
                        ConfigDef.Type.INT,
                        1_000,
                        positive,
                        Importance.LOW,
                        "Wait before the first retry, milliseconds; it doubles with each, less a random part.")
                .define(
                        RETRIES_MAX_WAIT_MS,
                        ConfigDef.Type.INT,
                        20_000,
                        positive,
                        Importance.LOW,
                        "Upper limit of that wait, milliseconds.")
                .define(
                        MISSING_ID_TTL_SEC,
                        ConfigDef.Type.INT,
                        30,
                        Range.atLeast(0),
                        Importance.LOW,
                        "How long an id that the registry does not know is remembered as unknown, seconds.");
    }

    private static ConfigDef reading(ConfigDef def) {
        return def.define(
                        SPECIFIC_READER,
                        ConfigDef.Type.BOOLEAN,
                        false,
                        Importance.HIGH,
                        "True: generated classes; false: GenericRecord. AvroSerdes sets it by the class asked for.")
                .define(
                        SPECIFIC_VALUE_TYPE,
                        ConfigDef.Type.CLASS,
                        null,
                        Importance.MEDIUM,
                        "Generated class to read values as; without it, the class named by the writer's schema.")
                .define(SPECIFIC_KEY_TYPE, ConfigDef.Type.CLASS, null, Importance.LOW, "The same for keys.");
    }

    private static ConfigDef choice(ConfigDef def) {
        return def.define(
                        AUTO_REGISTER,
                        ConfigDef.Type.BOOLEAN,
                        true,
                        Importance.HIGH,
                        "Register the schema of a record on first use; set false in production, where schemas are"
                                + " registered at deployment.")
                .define(
                        USE_LATEST,
                        ConfigDef.Type.BOOLEAN,
                        false,
                        Importance.MEDIUM,
                        "Without registration: write with the latest schema of the subject.")
                .define(
                        LATEST_STRICT,
                        ConfigDef.Type.BOOLEAN,
                        true,
                        Importance.LOW,
                        "Refuse a latest schema that cannot read what the record's own schema writes.")
                .define(
                        VALUE_SUBJECT_STRATEGY,
                        ConfigDef.Type.STRING,
                        "TopicNameStrategy",
                        Importance.LOW,
                        "TopicNameStrategy, RecordNameStrategy or TopicRecordNameStrategy, also by Confluent's class"
                                + " names.")
                .define(
                        KEY_SUBJECT_STRATEGY,
                        ConfigDef.Type.STRING,
                        "TopicNameStrategy",
                        Importance.LOW,
                        "The same for keys.")
                .define(
                        REMOVE_JAVA_PROPERTIES,
                        ConfigDef.Type.BOOLEAN,
                        true,
                        Importance.LOW,
                        "Register schemas without avro.java.string. Confluent's default is false: set it to true there"
                                + " when swapping.")
                .define(
                        SERDE_CLASS,
                        ConfigDef.Type.STRING,
                        "",
                        Importance.MEDIUM,
                        "Another Serde, or a Serializer or Deserializer whose partner differs in that word only; empty"
                                + " for the product's own.");
    }

    Duration millis(String name) {
        return Duration.ofMillis(getInt(name));
    }

    Duration seconds(String name) {
        return Duration.ofSeconds(getInt(name));
    }

    boolean credentialsInUrl() {
        return "URL".equals(getString(CREDENTIALS_SOURCE).toUpperCase(Locale.ROOT));
    }

    String secret(String name) {
        Password secret = getPassword(name);
        return secret == null ? "" : secret.value();
    }

    List<String> urls() {
        return getList(URL);
    }
}
