package io.bordergate.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaRegistryClientTest {

    private static final Schema YARD =
            SchemaBuilder.record("test.Yard").fields().requiredString("id").endRecord();

    private ScriptedRegistry registry;
    private SchemaRegistryClient client;

    @BeforeEach
    void start() {
        registry = new ScriptedRegistry();
        client = SchemaRegistryClient.shared(Settings.of(registry, "max.retries", 2));
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void registersOnceAndRemembers() {
        int id = client.register("yard-value", YARD);
        assertThat(client.register("yard-value", YARD)).isEqualTo(id);
        assertThat(client.lookup("yard-value", YARD)).isEqualTo(id);
        assertThat(client.byId(id)).isEqualTo(YARD);
        assertThat(client.byId(id)).isEqualTo(YARD);
        assertThat(registry.requests())
                .extracting(r -> r.method() + " " + r.path())
                .containsExactly("POST /subjects/yard-value/versions", "GET /schemas/ids/1");
        assertThat(registry.requests().get(0).contentType()).isEqualTo("application/vnd.schemaregistry.v1+json");
    }

    @Test
    void oneClientPerAddressAndCredentials() {
        assertThat(SchemaRegistryClient.shared(Settings.of(registry, "max.retries", 2)))
                .isSameAs(client);
        assertThat(SchemaRegistryClient.shared(Settings.of(
                        registry,
                        "max.retries",
                        2,
                        "basic.auth.credentials.source",
                        "USER_INFO",
                        "basic.auth.user.info",
                        "a:b")))
                .isNotSameAs(client);
    }

    @Test
    void aRefusedSchemaComesWithTheRegistrysOwnWords() {
        registry.next(
                409, "{\"error_code\":409,\"message\":\"Schema being registered is\\nincompatible: READER_FIELD\"}");
        assertThatThrownBy(() -> client.register("yard-value", YARD))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage("test.Yard under subject yard-value is refused as incompatible by schema registry "
                        + registry.url() + ": Schema being registered is incompatible: READER_FIELD")
                .matches(e -> !SerdeFailures.isTransient(e));
        registry.next(422, "{\"error_code\":42201,\"message\":\"Invalid schema\"}");
        assertThatThrownBy(() -> client.register("yard-value", YARD))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("(HTTP 422): Invalid schema")
                .matches(e -> !SerdeFailures.isTransient(e));
        assertThat(client.register("yard-value", YARD))
                .as("a refusal is not remembered")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"429,{}", "500,oops", "503,{}", "408,''"})
    void tryAgainLaterIsTriedAgain(int status, String body) {
        registry.next(status, body).next(status, body);
        assertThat(client.register("yard-value", YARD)).isEqualTo(1);
        assertThat(registry.requests()).hasSize(3);
    }

    @Test
    void afterTheRetriesItIsUnavailable() {
        registry.next(500, "{}").next(500, "{}").next(500, "{}");
        assertThatThrownBy(() -> client.byId(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessage("schema registry " + registry.url() + " is not able to answer now (HTTP 500)")
                .matches(SerdeFailures::isTransient);
        assertThat(registry.requests()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "200,<html>hello</html>",
        "200,''",
        "404,<html>nothing here</html>",
        "404,'{\"error_code\":404}'",
        "302,''"
    })
    void anAnswerThatIsNotARegistrysIsNotTakenForOne(int status, String body) {
        registry.next(status, body).next(status, body).next(status, body);
        assertThatThrownBy(() -> client.byId(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("does not answer like a schema registry (HTTP " + status + ")")
                .matches(SerdeFailures::isTransient);
    }

    @Test
    void aSlowAnswerIsNotWaitedForWithoutEnd() {
        var hasty = SchemaRegistryClient.shared(
                Settings.of(registry, "max.retries", 0, "schema.registry.request.timeout.ms", 100));
        registry.nextSlow();
        assertThatThrownBy(() -> hasty.byId(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("100 ms");
        assertThat(hasty.register("yard-value", YARD))
                .as("the next request is answered")
                .isEqualTo(1);
    }

    @Test
    void connectionRefusedIsUnavailable() throws Exception {
        var gone = Settings.at(closedPort(), "max.retries", 1);
        assertThatThrownBy(() -> SchemaRegistryClient.shared(gone).byId(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("cannot be reached")
                .matches(SerdeFailures::isTransient);
        assertThat(SchemaRegistryClient.shared(gone).isReady()).isFalse();
        assertThat(client.isReady()).isTrue();
    }

    @Test
    void theNextAddressIsTriedWhenOneFails() throws Exception {
        var both = SchemaRegistryClient.shared(Settings.at(closedPort() + "," + registry.url(), "max.retries", 0));
        assertThat(both.register("yard-value", YARD)).isEqualTo(1);
        assertThat(both.isReady()).isTrue();
    }

    @Test
    void referencesAreFetchedFirst() {
        registry.add("leaf-value", YARD.toString());
        registry.add("middle-value", "{\"type\":\"record\",\"name\":\"test.Middle\",\"fields\":[]}");
        var reference = "{\"name\":\"test.Yard\",\"subject\":\"leaf-value\",\"version\":1}";
        registry.next(
                200,
                "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"test.Gate\\\",\\\"fields\\\":[{\\\"name\\\":\\\"yard\\\","
                        + "\\\"type\\\":\\\"test.Yard\\\"}]}\",\"references\":[" + reference + "," + reference + "]}");
        var gate = client.byId(7);
        assertThat(gate.getField("yard").schema()).isEqualTo(YARD);
        assertThat(registry.requests())
                .extracting(ScriptedRegistry.Request::path)
                .containsExactly("/schemas/ids/7", "/subjects/leaf-value/versions/1");
    }

    @Test
    void otherSchemaTypesAndBrokenSchemasAreIncompatible() {
        registry.next(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message X {}\"}");
        assertThatThrownBy(() -> client.byId(1))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessage("schema id 1 is of type PROTOBUF, not AVRO");
        registry.next(200, "{\"schema\":\"{\\\"type\\\":\\\"rekord\\\"}\"}");
        assertThatThrownBy(() -> client.byId(1))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessageStartingWith("schema id 1 cannot be parsed");
    }

    @Test
    void anUnknownIdIsAskedAgainAfterItsTime() {
        var now = new AtomicLong();
        var endpoint = RegistryEndpoint.of(registry.url(), new SerdeConfig(Settings.of(registry)));
        var http = new RegistryHttp(
                List.of(endpoint),
                new Backoff(0, Duration.ZERO, Duration.ZERO),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5));
        var timed = new SchemaRegistryClient(http, new MissingIds(Duration.ofSeconds(30), now::get));
        assertThatThrownBy(() -> timed.byId(1)).isInstanceOf(UnknownSchemaException.class);
        registry.add("yard-value", YARD.toString());
        now.set(Duration.ofSeconds(29).toNanos());
        assertThatThrownBy(() -> timed.byId(1)).isInstanceOf(UnknownSchemaException.class);
        now.set(Duration.ofSeconds(30).toNanos());
        assertThat(timed.byId(1)).isEqualTo(YARD);
    }

    @Test
    void subjectsWithSlashesAndSpacesAreEncoded() {
        client.register("a/b c-value", YARD);
        client.setCompatibility("a/b c-value", "FULL_TRANSITIVE");
        assertThat(client.latest("a/b c-value")).isEqualTo(new RegisteredSchema(1, YARD));
        assertThat(registry.requests())
                .extracting(ScriptedRegistry.Request::path)
                .containsExactly(
                        "/subjects/a%2Fb%20c-value/versions",
                        "/config/a%2Fb%20c-value", "/subjects/a%2Fb%20c-value/versions/latest");
        assertThat(registry.requests().get(1).body()).isEqualTo("{\"compatibility\":\"FULL_TRANSITIVE\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"URL", "USER_INFO"})
    void credentialsAreSentAndNeverPrinted(String source) {
        var url = registry.url().replace("http://", "http://gate:p%40ss+word@");
        var secured = SchemaRegistryClient.shared(Settings.at(
                source.equals("URL") ? url : registry.url(),
                "max.retries",
                0,
                "basic.auth.credentials.source",
                source,
                "basic.auth.user.info",
                "gate:p@ss+word"));
        registry.next(401, "{\"error_code\":40101,\"message\":\"Unauthorized\"}")
                .next(500, "{}");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> secured.byId(1))
                    .hasMessageNotContaining("word")
                    .matches(SerdeFailures::isTransient);
        }
        // printf 'gate:p@ss+word' | base64
        assertThat(registry.requests().get(0).authorization()).isEqualTo("Basic Z2F0ZTpwQHNzK3dvcmQ=");
    }

    @Test
    void aTokenIsSentInstead() {
        SchemaRegistryClient.shared(Settings.of(registry, "bearer.auth.token", "abc"))
                .register("y", YARD);
        assertThat(registry.requests().get(0).authorization()).isEqualTo("Bearer abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8081", "ftp://x", "http://gate:secret word@host"})
    void anAddressThatIsNoneIsRefusedWithoutPrintingIt(String url) {
        assertThatThrownBy(() -> SchemaRegistryClient.shared(Settings.at(url)))
                .isInstanceOf(org.apache.kafka.common.config.ConfigException.class)
                .hasMessageContaining("schema.registry.url")
                .hasMessageNotContaining("secret");
    }

    private static String closedPort() throws java.io.IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }
    }
}
