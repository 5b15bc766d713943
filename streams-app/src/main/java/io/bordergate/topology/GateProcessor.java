package io.bordergate.topology;

import io.bordergate.domain.gate.AlertEvent;
import io.bordergate.domain.gate.GateWatch;
import io.bordergate.domain.intake.Reason;
import io.bordergate.domain.site.Site;
import io.bordergate.event.AlertAcknowledged;
import io.bordergate.event.GateStatusChanged;
import io.bordergate.stored.AdviceFact;
import io.bordergate.stored.BufferVisit;
import io.bordergate.stored.ClockPassed;
import io.bordergate.stored.GateFact;
import io.bordergate.stored.GateState;
import io.bordergate.stored.GateTruckKnown;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The way of one fact to the figures of its gate: keep it, tell the gate's watch. And of the clock: at each whole minute ask
 * each watch how its gate stands, and send what it says.
 */
final class GateProcessor implements Processor<byte[], byte[], String, Emitted>, TimedStage.Work {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    /** All gates are asked, and all their trucks looked at. */
    private static final int STEPS_OF_A_MINUTE = 20;

    private final Site site;
    private final TopologySettings settings;
    private final int partitions;
    private final Map<String, GateDesk> desks = new TreeMap<>();
    private ProcessorContext<String, Emitted> context;
    private KeyValueStore<String, GateTruckKnown> trucks;
    private KeyValueStore<String, GateState> gates;
    private TimedStage<GateFact> stage;

    GateProcessor(Site site, TopologySettings settings, int partitions) {
        this.site = site;
        this.settings = settings;
        this.partitions = partitions;
    }

    @Override
    public void init(ProcessorContext<String, Emitted> context) {
        this.context = context;
        trucks = context.getStateStore(GateTracking.TRUCKS);
        gates = context.getStateStore(GateTracking.GATES);
        KeyValueStore<String, String> buffers = context.getStateStore(GateTracking.BUFFERS);
        desks.clear();
        site.gates().ids().stream()
                .filter(this::isOurs)
                .forEach(
                        gateId -> desks.put(gateId, GateDesk.resume(gateId, site, gates.get(gateId), trucks, buffers)));
        stage = new TimedStage<>(
                GateTracking.STAGE,
                context,
                settings,
                2 * settings.inputPartitions(), // of trips and of operators' inputs
                new StoredAvro<>(GateFact.class),
                GateFact::getFact,
                this);
    }

    /** The usual rule, by which the facts of the gate come here. */
    private boolean isOurs(String gateId) {
        return Utils.toPositive(Utils.murmur2(Hop.bytes(gateId))) % partitions
                == context.taskId().partition();
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        stage.receive(record);
    }

    @Override
    public Reason take(String gateId, Object fact, long at, long now) {
        GateDesk desk = desks.get(gateId);
        if (desk == null) {
            // The site no longer names the gate.
            return Reason.NONE;
        }
        if (fact instanceof BufferVisit visit) {
            desk.know(visit);
        } else {
            desk.begin(at);
            know(desk, fact, at);
        }
        return Reason.NONE;
    }

    private void know(GateDesk desk, Object fact, long at) {
        if (fact instanceof GateTruckKnown truck) {
            desk.know(truck, trucks);
        } else if (fact instanceof GateStatusChanged change) {
            desk.change(change, Instant.ofEpochMilli(at));
        } else if (fact instanceof AlertAcknowledged ack) {
            desk.acknowledge(ack, Instant.ofEpochMilli(at))
                    .ifPresent(
                            alert -> context.forward(new Record<>(alert.getAlertId(), new Emitted.Alert(alert), at)));
        }
    }

    @Override
    public long nextDue(long now) {
        return desks.values().stream()
                .mapToLong(desk -> desk.nextMinute(now))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** What was received at the moment of a minute counts in it. */
    @Override
    public boolean factsComeFirst() {
        return true;
    }

    @Override
    public int passDue() {
        pass(nextDue(stage.clock().now()));
        return STEPS_OF_A_MINUTE;
    }

    @Override
    public void pause() {
        desks.forEach((gateId, desk) -> {
            if (desk.hasChanged()) {
                gates.put(gateId, desk.state());
            }
        });
    }

    @Override
    public void caughtUp() {
        desks.forEach((gateId, desk) -> desk.load()
                .ifPresent(load -> context.forward(new Record<>(
                        gateId, new Emitted.Load(load), load.getAt().toEpochMilli()))));
    }

    private void pass(long minute) {
        EventClock clock = stage.clock();
        desks.forEach((gateId, desk) -> {
            if (desk.nextMinute(clock.now()) == minute) {
                GateWatch.Reading reading = desk.take(minute, Duration.ofMillis(clock.spread()), trucks);
                reading.alerts().forEach(event -> send(event, desk));
                if (reading.isForecastNew()) {
                    context.forward(new Record<>(gateId, new Emitted.Forecast(desk.forecast()), minute));
                    tellAdvice(gateId, TranslateAdvice.known(desk.outlook(reading)), minute);
                }
                desk.report(reading)
                        .forEach(day -> context.forward(
                                new Record<>(gateId + "|" + day.getDate(), new Emitted.Day(day), minute)));
            }
        });
    }

    private void tellAdvice(String gateId, Object fact, long time) {
        context.forward(new Record<>(gateId, new Emitted.ToAdvice(new AdviceFact(fact)), time));
    }

    private void send(AlertEvent event, GateDesk desk) {
        Emitted alert = new Emitted.Alert(desk.alert(event));
        context.forward(new Record<>(event.alertId(), alert, event.at().toEpochMilli()));
    }

    @Override
    public void clockPassed(ClockPassed passed) {
        tellAdvice("", passed, passed.getTime().toEpochMilli());
    }

    /** The first whole minute at or after a time. */
    static long minuteFrom(long time) {
        return Math.floorDiv(time + MINUTE - 1, MINUTE) * MINUTE;
    }
}
