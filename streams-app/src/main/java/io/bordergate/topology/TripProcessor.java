package io.bordergate.topology;

import static io.bordergate.topology.TopologySettings.ClockSource.TICKS;

import io.bordergate.domain.intake.Reason;
import io.bordergate.domain.site.Site;
import io.bordergate.event.ClockReached;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.state.ObjectStore;
import io.bordergate.state.ObjectStore.Slot;
import io.bordergate.stored.ClockPassed;
import io.bordergate.stored.DeclarationCover;
import io.bordergate.stored.TruckFact;
import io.bordergate.stored.TruckSeen;
import io.bordergate.stored.TruckTripsState;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The way of one fact: take what is known of the truck, add it, have the domain conclude, send what has changed. */
final class TripProcessor implements Processor<String, byte[], String, Emitted> {
    private final TopologySettings settings;
    private final TruckBook book;
    private final StoredAvro<TruckFact> facts = new StoredAvro<>(TruckFact.class);
    private final Unexpected unexpected = new Unexpected();
    private ProcessorContext<String, Emitted> context;
    private ObjectStore<TruckTripsState> trucks;
    private EventClock clock;
    private Timers timers;

    TripProcessor(Site site, TopologySettings settings) {
        this.settings = settings;
        this.book = new TruckBook(site);
    }

    @Override
    public void init(ProcessorContext<String, Emitted> context) {
        this.context = context;
        trucks = context.getStateStore(TripTracking.TRIPS);
        timers = new Timers();
        clock = new EventClock(
                context.getStateStore(TripTracking.CLOCK), settings.clock() == TICKS, context.currentSystemTimeMs());
        trucks.forEachStored(this::arm);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        Reason reason = unexpected.caught(() -> take(record));
        if (reason != Reason.NONE) {
            context.forward(
                    Rejection.behindHop(record, context.recordMetadata().orElseThrow(), reason, unexpected.trace()));
        }
    }

    private Reason take(Record<String, byte[]> record) {
        Object fact;
        try {
            fact = facts.decode(record.value()).getFact();
        } catch (RuntimeException e) {
            return Reason.UNREADABLE;
        }
        if (fact instanceof ClockPassed passed) {
            hear(passed);
        } else {
            apply(record.key(), fact, record.timestamp());
        }
        return Reason.NONE;
    }

    private void apply(String truckId, Object fact, long at) {
        Slot<TruckTripsState> slot = trucks.get(truckId);
        if (fact instanceof TruckSeen seen) {
            if (slot == null || !TruckBook.isAwaited(slot.value())) {
                return;
            }
            book.add(slot.value(), seen);
        } else {
            if (slot == null) {
                slot = trucks.add(truckId, TruckBook.empty());
            }
            if (fact instanceof TruckStayChanged stay) {
                book.add(slot.value(), stay);
            } else if (fact instanceof DeclarationCover cover) {
                book.add(slot.value(), cover);
            }
        }
        conclude(truckId, slot, at);
    }

    private void conclude(String truckId, Slot<TruckTripsState> slot, long at) {
        TruckTripsState state = slot.value();
        Instant now = clock.now() == EventClock.UNKNOWN ? Instant.EPOCH : Instant.ofEpochMilli(clock.now());
        book.conclude(
                truckId,
                state,
                now,
                trip -> context.forward(new Record<>(trip.getTripId(), new Emitted.Trip(trip), at)),
                discrepancy -> context.forward(
                        new Record<>(discrepancy.getTripId(), new Emitted.Discrepancy(discrepancy), at)));
        slot.touch();
        if (TruckBook.isEmpty(state)) {
            trucks.remove(truckId);
        } else {
            arm(truckId, state);
        }
    }

    private void hear(ClockPassed passed) {
        boolean moved = clock.hear(passed.getSource(), passed.getTime().toEpochMilli(), context.currentSystemTimeMs());
        if (moved && clock.now() != EventClock.UNKNOWN) {
            timers.fire(clock.now(), this::lookAgain);
            tellClock();
        }
    }

    private void lookAgain(String truckId) {
        Slot<TruckTripsState> slot = trucks.get(truckId);
        if (slot != null) {
            conclude(truckId, slot, clock.now());
        }
    }

    private void tellClock() {
        int partition = context.taskId().partition();
        var reached =
                new ClockReached(TripTracking.STAGE, partition, Instant.ofEpochMilli(clock.now()), clock.sources());
        context.forward(new Record<>(TripTracking.STAGE + "|" + partition, new Emitted.Clock(reached), clock.now()));
    }

    private void arm(String truckId, TruckTripsState state) {
        if (state.getLookAgainAt() != null) {
            timers.arm(truckId, state.getLookAgainAt().toEpochMilli());
        }
    }
}
