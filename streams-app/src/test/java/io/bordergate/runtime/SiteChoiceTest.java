package io.bordergate.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.contract.BorderTopics;
import io.bordergate.event.SitePublished;
import io.bordergate.fixtures.FakeRegistry;
import io.bordergate.serde.AvroSerdes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The newest site file of ours that can be used counts; what cannot be is passed over and told once. */
class SiteChoiceTest {
    private static final byte[] GARBAGE = {0, 0, 0, 0, 99, 7};

    private final FakeRegistry registry = new FakeRegistry();
    private final List<String> complaints = new ArrayList<>();
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final SiteChoice choice = new SiteChoice("lang-son", registry.serde(), complaints::add);

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void takesTheNewestOfOurs() {
        publish("lang-son", site("old-yard"));
        publish("lang-son", site("new-yard"));
        publish("lao-cai", site("their-yard"));

        assertThat(yard()).contains("new-yard");
        assertThat(complaints).isEmpty();
    }

    @Test
    void passesOverWhatCannotBeReadAndSaysWhere() {
        publish("lang-son", site("old-yard"));
        publish("lang-son", GARBAGE);
        publish("lang-son", Arrays.copyOf(site("cut"), 20));
        publish("lang-son", new byte[0]);

        assertThat(yard()).contains("old-yard");
        assertThat(complaints)
                .hasSize(3)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("site lang-son at border.site partition 1 offset ")
                        .contains("is passed over, mend and publish it again: cannot be read: ")
                        .doesNotContain("\n"));
        assertThat(complaints.get(2)).contains("offset 1 ");
    }

    @Test
    void passesOverASiteFileWithFaultsAndNamesThemAll() {
        publish("lang-son", site("good-yard"));
        publish("lang-son", wire("{\"type\":\"FeatureCollection\",\"timeZone\":\"Mars\",\"features\":[]}"));
        publish("lang-son", wire("{\n\"type\": "));

        assertThat(yard()).contains("good-yard");
        assertThat(complaints).hasSize(2);
        assertThat(complaints.get(0))
                .contains("offset 2")
                .contains("is not JSON")
                .doesNotContain("\n");
        assertThat(complaints.get(1)).contains("offset 1").contains("timeZone").doesNotContain("\n");
    }

    @Test
    void neverDecodesARecordOfAnotherSite() {
        publish("lang-son", site("yard"));
        byte[] unknown = site("other");
        unknown[4] = 99;
        publish("lao-cai", unknown);
        publish("another", GARBAGE);
        records.add(new ConsumerRecord<>(BorderTopics.SITE.name(), 1, 9, null, GARBAGE));

        assertThat(yard()).contains("yard");
        assertThat(complaints).isEmpty();
    }

    @Test
    void hasNoneIfNoneIsGoodAndSaysSoOnce() {
        publish("lang-son", GARBAGE);

        assertThat(choice.newest(records)).isEmpty();
        assertThat(choice.newest(records)).isEmpty();
        assertThat(complaints).hasSize(1);
        assertThat(choice.newest(List.of())).isEmpty();
    }

    @Test
    void hasNoneIfTheSiteWasTakenBack() {
        publish("lang-son", site("yard"));
        publish("lang-son", (byte[]) null);

        assertThat(choice.newest(records)).isEmpty();
        assertThat(complaints).isEmpty();
    }

    @Test
    void doesNotBlameTheRecordForARegistryThatIsAway() {
        publish("lang-son", site("yard"));
        registry.goAway();
        // What is known is not asked again: a schema of an id not seen yet.
        records.get(0).value()[4] = 77;

        assertThatThrownBy(() -> choice.newest(records));
        assertThat(complaints).isEmpty();
    }

    private Optional<String> yard() {
        return choice.newest(records)
                .map(published -> published.site().zones().get(0).place().id());
    }

    private void publish(String siteId, byte[] value) {
        records.add(new ConsumerRecord<>(BorderTopics.SITE.name(), 1, records.size(), siteId.getBytes(UTF_8), value));
    }

    private byte[] site(String yard) {
        return wire(
                "{\"type\":\"FeatureCollection\",\"siteId\":\"lang-son\",\"features\":[{\"type\":\"Feature\",\"id\":\""
                        + yard
                        + "\",\"properties\":{\"kind\":\"yard\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[106.70,21.96],[106.71,21.96],[106.71,21.97],[106.70,21.96]]]}}]}");
    }

    private byte[] wire(String geoJson) {
        try (var values = AvroSerdes.serializer(SitePublished.class, new HashMap<>(registry.serde()))) {
            return values.serialize(BorderTopics.SITE.name(), new SitePublished("lang-son", geoJson));
        }
    }
}
