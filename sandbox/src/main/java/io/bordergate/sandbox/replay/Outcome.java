package io.bordergate.sandbox.replay;

import io.bordergate.contract.BorderTopics;
import io.bordergate.event.GateAdviceGiven;
import io.bordergate.event.GateAlertChanged;
import io.bordergate.event.GateDayReported;
import io.bordergate.event.GateForecastMade;
import io.bordergate.event.StayClosure;
import io.bordergate.event.TripDiscrepancyChanged;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.TruckTripChanged;
import io.bordergate.event.YardOccupancyChanged;
import io.bordergate.event.ZoneKind;
import io.bordergate.sandbox.CommittedTable;
import io.bordergate.sandbox.GateException;
import io.bordergate.sandbox.Platform;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the topology says at the end: the newest revision of everything it sent. Immutable.
 *
 * @param stays of all kinds
 * @param yards occupancy as published live
 * @param alerts episodes of congestion
 * @param days daily tables
 * @param forecasts of gates, all that were made
 * @param advice on gates, all that was given
 */
record Outcome(
        Collection<TruckStayChanged> stays,
        Collection<TruckTripChanged> trips,
        Collection<TripDiscrepancyChanged> discrepancies,
        Collection<YardOccupancyChanged> yards,
        Collection<GateAlertChanged> alerts,
        Collection<GateDayReported> days,
        Collection<GateForecastMade> forecasts,
        Collection<GateAdviceGiven> advice) {

    /** Reads all that is committed. */
    static Outcome read(Platform platform) {
        return new Outcome(
                read(new CommittedTable<>(
                        BorderTopics.TRUCK_STAY,
                        TruckStayChanged.class,
                        platform.bootstrapServers(),
                        platform.serde())),
                read(new CommittedTable<>(
                        BorderTopics.TRUCK_TRIP,
                        TruckTripChanged.class,
                        platform.bootstrapServers(),
                        platform.serde())),
                read(new CommittedTable<>(
                        BorderTopics.TRIP_DISCREPANCY,
                        TripDiscrepancyChanged.class,
                        platform.bootstrapServers(),
                        platform.serde(),
                        Outcome::discrepancyId)),
                read(new CommittedTable<>(
                        BorderTopics.YARD_OCCUPANCY,
                        YardOccupancyChanged.class,
                        platform.bootstrapServers(),
                        platform.serde())),
                read(new CommittedTable<>(
                        BorderTopics.GATE_ALERT,
                        GateAlertChanged.class,
                        platform.bootstrapServers(),
                        platform.serde())),
                read(new CommittedTable<>(
                        BorderTopics.GATE_DAILY, GateDayReported.class, platform.bootstrapServers(), platform.serde())),
                read(new CommittedTable<>(
                        BorderTopics.GATE_FORECAST,
                        GateForecastMade.class,
                        platform.bootstrapServers(),
                        platform.serde(),
                        Outcome::forecastId)),
                read(new CommittedTable<>(
                        BorderTopics.GATE_ADVICE,
                        GateAdviceGiven.class,
                        platform.bootstrapServers(),
                        platform.serde(),
                        record -> record.key() + "|" + record.value().getAt())));
    }

    /** The live occupancy must end as a recount of the stays does; fails in one line if it does not. */
    void checkOccupancy() {
        Map<String, Integer> recount = new TreeMap<>();
        stays.stream()
                .filter(stay -> stay.getClosedBy() == StayClosure.OPEN && isCounted(stay.getZoneKind()))
                .forEach(stay -> recount.merge(stay.getZoneId(), 1, Integer::sum));
        Map<String, Integer> live = new TreeMap<>();
        for (YardOccupancyChanged yard : yards) {
            int trucks = yard.getConfirmedTrucks() + yard.getUncertainTrucks();
            if (trucks > 0) {
                live.put(yard.getYardId(), trucks);
            }
        }
        if (!live.equals(recount)) {
            throw new GateException("the live occupancy " + live + " does not agree with a recount of the stays "
                    + recount + ": please report this with .gate/logs");
        }
    }

    private static boolean isCounted(ZoneKind kind) {
        return kind == ZoneKind.YARD || kind == ZoneKind.BUFFER;
    }

    /** The topic is keyed by trip, of which there can be several discrepancies. */
    private static String discrepancyId(ConsumerRecord<String, TripDiscrepancyChanged> record) {
        return record.value().getDiscrepancyId();
    }

    private static String forecastId(ConsumerRecord<String, GateForecastMade> record) {
        return record.key() + "|" + record.value().getAt();
    }

    private static <T extends SpecificRecord> Collection<T> read(CommittedTable<T> table) {
        try (table) {
            return new ArrayList<>(table.readToEnd().values());
        }
    }
}
