package io.bordergate.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bordergate.simulator.Report.StatusReport;
import io.bordergate.simulator.scenario.GateChange;
import io.bordergate.simulator.scenario.Scenario;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/** A change of a gate's service on its way to a receiver; immutable. */
record Announcement(GateChange change, ZoneOffset zone, long recordMillis) implements Emission {

    private static final DateTimeFormatter LOCAL_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    /** Those of a scenario in order; what was announced before the start reaches a receiver when it first connects. */
    static List<Emission> allOf(Scenario scenario) {
        long start = scenario.startsAt().toEpochMilli();
        long end = scenario.endsAt().toEpochMilli();
        return scenario.operation().changes().stream()
                .map(change -> new Announcement(
                        change,
                        scenario.start().getOffset(),
                        Math.max(start, change.announced().toEpochMilli())))
                .filter(announcement -> announcement.recordMillis < end)
                .sorted(Comparator.comparingLong(Announcement::recordMillis))
                .map(Emission.class::cast)
                .toList();
    }

    @Override
    public StatusReport report(long index) {
        return new StatusReport(index, Instant.ofEpochMilli(recordMillis), change.gate(), json().toString());
    }

    private ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("gateId", change.gate())
                .put("status", change.status().name())
                .put("eventTime", local(change.from()))
                .put("recordTime", local(Instant.ofEpochMilli(recordMillis)));
        change.hours().ifPresent(hours -> json.put("openingHours", hours.from() + "-" + hours.to()));
        change.reason().ifPresent(reason -> json.put("reason", reason));
        change.direction().ifPresent(direction -> json.put("direction", direction.name()));
        return json;
    }

    private String local(Instant time) {
        return LOCAL_TIME.format(time.atOffset(zone));
    }
}
