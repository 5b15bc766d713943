package io.bordergate.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bordergate.simulator.Report.MilestoneReport;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** One authority's confirmation on its way to a receiver. Immutable; later ones leave out what has not changed. */
record Milestone(
        TruckJourney journey, ZoneOffset zone, String type, String authority, long eventMillis, long recordMillis)
        implements Emission {

    private static final DateTimeFormatter LOCAL_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    @Override
    public MilestoneReport report(long index) {
        return new MilestoneReport(
                index, Instant.ofEpochMilli(recordMillis), journey.declaration().id(), json().toString());
    }

    private ObjectNode json() {
        Declaration declaration = journey.declaration();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("declarationId", declaration.id())
                .put("type", type)
                .put("authority", authority)
                .put("classifier", "ACT")
                .put("eventTime", local(eventMillis))
                .put("gateId", journey.flow().gate());
        if (type.equals("DECLARED")) {
            addContents(json, declaration);
        }
        return json;
    }

    private void addContents(ObjectNode json, Declaration declaration) {
        json.put("direction", journey.flow().direction().name())
                .put("plannedArrival", local(declaration.plannedArrivalAt()))
                .put("yardId", journey.flow().yard())
                .put("channel", declaration.channel());
        json.putArray("trucks")
                .addObject()
                .put("country", journey.truck().country())
                .put("plate", journey.truck().plate())
                .putNull("trailer");
        json.putArray("goods")
                .addObject()
                .put("category", declaration.goodsCategory())
                .put("refrigerated", declaration.refrigerated());
    }

    private String local(long millis) {
        return LOCAL_TIME.format(OffsetDateTime.ofInstant(Instant.ofEpochMilli(millis), zone));
    }
}
