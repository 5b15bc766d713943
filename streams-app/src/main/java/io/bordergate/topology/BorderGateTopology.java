package io.bordergate.topology;

import static io.bordergate.contract.BorderTopics.ALERT_ACK;
import static io.bordergate.contract.BorderTopics.CLOCK;
import static io.bordergate.contract.BorderTopics.CLOCK_REACHED;
import static io.bordergate.contract.BorderTopics.DEAD_LETTER;
import static io.bordergate.contract.BorderTopics.DECLARATION_MILESTONE;
import static io.bordergate.contract.BorderTopics.GATE_ADVICE;
import static io.bordergate.contract.BorderTopics.GATE_ALERT;
import static io.bordergate.contract.BorderTopics.GATE_DAILY;
import static io.bordergate.contract.BorderTopics.GATE_FORECAST;
import static io.bordergate.contract.BorderTopics.GATE_LOAD;
import static io.bordergate.contract.BorderTopics.GATE_STATUS;
import static io.bordergate.contract.BorderTopics.INPUT_FATE;
import static io.bordergate.contract.BorderTopics.QUARANTINE;
import static io.bordergate.contract.BorderTopics.TRIP_DISCREPANCY;
import static io.bordergate.contract.BorderTopics.TRUCK_PLACE;
import static io.bordergate.contract.BorderTopics.TRUCK_POSITION;
import static io.bordergate.contract.BorderTopics.TRUCK_STAY;
import static io.bordergate.contract.BorderTopics.TRUCK_TRIP;
import static io.bordergate.contract.BorderTopics.YARD_OCCUPANCY;

import io.bordergate.contract.Topic;
import io.bordergate.domain.site.Site;
import io.bordergate.event.ClockReached;
import io.bordergate.event.GateAdviceGiven;
import io.bordergate.event.GateAlertChanged;
import io.bordergate.event.GateDayReported;
import io.bordergate.event.GateForecastMade;
import io.bordergate.event.GateLoadChanged;
import io.bordergate.event.InputFateCounted;
import io.bordergate.event.TripDiscrepancyChanged;
import io.bordergate.event.TruckPlaceChanged;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.TruckTripChanged;
import io.bordergate.event.YardOccupancyChanged;
import io.bordergate.serde.AvroSerdes;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
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
        var ticks = read(CLOCK);
        var presence = new PresenceTracking(site, settings)
                .build(read(TRUCK_POSITION).merge(ticks, Named.as("presence.merge-clock")));
        var declarations = new DeclarationTracking(site, settings)
                .build(read(DECLARATION_MILESTONE).merge(ticks, Named.as("declaration.merge-clock")));
        var trips = new TripTracking(site, settings).build(presence, declarations);
        var operators = new OperatorInput(site.gates().ids(), settings)
                .build(read(GATE_STATUS)
                        .merge(read(ALERT_ACK), Named.as("operator.merge-inputs"))
                        .merge(ticks, Named.as("operator.merge-clock")));
        var gates = new GateTracking(site, settings).build(trips, operators);
        var advice = new AdviceGiving(site, settings).build(gates);
        var yards = new YardCounting(site, settings).build(presence);

        publish(
                only(presence, "presence.stay", Emitted.Stay.class, Emitted.Stay::event),
                TRUCK_STAY,
                TruckStayChanged.class);
        publish(
                only(presence, "presence.place", Emitted.Place.class, Emitted.Place::event),
                TRUCK_PLACE,
                TruckPlaceChanged.class);
        publish(
                only(yards, "occupancy.yard", Emitted.Occupancy.class, Emitted.Occupancy::event),
                YARD_OCCUPANCY,
                YardOccupancyChanged.class);
        publish(only(trips, "trips.trip", Emitted.Trip.class, Emitted.Trip::event), TRUCK_TRIP, TruckTripChanged.class);
        publish(
                only(trips, "trips.discrepancy", Emitted.Discrepancy.class, Emitted.Discrepancy::event),
                TRIP_DISCREPANCY,
                TripDiscrepancyChanged.class);

        publish(only(gates, "gates.load", Emitted.Load.class, Emitted.Load::event), GATE_LOAD, GateLoadChanged.class);
        publish(
                only(gates, "gates.forecast", Emitted.Forecast.class, Emitted.Forecast::event),
                GATE_FORECAST,
                GateForecastMade.class);
        publish(
                only(gates, "gates.alert", Emitted.Alert.class, Emitted.Alert::event),
                GATE_ALERT,
                GateAlertChanged.class);
        publish(only(gates, "gates.day", Emitted.Day.class, Emitted.Day::event), GATE_DAILY, GateDayReported.class);
        publish(
                only(advice, "advice.gate", Emitted.Advised.class, Emitted.Advised::event),
                GATE_ADVICE,
                GateAdviceGiven.class);
        tellClock("trips", trips);
        tellClock("gates", gates);
        tellClock("advice", advice);

        account("position", presence);
        account("declaration", declarations);
        account("operator", operators);
        setAside("trips", trips, QUARANTINE, false);
        setAside("trips", trips, DEAD_LETTER, true);
        setAside("occupancy", yards, DEAD_LETTER, true);
        setAside("gates", gates, DEAD_LETTER, true);
        setAside("advice", advice, DEAD_LETTER, true);
        return builder.build(properties);
    }

    private KStream<byte[], byte[]> read(Topic topic) {
        return builder.stream(
                topic.name(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("ingest-" + topic.name()));
    }

    /** Of all that a stage sends the events of one kind. */
    private static <E extends Emitted, T> KStream<String, T> only(
            KStream<String, Emitted> outputs, String name, Class<E> kind, Function<E, T> event) {
        return outputs.filter((key, out) -> kind.isInstance(out), Named.as(name + "-select"))
                .mapValues(out -> event.apply(kind.cast(out)), Named.as(name + "-unwrap"));
    }

    private <T extends SpecificRecord> void publish(KStream<String, T> results, Topic topic, Class<T> type) {
        results.to(
                topic.name(),
                Produced.with(Serdes.String(), AvroSerdes.value(type, settings.serde()))
                        .withName("egress-" + topic.name()));
    }

    /** How far a stage has come. A sink for each, for one of both would make one stage of them. */
    private void tellClock(String stage, KStream<String, Emitted> outputs) {
        only(outputs, stage + ".clock", Emitted.Clock.class, Emitted.Clock::event)
                .to(
                        CLOCK_REACHED.name(),
                        Produced.with(Serdes.String(), AvroSerdes.value(ClockReached.class, settings.serde()))
                                .withName(stage + ".egress-" + CLOCK_REACHED.name()));
    }

    /** What was counted and what was set aside of one input. */
    private void account(String stage, KStream<String, Emitted> outputs) {
        only(outputs, stage + ".count", Emitted.Counted.class, Emitted.Counted::event)
                .to(
                        INPUT_FATE.name(),
                        Produced.with(Serdes.String(), AvroSerdes.value(InputFateCounted.class, settings.serde()))
                                .withStreamPartitioner(BorderGateTopology::withItsInput)
                                .withName(stage + ".egress-" + INPUT_FATE.name()));
        setAside(stage, outputs, QUARANTINE, false);
        setAside(stage, outputs, DEAD_LETTER, true);
    }

    /** All counts of one input partition lie in one partition, so a reader sees them in the order they were told. */
    private static Optional<Set<Integer>> withItsInput(
            String topic, String key, InputFateCounted count, int partitions) {
        int input = (count.getTopic() + count.getPartition()).hashCode();
        return Optional.of(Set.of(Math.floorMod(input, partitions)));
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
