package io.bordergate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.runtime.AppConfig.BadConfigException;
import io.bordergate.topology.TopologySettings.ClockSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configuration is read once and whole: from a file, over it from the environment. */
class AppConfigTest {
    @Test
    void needsOnlyWhereThingsAre() {
        AppConfig config = AppConfig.from(least(), Map.of());

        assertThat(config)
                .isEqualTo(new AppConfig(
                        "127.0.0.1:9092",
                        "http://127.0.0.1:8081",
                        "border-gate",
                        Path.of("/var/lib/border-gate"),
                        "lang-son",
                        ClockSource.WALL,
                        Duration.ofMillis(200),
                        1,
                        50_000,
                        Duration.ofDays(2),
                        "127.0.0.1",
                        8090,
                        Map.of()));
    }

    @Test
    void listsAllFaultsAtOnce() {
        var file = new Properties();
        file.put("border.registry.url", "127.0.0.1:8081");
        file.put("border.clock", "sundial");
        file.put("border.commit.interval", "PT0S");
        file.put("border.threads", "many");
        file.put("border.http.port", "65536");
        file.put("border.forget.after", "2 days");

        assertThatThrownBy(() -> AppConfig.from(file, Map.of("BORDER_STATE_DIR", " ")))
                .isInstanceOf(BadConfigException.class)
                .hasMessageStartingWith("configuration: ")
                .hasMessageContaining("border.bootstrap.servers (BORDER_BOOTSTRAP_SERVERS) is not set")
                .hasMessageContaining("border.state.dir (BORDER_STATE_DIR) is not set")
                .hasMessageContaining("border.registry.url = '127.0.0.1:8081'")
                .hasMessageContaining("border.clock = 'sundial'")
                .hasMessageContaining("border.commit.interval = 'PT0S'")
                .hasMessageContaining("border.threads = 'many'")
                .hasMessageContaining("border.http.port = '65536' cannot be used: must be from 0 to 65535")
                .hasMessageContaining("border.forget.after = '2 days'")
                .hasMessageNotContaining("\n");
    }

    @Test
    void letsTheEnvironmentHaveTheLastWord() {
        Properties file = least();
        file.put("border.http.port", "9000");
        file.put("border.threads", "2");

        AppConfig config = AppConfig.from(file, Map.of("BORDER_HTTP_PORT", "9001", "PATH", "/bin", "HOME", "/root"));

        assertThat(config.httpPort()).isEqualTo(9001);
        assertThat(config.threads()).isEqualTo(2);
        assertThat(config.passThrough()).isEmpty();
    }

    @Test
    void handsOnSettingsOfKafkaAndOfTheSerde() {
        Properties file = least();
        file.put("border.kafka.security.protocol", "SSL");
        file.put("schema.registry.ssl.truststore.location", "/etc/trust.p12");
        file.put("border.serde.class", "com.example.Serde");

        AppConfig config = AppConfig.from(file, Map.of("BORDER_KAFKA_FETCH_MIN_BYTES", "1"));

        assertThat(config.passThrough())
                .containsOnly(
                        Map.entry("security.protocol", "SSL"),
                        Map.entry("fetch.min.bytes", "1"),
                        Map.entry("schema.registry.ssl.truststore.location", "/etc/trust.p12"),
                        Map.entry("border.serde.class", "com.example.Serde"));
        assertThat(StreamsSettings.of(config)).containsEntry("security.protocol", "SSL");
    }

    @Test
    void handsOnTheMemoryOfRocksDb() {
        Properties file = least();
        file.put(BoundedRocksDb.BUDGET, "67108864");

        assertThat(StreamsSettings.of(AppConfig.from(file, Map.of()))).containsEntry(BoundedRocksDb.BUDGET, "67108864");
    }

    @ParameterizedTest
    @CsvSource({
        "border.clock, ticks",
        "border.clock, WALL",
        "border.http.port, 0",
        "border.threads, ' 64 '",
        "border.registry.url, 'http://127.0.0.1:8081, https://registry.example:443'"
    })
    void takes(String name, String value) {
        Properties file = least();
        file.put(name, value);

        assertThat(AppConfig.from(file, Map.of())).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "border.threads, 0",
        "border.threads, 65",
        "border.http.port, -1",
        "border.tracks.in.memory, 0",
        "border.forget.after, PT-1S",
        "border.forget.after, PT0.0001S",
        "border.commit.interval, PT0.0001S",
        "border.registry.url, localhost:8081"
    })
    void refuses(String name, String value) {
        Properties file = least();
        file.put(name, value);

        assertThatThrownBy(() -> AppConfig.from(file, Map.of()))
                .isInstanceOf(BadConfigException.class)
                .hasMessageStartingWith("configuration: " + name + " = '" + value + "' cannot be used: ");
    }

    static Properties least() {
        var file = new Properties();
        file.put("border.bootstrap.servers", "127.0.0.1:9092");
        file.put("border.registry.url", "http://127.0.0.1:8081");
        file.put("border.state.dir", "/var/lib/border-gate");
        return file;
    }
}
