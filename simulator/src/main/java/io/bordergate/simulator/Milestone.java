package io.bordergate.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bordergate.simulator.Report.MilestoneReport;
import io.bordergate.simulator.scenario.Flow;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalLong;

/**
 * One authority's confirmation on its way to a receiver. Immutable; later ones leave out what has not changed. A second
 * receipt of the same one differs in the record time alone.
 *
 * @param zone of the times as written
 * @param named the trucks it names, as their plates are written here; may be empty
 */
record Milestone(
        Declaration declaration,
        Flow flow,
        Confirmation confirmation,
        List<Truck> named,
        ZoneOffset zone,
        long eventMillis,
        long recordMillis)
        implements Emission {

    private static final DateTimeFormatter LOCAL_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    /** What is confirmed, by whom, for which gate and yard, and when it is to arrive if that is said anew, in epoch milliseconds. */
    record Confirmation(String type, String authority, String gate, String yard, OptionalLong plannedAnew) {}

    Milestone {
        named = List.copyOf(named);
    }

    String type() {
        return confirmation.type();
    }

    String authority() {
        return confirmation.authority();
    }

    Milestone receivedAt(long otherRecordMillis) {
        return new Milestone(declaration, flow, confirmation, named, zone, eventMillis, otherRecordMillis);
    }

    @Override
    public MilestoneReport report(long index) {
        return new MilestoneReport(index, Instant.ofEpochMilli(recordMillis), declaration.id(), json().toString());
    }

    private ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("declarationId", declaration.id())
                .put("type", type())
                .put("authority", authority())
                .put("classifier", "ACT")
                .put("eventTime", local(eventMillis))
                .put("recordTime", local(recordMillis))
                .put("gateId", confirmation.gate());
        if (type().equals("DECLARED")) {
            addContents(json);
        } else if (type().equals("AMENDED")) {
            confirmation.plannedAnew().ifPresent(planned -> json.put("plannedArrival", local(planned)));
            json.put("yardId", confirmation.yard());
        }
        if (!named.isEmpty()) {
            addTrucks(json.putArray("trucks"));
        }
        if (type().equals("DECLARED")) {
            json.putArray("goods")
                    .addObject()
                    .put("category", declaration.goodsCategory())
                    .put("refrigerated", declaration.refrigerated());
        }
        return json;
    }

    private void addContents(ObjectNode json) {
        json.put("direction", flow.direction().name())
                .put("plannedArrival", local(declaration.plannedArrivalAt()))
                .put("yardId", confirmation.yard())
                .put("channel", declaration.channel());
    }

    private void addTrucks(ArrayNode trucks) {
        named.forEach(truck -> trucks.addObject()
                .put("country", truck.country())
                .put("plate", truck.plate())
                .putNull("trailer"));
    }

    private String local(long millis) {
        return LOCAL_TIME.format(OffsetDateTime.ofInstant(Instant.ofEpochMilli(millis), zone));
    }
}
