package io.bordergate.dashboard;

import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import io.bordergate.dashboard.gate.DayLog;
import io.bordergate.dashboard.gate.GateDay;
import io.bordergate.dashboard.gate.GateRecords;
import io.bordergate.dashboard.trip.TripLog;
import io.bordergate.dashboard.trip.TruckPlace;
import io.bordergate.event.GateAdviceGiven;
import io.bordergate.event.GateAlertChanged;
import io.bordergate.event.GateDayReported;
import io.bordergate.event.GateLoadChanged;
import io.bordergate.event.SitePublished;
import io.bordergate.event.TripDiscrepancyChanged;
import io.bordergate.event.TruckPlaceChanged;
import io.bordergate.event.TruckTripChanged;
import io.bordergate.event.YardOccupancyChanged;
import io.bordergate.serde.AvroSerdes;
import io.bordergate.serde.SerdeConfig;
import io.bordergate.serde.SerdeFailures;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts records of the topics on a board, and those of trips and trucks in their log. What makes no sense is skipped and counted; what cannot be decoded because the
 * registry is away is not the record's fault, and stops the reading. Not thread-safe.
 */
final class RecordIntake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordIntake.class);

    private final String siteId;
    private final GateBoard board;
    private final TripLog trips;
    private final Map<String, ?> serde;
    private final Map<String, Shelf<?>> shelves = new LinkedHashMap<>();
    private long skipped;

    RecordIntake(DashboardConfig config, GateBoard board, TripLog trips) {
        this.siteId = config.siteId();
        this.board = board;
        this.trips = trips;
        // No retries inside: the feed itself tries again, and says so on the board meanwhile.
        this.serde = Map.of(SerdeConfig.URL, config.registryUrl(), SerdeConfig.MAX_RETRIES, 0);
        shelve(BorderTopics.SITE, SitePublished.class, this::putSite, this::removeSite);
        shelve(BorderTopics.YARD_OCCUPANCY, YardOccupancyChanged.class, this::putYard, board::removeYard);
        shelve(BorderTopics.GATE_LOAD, GateLoadChanged.class, this::putLoad, board::removeLoad);
        shelve(BorderTopics.GATE_ALERT, GateAlertChanged.class, this::putAlert, board::removeAlert);
        shelve(BorderTopics.GATE_ADVICE, GateAdviceGiven.class, this::putAdvice, board::removeAdvice);
        shelve(BorderTopics.GATE_DAILY, GateDayReported.class, this::putDay, board::removeDay);
        shelve(BorderTopics.TRUCK_TRIP, TruckTripChanged.class, this::putTrip, trips::removeTrip);
        shelve(
                BorderTopics.TRIP_DISCREPANCY,
                TripDiscrepancyChanged.class,
                this::putDiscrepancy,
                trips::removeDiscrepancies);
        shelve(BorderTopics.TRUCK_PLACE, TruckPlaceChanged.class, this::putPlace, trips.places()::remove);
    }

    /** The registry does not answer, so a record cannot be decoded for now. */
    static final class RegistryAwayException extends RuntimeException {
        RegistryAwayException(RuntimeException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** How the records of one topic are read, and where they go; a record without a value deletes its key. */
    private record Shelf<T>(Deserializer<T> values, BiConsumer<String, T> put, Consumer<String> remove) {
        void take(ConsumerRecord<String, byte[]> record) {
            if (record.key() == null) {
                throw new IllegalArgumentException("record without a key");
            }
            T value = values.deserialize(record.topic(), record.value());
            if (value == null) {
                remove.accept(record.key());
            } else {
                put.accept(record.key(), value);
            }
        }
    }

    /** Names of the topics that are read, those of trips too. */
    Set<String> topics() {
        return Set.copyOf(shelves.keySet());
    }

    void apply(ConsumerRecord<String, byte[]> record) {
        try {
            shelves.get(record.topic()).take(record);
        } catch (SerializationException | AvroRuntimeException e) {
            if (SerdeFailures.isTransient(e)) {
                throw new RegistryAwayException(e);
            }
            skip(record, e);
        } catch (IllegalArgumentException e) {
            // Read well, but no figure, site or alert.
            skip(record, e);
        }
    }

    long skipped() {
        return skipped;
    }

    private <T> void shelve(Topic topic, Class<T> type, BiConsumer<String, T> put, Consumer<String> remove) {
        shelves.put(topic.name(), new Shelf<>(AvroSerdes.deserializer(type, serde), put, remove));
    }

    private void putSite(String key, SitePublished site) {
        if (siteId.equals(key)) {
            board.put(SiteReading.parse(site.getGeoJson()));
        }
    }

    private void removeSite(String key) {
        if (siteId.equals(key)) {
            board.put(SiteMap.NONE);
        }
    }

    private void putYard(String key, YardOccupancyChanged event) {
        requireKey(key, event.getYardId());
        board.put(new YardFigure(
                event.getYardId(),
                event.getGateId(),
                event.getConfirmedTrucks(),
                event.getUncertainTrucks(),
                event.getCapacity(),
                event.getAsOf()));
    }

    private void putLoad(String key, GateLoadChanged event) {
        requireKey(key, event.getGateId());
        board.put(GateRecords.load(event));
    }

    private void putAlert(String key, GateAlertChanged event) {
        requireKey(key, event.getAlertId());
        board.put(GateRecords.alert(event));
    }

    private void putAdvice(String key, GateAdviceGiven event) {
        requireKey(key, event.getGateId());
        board.put(GateRecords.advice(event));
    }

    private void putDay(String key, GateDayReported event) {
        GateDay day = GateRecords.day(event);
        requireKey(key, DayLog.key(day));
        board.put(day);
    }

    private void putTrip(String key, TruckTripChanged event) {
        requireTrip(key, event.getTripId());
        trips.put(event);
    }

    private void putDiscrepancy(String key, TripDiscrepancyChanged event) {
        requireTrip(key, event.getTripId());
        trips.put(event);
    }

    private void putPlace(String key, TruckPlaceChanged event) {
        if (!key.equals(event.getTruckId())) {
            throw new IllegalArgumentException("place of a truck under the key of another");
        }
        trips.places()
                .put(new TruckPlace(event.getTruckId(), event.getLatitude(), event.getLongitude(), event.getSeenAt()));
    }

    /** An id of a trip holds a plate, which is not for logs. */
    private static void requireTrip(String key, String tripId) {
        if (!key.equals(tripId)) {
            throw new IllegalArgumentException("record of a trip under the key of another");
        }
    }

    private static void requireKey(String key, String expected) {
        if (!key.equals(expected)) {
            throw new IllegalArgumentException("record of '" + expected + "' under the key of another");
        }
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
        shelves.values().forEach(shelf -> shelf.values().close());
    }
}
