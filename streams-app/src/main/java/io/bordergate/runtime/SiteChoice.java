package io.bordergate.runtime;

import io.bordergate.contract.BorderTopics;
import io.bordergate.event.SitePublished;
import io.bordergate.serde.AvroSerdes;
import io.bordergate.serde.SerdeFailures;
import io.bordergate.sitefile.SiteFile;
import io.bordergate.sitefile.SiteFileException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Which record of the site topic holds: the newest of our site that can be used. One that cannot be is passed over, so that
 * a mistake in publishing does not keep the gates from starting. Records of other sites are not even decoded. Not
 * thread-safe.
 */
final class SiteChoice {
    private final String siteId;
    private final byte[] ourKey;
    private final Map<String, Object> serde;
    private final Consumer<String> complain;
    /** So that asking again every few seconds does not say it again. */
    private final Set<String> complaints = new HashSet<>();

    /** A complaint is one line: where, and what is wrong. */
    SiteChoice(String siteId, Map<String, Object> serde, Consumer<String> complain) {
        this.siteId = siteId;
        this.ourKey = siteId.getBytes(StandardCharsets.UTF_8);
        this.serde = Map.copyOf(serde);
        this.complain = complain;
    }

    /** Of records in the order in which they were published; empty if none can be used, or the newest takes the site back. */
    Optional<PublishedSite> newest(List<ConsumerRecord<byte[], byte[]>> records) {
        List<ConsumerRecord<byte[], byte[]>> ours = records.stream()
                .filter(record -> Arrays.equals(ourKey, record.key()))
                .toList();
        for (int i = ours.size() - 1; i >= 0 && ours.get(i).value() != null; i--) {
            Optional<PublishedSite> site = read(ours.get(i));
            if (site.isPresent()) {
                return site;
            }
        }
        return Optional.empty();
    }

    private Optional<PublishedSite> read(ConsumerRecord<byte[], byte[]> record) {
        try (var values = AvroSerdes.deserializer(SitePublished.class, serde)) {
            String geoJson =
                    values.deserialize(BorderTopics.SITE.name(), record.value()).getGeoJson();
            return Optional.of(new PublishedSite(geoJson, SiteFile.parse(geoJson)));
        } catch (RuntimeException e) {
            if (SerdeFailures.isTransient(e)) {
                throw e;
            }
            passOver(record, e instanceof SiteFileException ? e.getMessage() : "cannot be read: " + e);
        }
        return Optional.empty();
    }

    private void passOver(ConsumerRecord<byte[], byte[]> record, String why) {
        String where = record.topic() + " partition " + record.partition() + " offset " + record.offset();
        if (complaints.add(where)) {
            complain.accept("site " + siteId + " at " + where + " is passed over, mend and publish it again: "
                    + why.replaceAll("\\s+", " "));
        }
    }
}
