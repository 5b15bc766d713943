package io.bordergate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import io.bordergate.contract.Topic.Cleanup;
import io.bordergate.contract.Topic.Value;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/topics.md names every topic as {@link BorderTopics} declares it and the topology makes it. */
class TopicsDocTest {
    private static final int CHECKED_COLUMNS = 7;

    @Test
    void publicTopicsAreThoseDeclaredInTheirOrder() throws IOException {
        var documented = Document.of("docs/topics.md").table("topic");

        assertThat(documented.stream().map(row -> row.subList(0, CHECKED_COLUMNS)))
                .containsExactlyElementsOf(
                        BorderTopics.all().stream().map(TopicsDocTest::row).toList());
        assertThat(documented)
                .allSatisfy(
                        row -> assertThat(row.get(CHECKED_COLUMNS)).as("writer").isNotBlank());
    }

    @Test
    void internalTopicsAreThoseOfTheTopology() throws IOException {
        var documented = Document.of("docs/topics.md").table("internal topic");

        assertThat(documented.stream().map(row -> row.subList(0, 3)))
                .containsExactlyInAnyOrderElementsOf(InternalTopics.ofTheShippedTopology());
    }

    private static List<String> row(Topic topic) {
        String value = topic.value() instanceof Value.Avro avro ? avro.type().getSimpleName() : "as received";
        String retention =
                topic.cleanup() == Cleanup.COMPACT ? "-" : topic.retention().toDays() + " d";
        return List.of(
                topic.name(),
                topic.key(),
                value,
                Integer.toString(topic.partitions().defaultCount()),
                topic.cleanup().policy(),
                retention,
                topic.evolution().name());
    }
}
