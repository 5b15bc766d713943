package io.bordergate.topology;

import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import io.bordergate.domain.intake.PositionCheck;
import io.bordergate.domain.intake.PositionFate;
import io.bordergate.domain.intake.Reason;
import io.bordergate.domain.presence.Fix;
import io.bordergate.domain.presence.FixFate;
import io.bordergate.domain.presence.StayRevision;
import io.bordergate.domain.presence.Track;
import io.bordergate.domain.presence.Whereabouts;
import io.bordergate.domain.site.Site;
import io.bordergate.event.Datum;
import io.bordergate.event.TruckPlaceChanged;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.Vehicle;
import io.bordergate.state.ObjectStore;
import io.bordergate.state.ObjectStore.Slot;
import io.bordergate.stored.TruckFact;
import io.bordergate.stored.TruckSeen;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The way of one fix: read it, check it, take the truck's track, ask the domain, send what has changed. Also keeps the
 * partition's clock, on which silence is measured.
 */
final class PresenceProcessor implements Processor<byte[], byte[], String, Emitted> {
    private static final Duration EACH_SECOND = Duration.ofSeconds(1);
    /** How often the trips learn where a truck on its way is; in the time of its fixes. */
    private static final long WHEREABOUTS_EVERY = Duration.ofMinutes(10).toMillis();

    private final Site site;
    private final TopologySettings settings;
    private Timers timers;
    private ProcessorContext<String, Emitted> context;
    private ObjectStore<Track> tracks;
    private Accounts accounts;
    private Accounts ticks;
    private WireReader<TruckPositionReported> reader;
    private SourceClock clock;
    private Misconfigured misconfigured;

    PresenceProcessor(Site site, TopologySettings settings) {
        this.site = site;
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, Emitted> context) {
        // A task that is revived after a failure starts again here, with the state as it was committed.
        this.context = context;
        timers = new Timers();
        misconfigured = new Misconfigured(context.taskId().partition(), settings.metrics());
        clock = SourceClock.ofTrucks("position", settings, context);
        tracks = context.getStateStore(PresenceTracking.TRACKS);
        accounts = accountsOf(BorderTopics.TRUCK_POSITION);
        ticks = accountsOf(BorderTopics.CLOCK);
        reader = new WireReader<>(BorderTopics.TRUCK_POSITION, TruckPositionReported.class, settings.serde());
        tracks.forEachStored((truckId, track) -> armAgain(track));
        context.schedule(EACH_SECOND, PunctuationType.WALL_CLOCK_TIME, wall -> {
            accounts.tell(wall);
            ticks.tell(wall);
            if (clock.wallPassed(wall)) {
                fireTimers();
            }
            clock.tell();
        });
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (SourceClock.isTick(context)) {
            ticks.settle(record, () -> clock.tick(record.value()));
            fireTimers();
            clock.tell();
        } else {
            accounts.settle(record, () -> take(record));
        }
    }

    @Override
    public void close() {
        reader.close();
        clock.close();
    }

    private Accounts accountsOf(Topic topic) {
        return new Accounts(context, PresenceTracking.FATES, topic, settings.metrics());
    }

    private Reason take(Record<byte[], byte[]> record) {
        String truckId = reader.readKey(record.key());
        if (truckId == null) {
            return reader.failure();
        }
        Reason reason = take(truckId, record);
        misconfigured.note(truckId, reason, record.headers());
        return reason == Reason.NONE ? EdgeRemark.of(record.headers()) : reason;
    }

    private Reason take(String truckId, Record<byte[], byte[]> record) {
        TruckPositionReported event = reader.readValue(record.value());
        if (event == null) {
            return reader.failure();
        }
        if (event.getDatum() == Datum.UNKNOWN) {
            return Reason.UNKNOWN_DATUM;
        }
        Reason noTruck = isNoTruck(event.getVehicle()) ? Reason.NOT_A_TRUCK : PositionCheck.checkKey(truckId);
        if (noTruck != Reason.NONE) {
            return noTruck;
        }
        Reason nowhere = PositionCheck.checkCoordinates(event.getLatitude(), event.getLongitude());
        if (nowhere != Reason.NONE) {
            return nowhere;
        }
        Fix fix = Translate.fix(event, record.timestamp());
        Reason remark = PositionCheck.check(fix, site);
        if (remark != Reason.NONE && remark != Reason.WNRO) {
            return remark;
        }
        Fix used = PositionCheck.toUse(fix, remark, event.getAccuracyMetres(), site);
        return apply(truckId, used, remark, event.getSpeedKmh(), record);
    }

