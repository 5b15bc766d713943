package io.bordergate.topology;

import io.bordergate.domain.intake.Reason;
import io.bordergate.domain.site.Site;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.state.ObjectStore;
import io.bordergate.state.ObjectStore.Slot;
import io.bordergate.stored.ClockPassed;
import io.bordergate.stored.GateFact;
import io.bordergate.stored.TruckFact;
import io.bordergate.stored.TruckTripsState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The way of one fact: take what is known of the truck, add it, have the domain conclude, send what has changed. */
final class TripProcessor implements Processor<byte[], byte[], String, Emitted>, TimedStage.Work {
    private final TopologySettings settings;
    private final TruckBook book;
    private ProcessorContext<String, Emitted> context;
    private ObjectStore<TruckTripsState> trucks;
    private Timers timers;
    private TimedStage<TruckFact> stage;
    private final List<RuntimeException> failures = new ArrayList<>();

    TripProcessor(Site site, TopologySettings settings) {
        this.settings = settings;
        this.book = new TruckBook(site);
    }

    @Override
    public void init(ProcessorContext<String, Emitted> context) {
        this.context = context;
        trucks = context.getStateStore(TripTracking.TRIPS);
        timers = new Timers();
        trucks.forEachStored((truckId, state) -> timers.arm(truckId, lookAgainAt(state)));
        failures.clear();
        stage = new TimedStage<>(
                TripTracking.STAGE,
                context,
                settings,
                2 * settings.inputPartitions(), // of positions and of milestones
                new StoredAvro<>(TruckFact.class),
                TruckFact::getFact,
                this);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        stage.receive(record);
    }

    @Override
    public Reason take(String truckId, Object fact, long at, long now) {
        Slot<TruckTripsState> slot = trucks.get(truckId);
        TruckTripsState next = slot == null ? TruckBook.empty() : TruckBook.copyOf(slot.value());
        if (Forgetting.isLate(next, fact, Instant.ofEpochMilli(at))) {
            return Reason.OUTSIDE_WINDOW;
        }
        if (TruckBook.isBeyond(next, fact)) {
            return Reason.FLOOD;
        }
        book.add(next, fact);
        conclude(truckId, slot, next, at, now);
        if (fact instanceof TruckStayChanged stay) {
            TranslateAdvice.visit(stay)
                    .ifPresent(visit -> context.forward(
                            new Record<>(stay.getGateId(), new Emitted.ToGate(new GateFact(visit)), at)));
        }
        return Reason.NONE;
    }

    /** Nothing is sent or kept before all of it is known: a fact that fails half way leaves no trace. */
    private void conclude(String truckId, Slot<TruckTripsState> slot, TruckTripsState next, long at, long clockTime) {
        Instant now = clockTime == EventClock.UNKNOWN ? Instant.EPOCH : Instant.ofEpochMilli(clockTime);
        List<Record<String, Emitted>> sent = new ArrayList<>();
        book.conclude(
                truckId,
                next,
                now,
                Instant.ofEpochMilli(at),
                trip -> sent.add(new Record<>(trip.getTripId(), new Emitted.Trip(trip), at)),
                (gateId, truck) -> sent.add(new Record<>(gateId, new Emitted.ToGate(new GateFact(truck)), at)),
                discrepancy ->
                        sent.add(new Record<>(discrepancy.getTripId(), new Emitted.Discrepancy(discrepancy), at)));
        long again = lookAgainAt(next);
        keep(truckId, slot, next);
        timers.arm(truckId, again);
        sent.forEach(context::forward);
    }

    private void keep(String truckId, Slot<TruckTripsState> slot, TruckTripsState next) {
        if (slot == null) {
            if (!TruckBook.isEmpty(next)) {
                trucks.add(truckId, next);
            }
        } else if (TruckBook.isEmpty(next)) {
            trucks.remove(truckId);
        } else {
            TruckBook.copy(next, slot.value());
            slot.touch();
        }
    }

    @Override
    public long nextDue(long now) {
        return timers.next();
    }

    @Override
    public boolean factsComeFirst() {
        return false;
    }

    @Override
    public int passDue() {
        timers.fireNext(this::lookAgain);
        return 1;
    }

    @Override
    public void clockHeard() {
        if (!failures.isEmpty()) {
            throw failures.remove(0);
        }
    }

    /** A truck on which it fails holds up neither the others nor the clock; the next record that comes tells of it. */
    private void lookAgain(String truckId, long at) {
        try {
            Slot<TruckTripsState> slot = trucks.get(truckId);
            if (slot != null) {
                conclude(truckId, slot, TruckBook.copyOf(slot.value()), at, at);
            }
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            failures.add(e);
        }
    }

    @Override
    public void clockPassed(ClockPassed passed) {
        long time = passed.getTime().toEpochMilli();
        context.forward(new Record<>("", new Emitted.ToGate(new GateFact(passed)), time));
    }

    private static long lookAgainAt(TruckTripsState state) {
        return state.getLookAgainAt() == null
                ? Long.MAX_VALUE
                : state.getLookAgainAt().toEpochMilli();
    }
}
