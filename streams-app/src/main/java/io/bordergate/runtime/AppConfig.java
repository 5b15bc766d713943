package io.bordergate.runtime;

import io.bordergate.topology.TopologySettings.ClockSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/**
 * All that the application can be told, read once at the start from a properties file ({@code border.config}) and from the
 * environment, which has precedence: {@code border.http.port} is {@code BORDER_HTTP_PORT} there. Immutable.
 *
 * @param bootstrapServers brokers, host:port, comma between
 * @param registryUrl schema registry with the Confluent REST API
 * @param applicationId consumer group, and prefix of internal topics and transactional ids
 * @param stateDir where local state is kept; keep it over restarts
 * @param siteId which record of the site topic is ours
 * @param clock what moves time on when no truck reports
 * @param commitInterval how often results become visible
 * @param threads stream threads
 * @param tracksInMemory trucks kept as objects, over all threads of this process
 * @param forgetAfter how long after its last fix a truck is forgotten
 * @param httpHost address for health and metrics
 * @param httpPort its port; 0 picks a free one
 * @param passThrough settings handed on as they are: those of Kafka ({@code kafka.} taken off) and of the serde
 */
public record AppConfig(
        String bootstrapServers,
        String registryUrl,
        String applicationId,
        Path stateDir,
        String siteId,
        ClockSource clock,
        Duration commitInterval,
        int threads,
        int tracksInMemory,
        Duration forgetAfter,
        String httpHost,
        int httpPort,
        Map<String, String> passThrough) {

    /** Settings that cannot be used, all of them. */
    public static final class BadConfigException extends RuntimeException {
        BadConfigException(List<String> faults) {
            super("configuration: " + String.join("; ", faults));
        }
    }

    public AppConfig {
        passThrough = Map.copyOf(passThrough);
    }

    /** Reads it all, or throws a {@link BadConfigException} with every fault. */
    public static AppConfig from(Properties file, Map<String, String> environment) {
        return new Reading(file, environment).config();
    }

    /** One reading, which collects faults. */
    private static final class Reading {
        private final Map<String, String> settings = new HashMap<>();
        private final List<String> faults = new ArrayList<>();

        Reading(Properties file, Map<String, String> environment) {
            file.stringPropertyNames().forEach(name -> settings.put(name, file.getProperty(name)));
            environment.forEach((name, value) -> {
                if (name.startsWith("BORDER_")) {
                    settings.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
                }
            });
        }

        AppConfig config() {
            Integer threads = read("border.threads", "1", text -> between(text, 1, 64));
            Integer tracks = read("border.tracks.in.memory", "50000", text -> between(text, 1, 10_000_000));
            Integer httpPort = read("border.http.port", "8090", text -> between(text, 0, 65_535));
            var config = new AppConfig(
                    read("border.bootstrap.servers", null, text -> text),
                    read("border.registry.url", null, Reading::url),
                    read("border.application.id", "border-gate", text -> text),
                    read("border.state.dir", null, Path::of),
                    read("border.site.id", "lang-son", text -> text),
                    read("border.clock", "wall", text -> ClockSource.valueOf(text.toUpperCase(Locale.ROOT))),
                    read("border.commit.interval", "PT0.2S", Reading::positive),
                    orZero(threads),
                    orZero(tracks),
                    read("border.forget.after", "P2D", Reading::positive),
                    read("border.http.host", "127.0.0.1", text -> text),
                    orZero(httpPort),
                    passThrough());
            if (!faults.isEmpty()) {
                throw new BadConfigException(faults);
            }
            return config;
        }

        private <T> T read(String name, String otherwise, Function<String, T> parser) {
            String text = settings.getOrDefault(name, otherwise);
            if (text == null || text.isBlank()) {
                faults.add(name + " (" + name.toUpperCase(Locale.ROOT).replace('.', '_') + ") is not set");
                return null;
            }
            try {
                return parser.apply(text.trim());
            } catch (RuntimeException e) {
                faults.add(name + " = '" + text + "' cannot be used: " + e.getMessage());
                return null;
            }
        }

        /** A fault has been noted where there is none. */
        private static int orZero(Integer number) {
            return number == null ? 0 : number;
        }

        private Map<String, String> passThrough() {
            Map<String, String> through = new HashMap<>();
            settings.forEach((name, value) -> {
                if (name.startsWith("border.kafka.")) {
                    through.put(name.substring("border.kafka.".length()), value);
                } else if (name.startsWith("border.serde.")
                        || name.startsWith("border.rocksdb.")
                        || !name.startsWith("border.")) {
                    through.put(name, value);
                }
            });
            return through;
        }

        private static String url(String text) {
            for (String one : text.split(",", -1)) {
                URI uri = URI.create(one.trim());
                if (uri.getHost() == null) {
                    throw new IllegalArgumentException("not a URL such as http://127.0.0.1:8081");
                }
            }
            return text;
        }

        private static Duration positive(String text) {
            Duration duration = Duration.parse(text);
            if (duration.toMillis() < 1) {
                throw new IllegalArgumentException("must be a millisecond or more, ISO-8601 such as PT0.2S");
            }
            return duration;
        }

        private static int between(String text, int least, int most) {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException("must be from " + least + " to " + most);
            }
            return number;
        }
    }
}