    private static boolean isNoTruck(Vehicle vehicle) {
        return vehicle == Vehicle.TRAILER || vehicle == Vehicle.OTHER;
    }

    private Reason apply(String truckId, Fix fix, Reason remark, Float speedKmh, Record<byte[], byte[]> record) {
        Slot<Track> slot = tracks.get(truckId);
        if (slot == null) {
            slot = tracks.add(truckId, new Track(truckId));
            arm(slot.value(), later(fix.time(), settings.forgetAfter()));
        }
        Track track = slot.value();
        slot.touch();
        endWhatWasOverBy(fix.recordTime(), track);
        long at = track.tellAt(fix.recordTime());
        FixFate fate = track.apply(fix, site, stay -> send(stay, at, record));
        Reason reason = PositionFate.of(fate, fix, remark, speedKmh, track, site);
        arm(track, track.nextDeadline());
        if (track.isToBeToldOnTheWay(WHEREABOUTS_EVERY)) {
            tellWhereabouts(truckId, track.lastPlace(), at);
        }
        if (track.isToBeShown()) {
            show(truckId, Translate.place(truckId, track.lastPlace()), at);
        }
        if (fate != FixFate.FLOOD && clock.used(fix.recordTime())) {
            fireTimers();
        }
        return reason;
    }

    /** What this truck's silence has ended before is told at its own time, whether the clock has come to it or not. */
    private void endWhatWasOverBy(long recordTime, Track track) {
        for (long due = track.nextDeadline(); due <= recordTime; due = track.nextDeadline()) {
            long at = track.tellAt(due);
            track.passTime(due, site, stay -> send(stay, at, new RecordHeaders()));
        }
    }

    private void fireTimers() {
        if (timers.isDue(clock.time())) {
            timers.fire(clock.time(), this::lookAgain);
        }
    }

    /** The truck has been silent until now: some stay may have become uncertain, or the truck can be forgotten. */
    private void lookAgain(String truckId, long due) {
        Slot<Track> slot = tracks.get(truckId);
        if (slot == null) {
            return;
        }
        Track track = slot.value();
        track.alarmWentOff();
        long at = track.tellAt(due);
        track.passTime(due, site, stay -> send(stay, at, new RecordHeaders()));
        slot.touch();
        if (track.isOver() && later(track.lastFixTime(), settings.forgetAfter()) <= clock.time()) {
            tracks.remove(truckId);
            show(truckId, null, at);
        } else {
            armAgain(track);
        }
    }

    private void armAgain(Track track) {
        long forget = later(track.lastFixTime(), settings.forgetAfter());
        arm(track, track.nextDeadline());
        arm(track, forget > clock.time() ? forget : later(clock.time(), settings.forgetAfter()));
    }

    private void arm(Track track, long at) {
        if (track.needsAlarm(at)) {
            timers.arm(track.truckId(), at);
        }
    }

    /** A stay that changed because of a record. */
    private void send(StayRevision stay, long at, Record<byte[], byte[]> record) {
        send(stay, at, Origin.of(record, context.recordMetadata().orElseThrow()));
    }

    private void send(StayRevision stay, long at, Headers origin) {
        TruckStayChanged event = Translate.event(stay);
        context.forward(new Record<>(stay.stayId(), new Emitted.Stay(event), at));
        if (event.getGateId() != null) {
            context.forward(new Record<>(stay.truckId(), new Emitted.Fact(new TruckFact(event)), at, origin));
        }
    }

    private void tellWhereabouts(String truckId, Whereabouts last, long recordTime) {
        var seen = new TruckSeen(Instant.ofEpochMilli(last.time()), last.latitude(), last.longitude());
        context.forward(new Record<>(truckId, new Emitted.Fact(new TruckFact(seen)), recordTime));
    }

    private void show(String truckId, TruckPlaceChanged place, long at) {
        context.forward(new Record<>(truckId, new Emitted.Place(place), at));
    }

    /** Never wraps round: an unlimited duration stays unlimited. */
    private static long later(long time, Duration duration) {
        long millis = duration.toMillis();
        return time > Long.MAX_VALUE - millis ? Long.MAX_VALUE : time + millis;
    }
}
