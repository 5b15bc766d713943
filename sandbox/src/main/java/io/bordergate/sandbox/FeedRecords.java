package io.bordergate.sandbox;

import io.bordergate.connect.feed.GateStatusJson;
import io.bordergate.connect.feed.MilestoneJson;
import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import io.bordergate.event.Datum;
import io.bordergate.event.DeclarationMilestoneReported;
import io.bordergate.event.GateStatusChanged;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.serde.AvroSerdes;
import io.bordergate.simulator.Report;
import io.bordergate.simulator.Report.MilestoneReport;
import io.bordergate.simulator.Report.PositionReport;
import io.bordergate.simulator.Report.StatusReport;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** What the simulated world reports, as records of the input topics. Not thread-safe. */
public final class FeedRecords {
    private final Serializer<TruckPositionReported> fixes;
    private final Serializer<DeclarationMilestoneReported> milestones;
    private final Serializer<GateStatusChanged> statuses;
    private final MilestoneJson milestoneReader = new MilestoneJson("simulator", Clock.systemUTC());
    private final GateStatusJson statusReader = new GateStatusJson(Clock.systemUTC());

    public FeedRecords(Map<String, Object> serde) {
        fixes = AvroSerdes.serializer(TruckPositionReported.class, serde);
        milestones = AvroSerdes.serializer(DeclarationMilestoneReported.class, serde);
        statuses = AvroSerdes.serializer(GateStatusChanged.class, serde);
    }

    /** The record of one report. */
    public ProducerRecord<byte[], byte[]> of(Report report) {
        if (report instanceof PositionReport fix) {
            return record(BorderTopics.TRUCK_POSITION, fix.truckId(), fix.recordTime(), event(fix), fixes);
        }
        if (report instanceof StatusReport status) {
            var event = statusReader.read(status.json()).event();
            return record(BorderTopics.GATE_STATUS, status.gateId(), status.recordTime(), event, statuses);
        }
        var milestone = (MilestoneReport) report;
        var event = milestoneReader.read(milestone.json()).event();
        return record(
                BorderTopics.DECLARATION_MILESTONE,
                milestone.declarationId(),
                milestone.recordTime(),
                event,
                milestones);
    }

    private static <T> ProducerRecord<byte[], byte[]> record(
            Topic topic, String key, Instant recordTime, T event, Serializer<T> serializer) {
        byte[] value = serializer.serialize(topic.name(), event);
        return new ProducerRecord<>(topic.name(), null, recordTime.toEpochMilli(), bytes(key), value);
    }

    private static TruckPositionReported event(PositionReport fix) {
        return TruckPositionReported.newBuilder()
                .setEventTime(fix.eventTime())
                .setLatitude(fix.latitude())
                .setLongitude(fix.longitude())
                .setSpeedKmh(fix.speedKmh() == null ? null : fix.speedKmh().floatValue())
                .setHeadingDeg(
                        fix.headingDeg() == null ? null : fix.headingDeg().floatValue())
                .setPlateText(fix.plateText())
                .setDatum(fix.gcj02() ? Datum.GCJ02 : Datum.WGS84)
                .setSource("simulator")
                .build();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
