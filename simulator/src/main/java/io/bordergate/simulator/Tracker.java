package io.bordergate.simulator;

import io.bordergate.simulator.scenario.DeviceProfile;
import io.bordergate.simulator.scenario.Reporting;
import io.bordergate.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When one truck's device takes fixes: often while moving, rarely while stopped, not at all with the ignition off or once
 * it has failed. Immutable; every draw follows from the trip's dice. Times are epoch milliseconds.
 */
final class Tracker {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    /** Devices of trucks already parked report once within this time, as feeds hand over last positions on connecting. */
    private static final long HANDOVER = 2 * MINUTE;

    private static final long WAKES_AFTER = 5 * SECOND;
    /** Within this time the device of a truck that queues fails, if it does. */
    private static final long DAY = 24 * 60 * MINUTE;

    private static final long SHORTEST_SILENT_STOP = 30 * MINUTE;

    private final TruckJourney journey;
    private final Scenario scenario;
    private final DeviceProfile profile;
    private final List<Interval> silences;
    private final Optional<Interval> deadZone;
    private final long failsAt;

    Tracker(TruckJourney journey, Scenario scenario) {
        this.journey = journey;
        this.scenario = scenario;
        Dice dice = journey.dice().pick("tracker");
        this.profile = profile(scenario, dice.pick("profile").unit());
        this.silences = silences(dice.pick("silence"));
        this.deadZone = deadZone(dice.pick("dead-zone"));
        this.failsAt = failsAt(dice.pick("failure"));
    }

    DeviceProfile profile() {
        return profile;
    }

    List<Interval> silences() {
        return silences;
    }

    /** The stretch whose fixes are stored and sent together at its end. */
    Optional<Interval> deadZone() {
        return deadZone;
    }

    boolean fails() {
        return failsAt < journey.timeline().endsAt();
    }

    /** The times of all fixes within the scenario, whole seconds, in order. */
    List<Long> fixTimes() {
        long end =
                Math.min(Math.min(journey.timeline().endsAt(), scenario.endsAt().toEpochMilli()), failsAt);
        List<Long> times = new ArrayList<>();
        for (long time = firstFix(); time < end; time = nextFix(time)) {
            times.add(time);
        }
        return times;
    }

    private long firstFix() {
        long from = Math.max(journey.timeline().startsAt(), start());
        long within = journey.timeline().isStoppedAt(from) ? HANDOVER : profile.movingSeconds() * SECOND;
        double phase = journey.dice().pick("phase").unit();
        return wholeSecond(from + (long) (phase * (within - SECOND))) + SECOND;
    }

    private long nextFix(long time) {
        if (!journey.timeline().isStoppedAt(time)) {
            return time + profile.movingSeconds() * SECOND;
        }
        long stopEnds = journey.stops().stream()
                .filter(stop -> stop.contains(time))
                .findFirst()
                .orElseThrow()
                .to();
        long next = Math.min(time + (long) (profile.stoppedMinutes() * MINUTE), wholeSecond(stopEnds + WAKES_AFTER));
        return silences.stream()
                .filter(silence -> silence.contains(next))
                .findFirst()
                .map(Interval::to)
                .orElse(next);
    }

    private static DeviceProfile profile(Scenario scenario, double draw) {
        double left = draw;
        for (DeviceProfile profile : scenario.devices()) {
            if (left < profile.share()) {
                return profile;
            }
            left -= profile.share();
        }
        return scenario.devices().get(scenario.devices().size() - 1);
    }

    private List<Interval> silences(Dice dice) {
        List<Interval> silences = new ArrayList<>();
        if (journey.queueing().isPresent()) {
            for (int i = 0; i < journey.stops().size(); i++) {
                silences.addAll(queueSilence().during(journey.stops().get(i), dice.pick(i)));
            }
            return List.copyOf(silences);
        }
        for (int i = 0; i < journey.stops().size(); i++) {
            Interval stop = journey.stops().get(i);
            Dice draw = dice.pick(i);
            long off = wholeSecond(stop.from() + (long) (draw.pick("off").between(1, 5) * MINUTE));
            long on = wholeSecond(stop.to() - (long) (draw.pick("on").between(1, 5) * MINUTE));
            long from = Math.max(off, start() + HANDOVER);
            if (draw.chance(reporting().silentShare()) && stop.length() >= SHORTEST_SILENT_STOP && from < on) {
                silences.add(new Interval(from, on));
            }
        }
        return List.copyOf(silences);
    }

    private QueueSilence queueSilence() {
        return new QueueSilence(reporting(), start() + HANDOVER, WAKES_AFTER);
    }

    private Optional<Interval> deadZone(Dice dice) {
        if (!dice.chance(reporting().deadZoneShare())) {
            return Optional.empty();
        }
        Interval stretch = movingStretch(dice.pick("stretch").unit());
        long from = stretch.from() + (long) (dice.pick("from").unit() * stretch.length());
        double minutes = reporting().deadZoneMinutes().at(dice.pick("minutes").normal());
        return Optional.of(new Interval(from, from + (long) (minutes * MINUTE)));
    }

    /** One of the times between stops; for one who queues that before the queue, as the others are not known then. */
    private Interval movingStretch(double draw) {
        if (journey.queueing().isPresent()) {
            Way.Queueing queueing = journey.queueing().get();
            long from = queueing.heldBack()
                    .map(held -> held.time().to())
                    .orElse(journey.timeline().startsAt());
            return new Interval(from, queueing.joined());
        }
        int stretch = (int) (draw * (journey.stops().size() + 1));
        long from = stretch == 0
                ? journey.timeline().startsAt()
                : journey.stops().get(stretch - 1).to();
        long to = stretch == journey.stops().size()
                ? journey.timeline().endsAt()
                : journey.stops().get(stretch).from();
        return new Interval(from, to);
    }

    private long failsAt(Dice dice) {
        Timeline way = journey.timeline();
        if (!dice.chance(reporting().deadShare())) {
            return Long.MAX_VALUE;
        }
        double when = dice.pick("when").unit();
        return journey.queueing().isPresent()
                ? Math.max(way.startsAt(), start()) + (long) (when * DAY)
                : way.startsAt() + (long) (when * (way.endsAt() - way.startsAt()));
    }

    private Reporting reporting() {
        return scenario.reporting();
    }

    private long start() {
        return scenario.startsAt().toEpochMilli();
    }

    static long wholeSecond(long millis) {
        return millis - Math.floorMod(millis, SECOND);
    }
}
