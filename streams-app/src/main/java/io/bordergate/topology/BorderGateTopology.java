package io.bordergate.topology;

import static io.bordergate.contract.BorderTopics.CLOCK;
import static io.bordergate.contract.BorderTopics.DEAD_LETTER;
import static io.bordergate.contract.BorderTopics.DECLARATION_MILESTONE;
import static io.bordergate.contract.BorderTopics.GATE_STATUS;
import static io.bordergate.contract.BorderTopics.INPUT_FATE;
import static io.bordergate.contract.BorderTopics.QUARANTINE;
import static io.bordergate.contract.BorderTopics.TRUCK_POSITION;
import static io.bordergate.contract.BorderTopics.TRUCK_STAY;
import static io.bordergate.contract.BorderTopics.YARD_OCCUPANCY;

import io.bordergate.contract.Topic;
import io.bordergate.domain.intake.Reason;
import io.bordergate.domain.site.Site;
import io.bordergate.event.Classifier;
import io.bordergate.event.DeclarationMilestoneReported;
import io.bordergate.event.GateStatusChanged;
import io.bordergate.event.InputFateCounted;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.YardOccupancyChanged;
import io.bordergate.serde.AvroSerdes;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** The whole gate on one screen: positions and declarations in, stays, occupancy and the fate of every record out. */
public final class BorderGateTopology {
    private final Site site;
    private final TopologySettings settings;
    private final StreamsBuilder builder;
    private final Properties properties;

    /** With the properties of Kafka Streams: names are enforced only if the builder knows them. */
    public BorderGateTopology(Site site, TopologySettings settings, Properties properties) {
        this.site = site;
        this.settings = settings;
        this.properties = properties;
        this.builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
    }

    public Topology build() {
        var presence = new PresenceTracking(site, settings)
                .build(read(TRUCK_POSITION).merge(read(CLOCK), Named.as("presence.merge-clock")));
        var stays = staysOf(presence);
        publish(stays, TRUCK_STAY, TruckStayChanged.class);
        publish(new YardCounting(site, settings).build(stays), YARD_OCCUPANCY, YardOccupancyChanged.class);

        var declarations = holdingDeclarations();
        var gateStatus = holdingStatus();
        account("position", presence);
        account("declaration", declarations);
        account("gate-status", gateStatus);
        return builder.build(properties);
    }

    private KStream<String, Emitted> holdingDeclarations() {
        return new Holding<>(
                        "declaration",
                        DECLARATION_MILESTONE,
                        DeclarationMilestoneReported.class,
                        DeclarationMilestoneReported::getEventTime,
                        milestone -> milestone.getClassifier() != Classifier.ACT,
                        Reason.AWAITS_TRIP,
                        settings)
                .build(read(DECLARATION_MILESTONE));
    }

    private KStream<String, Emitted> holdingStatus() {
        return new Holding<>(
                        "gate-status",
                        GATE_STATUS,
                        GateStatusChanged.class,
                        GateStatusChanged::getEventTime,
                        announced -> true,
                        Reason.AWAITS_GATE,
                        settings)
                .build(read(GATE_STATUS));
    }

    private KStream<byte[], byte[]> read(Topic topic) {
        return builder.stream(
                topic.name(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("ingest-" + topic.name()));
    }

    private static KStream<String, TruckStayChanged> staysOf(KStream<String, Emitted> presence) {
        return presence.filter((id, out) -> out instanceof Emitted.Stay, Named.as("presence.select-stay"))
                .mapValues(out -> ((Emitted.Stay) out).event(), Named.as("presence.unwrap-stay"));
    }

    private <T extends SpecificRecord> void publish(KStream<String, T> results, Topic topic, Class<T> type) {
        results.to(
                topic.name(),
                Produced.with(Serdes.String(), AvroSerdes.value(type, settings.serde()))
                        .withName("egress-" + topic.name()));
    }

    /** What was counted and what was set aside of one input. */
    private void account(String stage, KStream<String, Emitted> outputs) {
        outputs.filter((key, out) -> out instanceof Emitted.Counted, Named.as(stage + ".select-count"))
                .mapValues(out -> ((Emitted.Counted) out).event(), Named.as(stage + ".unwrap-count"))
                .to(
                        INPUT_FATE.name(),
                        Produced.with(Serdes.String(), AvroSerdes.value(InputFateCounted.class, settings.serde()))
                                .withName(stage + ".egress-" + INPUT_FATE.name()));
        setAside(stage, outputs, QUARANTINE, false);
        setAside(stage, outputs, DEAD_LETTER, true);
    }

    private static void setAside(String stage, KStream<String, Emitted> outputs, Topic topic, boolean unreadable) {
        String name = stage + ".%s-" + topic.name();
        outputs.filter(
                        (key, out) -> out instanceof Emitted.Rejected rejected && rejected.isUnreadable() == unreadable,
                        Named.as(name.formatted("select")))
                .map((key, out) -> ((Emitted.Rejected) out).asReceived(), Named.as(name.formatted("restore")))
                .to(
                        topic.name(),
                        Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(name.formatted("egress")));
    }
}
