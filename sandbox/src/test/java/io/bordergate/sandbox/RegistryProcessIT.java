package io.bordergate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryProcessIT {

    private static final String SCHEMA =
            "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"%s\\\",\\\"fields\\\":[]}\"}";

    private final Path distribution = GateHome.find().registryDistribution();

    @TempDir
    Path folder;

    @Test
    void keepsSchemasAndTheirIdsWhenItIsKilled() throws Exception {
        String first;
        String second;
        try (var registry = start()) {
            first = register(registry, "first-value", "First");
            second = register(registry, "second-value", "Second");
            ProcessHandle.of(registry.pid()).orElseThrow().destroyForcibly();
        }

        try (var registry = start()) {
            assertThat(first).isNotEqualTo(second);
            assertThat(register(registry, "second-value", "Second")).isEqualTo(second);
            assertThat(register(registry, "first-value", "First")).isEqualTo(first);
            assertThat(register(registry, "third-value", "Third")).isNotIn(first, second);
        }
    }

    @Test
    void endsWithAParentThatIsKilled() throws Exception {
        var parent = ChildJvm.start(RegistryInChild.class, folder.toString());
        long pid = Long.parseLong(parent.awaitLine("registry ").substring("registry ".length()));
        var registry = ProcessHandle.of(pid).orElseThrow();

        parent.kill();

        assertThat(registry.onExit().orTimeout(20, TimeUnit.SECONDS).join().isAlive())
                .isFalse();
    }

    @Test
    void namesABusyPort() throws Exception {
        try (var taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            assertThatThrownBy(() ->
                            RegistryProcess.launch(distribution, folder, folder.resolve("log"), taken.getLocalPort()))
                    .isInstanceOf(GateException.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageNotContaining("\n");
        }
    }

    private RegistryProcess start() {
        return RegistryProcess.start(distribution, folder.resolve("data"), folder.resolve("registry.log"), 0);
    }

    private static String register(RegistryProcess registry, String subject, String name) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(registry.url() + "/subjects/" + subject + "/versions"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(SCHEMA.formatted(name)))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
