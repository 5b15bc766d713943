package io.bordergate.contract;

import static io.bordergate.contract.Topic.Cleanup.COMPACT;
import static io.bordergate.contract.Topic.Cleanup.COMPACT_DELETE;
import static io.bordergate.contract.Topic.Cleanup.DELETE;
import static io.bordergate.contract.Topic.Evolution.BACKWARD;
import static io.bordergate.contract.Topic.Evolution.FULL_TRANSITIVE;
import static io.bordergate.contract.Topic.Evolution.NONE;
import static io.bordergate.contract.Topic.Partitioning.BY_GATE;
import static io.bordergate.contract.Topic.Partitioning.BY_TRUCK;

import io.bordergate.contract.Topic.Cleanup;
import io.bordergate.contract.Topic.Evolution;
import io.bordergate.contract.Topic.Partitioning;
import io.bordergate.contract.Topic.Value;
import io.bordergate.event.AlertAcknowledged;
import io.bordergate.event.ClockReached;
import io.bordergate.event.ClockTicked;
import io.bordergate.event.DeclarationMilestoneReported;
import io.bordergate.event.GateAdviceGiven;
import io.bordergate.event.GateAlertChanged;
import io.bordergate.event.GateDayReported;
import io.bordergate.event.GateForecastMade;
import io.bordergate.event.GateLoadChanged;
import io.bordergate.event.GateStatusChanged;
import io.bordergate.event.InputFateCounted;
import io.bordergate.event.SitePublished;
import io.bordergate.event.TripDiscrepancyChanged;
import io.bordergate.event.TruckPlaceChanged;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.TruckTripChanged;
import io.bordergate.event.YardOccupancyChanged;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Every topic of the product: the only place where a topic's name is spelled. */
public final class BorderTopics {

    // What comes in. All but the site is read beside the ticks, and must have as many partitions as these.
    public static final Topic TRUCK_POSITION =
            avro("border.truck.position", "truckId", TruckPositionReported.class, DELETE, 7, BY_TRUCK, BACKWARD);
    public static final Topic DECLARATION_MILESTONE = avro(
            "border.declaration.milestone",
            "declarationId",
            DeclarationMilestoneReported.class,
            DELETE,
            90,
            BY_TRUCK,
            BACKWARD);
    public static final Topic GATE_STATUS =
            avro("border.gate.status", "gateId", GateStatusChanged.class, COMPACT, 0, BY_TRUCK, BACKWARD);
    public static final Topic SITE = avro("border.site", "siteId", SitePublished.class, COMPACT, 0, BY_GATE, BACKWARD);
    public static final Topic ALERT_ACK =
            avro("border.alert.ack", "alertId", AlertAcknowledged.class, DELETE, 90, BY_TRUCK, BACKWARD);
    public static final Topic CLOCK =
            avro("border.clock", "partition of the tick", ClockTicked.class, DELETE, 7, BY_TRUCK, BACKWARD);

    // What goes out.
    public static final Topic TRUCK_STAY =
            avro("border.truck.stay", "stayId", TruckStayChanged.class, DELETE, 30, BY_TRUCK, FULL_TRANSITIVE);
    public static final Topic TRUCK_TRIP =
            avro("border.truck.trip", "tripId", TruckTripChanged.class, COMPACT_DELETE, 90, BY_TRUCK, FULL_TRANSITIVE);
    public static final Topic TRIP_DISCREPANCY = avro(
            "border.trip.discrepancy", "tripId", TripDiscrepancyChanged.class, DELETE, 90, BY_TRUCK, FULL_TRANSITIVE);
    public static final Topic TRUCK_PLACE =
            avro("border.truck.place", "truckId", TruckPlaceChanged.class, COMPACT, 0, BY_TRUCK, FULL_TRANSITIVE);
    public static final Topic YARD_OCCUPANCY =
            avro("border.yard.occupancy", "yardId", YardOccupancyChanged.class, COMPACT, 0, BY_GATE, FULL_TRANSITIVE);

    public static final Topic GATE_LOAD =
            avro("border.gate.load", "gateId", GateLoadChanged.class, COMPACT, 0, BY_GATE, FULL_TRANSITIVE);
    public static final Topic GATE_FORECAST =
            avro("border.gate.forecast", "gateId", GateForecastMade.class, DELETE, 30, BY_GATE, FULL_TRANSITIVE);
    public static final Topic GATE_ALERT =
            avro("border.gate.alert", "alertId", GateAlertChanged.class, COMPACT_DELETE, 90, BY_GATE, FULL_TRANSITIVE);
    public static final Topic GATE_ADVICE =
            avro("border.gate.advice", "gateId", GateAdviceGiven.class, COMPACT, 0, BY_GATE, FULL_TRANSITIVE);
    public static final Topic GATE_DAILY =
            avro("border.gate.daily", "gateId|date", GateDayReported.class, COMPACT, 0, BY_GATE, FULL_TRANSITIVE);

    // What became of every input record.
    public static final Topic INPUT_FATE = avro(
            "border.input.fate",
            "topic|partition|fate|reason",
            InputFateCounted.class,
            COMPACT,
            0,
            BY_GATE,
            FULL_TRANSITIVE);
    public static final Topic CLOCK_REACHED =
            avro("border.clock.reached", "stage|partition", ClockReached.class, COMPACT, 0, BY_GATE, FULL_TRANSITIVE);
    public static final Topic QUARANTINE = asReceived("border.quarantine", 14);
    public static final Topic DEAD_LETTER = asReceived("border.dead-letter", 14);

    private BorderTopics() {}

    /** All topics that must exist before the product starts, inputs first. */
    public static List<Topic> all() {
        return List.of(
                TRUCK_POSITION,
                DECLARATION_MILESTONE,
                GATE_STATUS,
                SITE,
                ALERT_ACK,
                CLOCK,
                TRUCK_STAY,
                TRUCK_TRIP,
                TRIP_DISCREPANCY,
                TRUCK_PLACE,
                YARD_OCCUPANCY,
                GATE_LOAD,
                GATE_FORECAST,
                GATE_ALERT,
                GATE_ADVICE,
                GATE_DAILY,
                INPUT_FATE,
                CLOCK_REACHED,
                QUARANTINE,
                DEAD_LETTER);
    }

    private static Topic avro(
            String name,
            String key,
            Class<? extends SpecificRecord> type,
            Cleanup cleanup,
            int retentionDays,
            Partitioning partitioning,
            Evolution evolution) {
        return new Topic(
                name, key, new Value.Avro(type), cleanup, Duration.ofDays(retentionDays), partitioning, evolution);
    }

    private static Topic asReceived(String name, int retentionDays) {
        return new Topic(
                name,
                "as the input record",
                new Value.AsReceived(),
                DELETE,
                Duration.ofDays(retentionDays),
                BY_TRUCK,
                NONE);
    }
}
