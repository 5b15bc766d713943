package io.bordergate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import io.bordergate.event.GateStatusChanged;
import io.bordergate.serde.SchemaRegistryClient;
import io.bordergate.serde.SerdeConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicProvisionerIT {

    @TempDir
    Path folder;

    @Test
    void createsWhatIsMissingOnceAndReportsWhatDiffers() {
        try (var broker = EmbeddedBroker.start(folder, 0);
                var admin = Brokers.admin(broker.bootstrapServers())) {
            var four = new TopicProvisioner(admin, TopicPlan.sandbox(4));
            assertThat(four.inspect())
                    .allSatisfy(state -> assertThat(state.differences()).containsExactly("missing"));

            four.createTopics();
            four.createTopics();

            assertThat(four.inspect()).hasSameSizeAs(BorderTopics.all()).noneMatch(TopicState::differs);
            assertThat(position(four).found()).contains(new TopicState.Found(4, "delete", -1, 0));
            var six = new TopicProvisioner(admin, TopicPlan.sandbox(6));
            assertThatThrownBy(six::createTopics)
                    .isInstanceOf(GateException.class)
                    .hasMessageContaining("border.truck.position should have 6 partitions");
            assertThat(position(six).found())
                    .hasValueSatisfying(found -> assertThat(found.partitions()).isEqualTo(4));
            var production = new TopicProvisioner(admin, new TopicPlan(4, false));
            assertThat(position(production).differences()).containsExactly("retention should be 7 d");
        }
    }

    @Test
    void registersEverySchemaWithItsCompatibility() throws Exception {
        String url = SharedPlatform.get().registry().url();
        var registry = SchemaRegistryClient.shared(Map.of(SerdeConfig.URL, url));

        TopicProvisioner.registerSchemas(registry);
        TopicProvisioner.registerSchemas(registry);

        assertThat(get(url + "/config/border.truck.position-value")).contains("\"BACKWARD\"");
        assertThat(get(url + "/config/border.truck.stay-value")).contains("\"FULL_TRANSITIVE\"");
        assertThat(get(url + "/subjects/border.gate.status-value/versions")).isEqualTo("[1]");
        assertThat(registry.latest("border.gate.status-value").schema().getFullName())
                .isEqualTo(GateStatusChanged.class.getName());
        assertThat(get(url + "/subjects")).doesNotContain(BorderTopics.QUARANTINE.valueSubject());
    }

    private static TopicState position(TopicProvisioner provisioner) {
        List<TopicState> states = provisioner.inspect();
        Topic wanted = BorderTopics.TRUCK_POSITION;
        return states.stream()
                .filter(state -> state.topic().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    private static String get(String url) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
