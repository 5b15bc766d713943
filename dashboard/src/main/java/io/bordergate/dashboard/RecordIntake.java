package io.bordergate.dashboard;

import io.bordergate.contract.BorderTopics;
import io.bordergate.event.SitePublished;
import io.bordergate.event.YardOccupancyChanged;
import io.bordergate.serde.AvroSerdes;
import io.bordergate.serde.SerdeConfig;
import io.bordergate.serde.SerdeFailures;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts records of the topics on a board. What makes no sense is skipped and counted; what cannot be decoded because the
 * registry is away is not the record's fault, and stops the reading. Not thread-safe.
 */
final class RecordIntake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordIntake.class);

    private final String siteId;
    private final GateBoard board;
    private final Deserializer<SitePublished> sites;
    private final Deserializer<YardOccupancyChanged> occupancies;
    private long skipped;

    RecordIntake(DashboardConfig config, GateBoard board) {
        this.siteId = config.siteId();
        this.board = board;
        // No retries inside: the feed itself tries again, and says so on the board meanwhile.
        Map<String, ?> serde = Map.of(SerdeConfig.URL, config.registryUrl(), SerdeConfig.MAX_RETRIES, 0);
        sites = AvroSerdes.deserializer(SitePublished.class, serde);
        occupancies = AvroSerdes.deserializer(YardOccupancyChanged.class, serde);
    }

    /** The registry does not answer, so a record cannot be decoded for now. */
    static final class RegistryAwayException extends RuntimeException {
        RegistryAwayException(RuntimeException cause) {
            super(cause.getMessage(), cause);
        }
    }

    void apply(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.topic().equals(BorderTopics.SITE.name())) {
                applySite(record);
            } else {
                applyOccupancy(record);
            }
        } catch (SerializationException | AvroRuntimeException | IllegalArgumentException e) {
            if (SerdeFailures.isTransient(e)) {
                throw new RegistryAwayException(e);
            }
            skip(record, e);
        }
    }

    long skipped() {
        return skipped;
    }

    private void applySite(ConsumerRecord<String, byte[]> record) {
        if (siteId.equals(record.key())) {
            SitePublished site = sites.deserialize(record.topic(), record.value());
            board.put(site == null ? SiteMap.NONE : SiteReading.parse(site.getGeoJson()));
        }
    }

    private void applyOccupancy(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            throw new IllegalArgumentException("occupancy without a key");
        }
        YardOccupancyChanged event = occupancies.deserialize(record.topic(), record.value());
        if (event == null) {
            board.remove(record.key());
            return;
        }
        if (!record.key().equals(event.getYardId())) {
            throw new IllegalArgumentException("occupancy under the key of another yard");
        }
        board.put(new YardFigure(
                event.getYardId(),
                event.getGateId(),
                event.getConfirmedTrucks(),
                event.getUncertainTrucks(),
                event.getCapacity(),
                event.getAsOf()));
    }

    private void skip(ConsumerRecord<String, byte[]> record, RuntimeException why) {
        if (skipped++ == 0) {
            LOG.warn(
                    "skipped {}-{} at offset {}, further ones are only counted: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    why.getMessage());
        }
    }

    @Override
    public void close() {
        sites.close();
        occupancies.close();
    }
}
