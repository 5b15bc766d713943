package io.bordergate.topology;

import static io.bordergate.topology.TopologySettings.ClockSource.WALL;

import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import io.bordergate.domain.intake.PositionCheck;
import io.bordergate.domain.intake.Reason;
import io.bordergate.domain.presence.Fix;
import io.bordergate.domain.presence.StayRevision;
import io.bordergate.domain.presence.Track;
import io.bordergate.domain.site.Site;
import io.bordergate.event.Datum;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.state.ObjectStore;
import io.bordergate.state.ObjectStore.Slot;
import java.time.Duration;
import java.util.List;
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

    private final Site site;
    private final TopologySettings settings;
    private final Unexpected unexpected = new Unexpected();
    private Timers timers;
    private ProcessorContext<String, Emitted> context;
    private ObjectStore<Track> tracks;
    private FateCounts fates;
    private FateCounts ticks;
    private WireReader<TruckPositionReported> reader;
    private long clock;

    PresenceProcessor(Site site, TopologySettings settings) {
        this.site = site;
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, Emitted> context) {
        // A task that is revived after a failure starts again here, with the state as it was committed.
        this.context = context;
        timers = new Timers();
        clock = Long.MIN_VALUE;
        tracks = context.getStateStore(PresenceTracking.TRACKS);
        fates = countsOf(BorderTopics.TRUCK_POSITION);
        ticks = countsOf(BorderTopics.CLOCK);
        reader = new WireReader<>(BorderTopics.TRUCK_POSITION, TruckPositionReported.class, settings.serde());
        tracks.forEachStored((truckId, track) -> armAgain(track));
        context.schedule(EACH_SECOND, PunctuationType.WALL_CLOCK_TIME, now -> {
            tellFates(now);
            if (settings.clock() == WALL) {
                passTime(now);
            }
        });
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (isTick()) {
            ticks.count(Reason.NONE);
            passTime(record.timestamp());
            return;
        }
        Reason reason = unexpected.caught(() -> take(record));
        fates.count(reason);
        if (Rejection.isSetAside(reason)) {
            context.forward(Rejection.of(record, context.recordMetadata().orElseThrow(), reason, unexpected.trace()));
        }
    }

    @Override
    public void close() {
        reader.close();
    }

    private FateCounts countsOf(Topic topic) {
        return new FateCounts(
                context.getStateStore(PresenceTracking.FATES),
                topic.name(),
                context.taskId().partition(),
                settings.metrics());
    }

    private void tellFates(long now) {
        for (FateCounts counts : List.of(fates, ticks)) {
            counts.tell((key, event) -> context.forward(new Record<>(key, new Emitted.Counted(event), now)));
        }
    }

    private Reason take(Record<byte[], byte[]> record) {
        String truckId = reader.readKey(record.key());
        if (truckId == null) {
            return reader.failure();
        }
        TruckPositionReported event = reader.readValue(record.value());
        if (event == null) {
            return reader.failure();
        }
        if (event.getDatum() == Datum.UNKNOWN) {
            return Reason.UNKNOWN_DATUM;
        }
        Reason nowhere = PositionCheck.checkCoordinates(event.getLatitude(), event.getLongitude());
        if (nowhere != Reason.NONE) {
            return nowhere;
        }
        Fix fix = Translate.fix(event, record.timestamp());
        Reason unsafe = PositionCheck.check(fix, site);
        return unsafe == Reason.NONE ? apply(truckId, fix) : unsafe;
    }

    private Reason apply(String truckId, Fix fix) {
        Slot<Track> slot = tracks.get(truckId);
        if (slot == null) {
            slot = tracks.add(truckId, new Track(truckId));
            arm(slot.value(), later(fix.time(), settings.forgetAfter()));
        }
        Track track = slot.value();
        slot.touch();
        Reason reason = switch (track.apply(fix, site, stay -> send(stay, fix.recordTime()))) {
            case APPLIED -> Reason.NONE;
            case DUPLICATE -> Reason.DUPLICATE;
            case CONFLICT -> Reason.CONFLICT;
            case LATE -> Reason.OUTSIDE_WINDOW;
        };
        arm(track, track.nextDeadline());
        if (fix.recordTime() > clock) {
            clock = fix.recordTime();
            fireTimers();
        }
        return reason;
    }

    private void passTime(long now) {
        clock = Math.max(clock, now);
        fireTimers();
    }

    private void fireTimers() {
        if (timers.isDue(clock)) {
            timers.fire(clock, this::lookAgain);
        }
    }

    /** The truck has been silent until now: some stay may have become uncertain, or the truck can be forgotten. */
    private void lookAgain(String truckId) {
        Slot<Track> slot = tracks.get(truckId);
        if (slot == null) {
            return;
        }
        Track track = slot.value();
        track.alarmWentOff();
        track.passTime(clock, site, stay -> send(stay, clock));
        slot.touch();
        if (track.isOver() && later(track.lastFixTime(), settings.forgetAfter()) <= clock) {
            tracks.remove(truckId);
        } else {
            armAgain(track);
        }
    }

    private void armAgain(Track track) {
        long forget = later(track.lastFixTime(), settings.forgetAfter());
        arm(track, track.nextDeadline());
        arm(track, forget > clock ? forget : later(clock, settings.forgetAfter()));
    }

    private void arm(Track track, long at) {
        if (track.needsAlarm(at)) {
            timers.arm(track.truckId(), at);
        }
    }

    private void send(StayRevision stay, long at) {
        context.forward(new Record<>(stay.stayId(), new Emitted.Stay(Translate.event(stay)), at));
    }

    private boolean isTick() {
        return context.recordMetadata()
                .map(metadata -> metadata.topic().equals(BorderTopics.CLOCK.name()))
                .orElse(false);
    }

    /** Never wraps round: an unlimited duration stays unlimited. */
    private static long later(long time, Duration duration) {
        long millis = duration.toMillis();
        return time > Long.MAX_VALUE - millis ? Long.MAX_VALUE : time + millis;
    }
}
