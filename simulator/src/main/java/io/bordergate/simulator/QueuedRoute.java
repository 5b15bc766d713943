package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Flow;
import io.bordergate.simulator.scenario.Phase;
import io.bordergate.simulator.scenario.Step;
import io.bordergate.simulator.site.Point;
import io.bordergate.simulator.site.Polygon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The route of one truck that queues for a service: how long each part takes undisturbed, and the way that comes of its
 * turn. Immutable; durations in milliseconds.
 */
final class QueuedRoute {

    private final List<Point> points;
    private final List<Phase> phases;
    private final List<Long> durations;
    private final int queueStart;
    private final int queueEnd;
    private final int stop;

    QueuedRoute(Flow flow, BiFunction<String, Dice, Point> bays, Dice dice) {
        RouteLegs legs = new RouteLegs(bays, dice);
        int beforeQueue = 0;
        int afterQueue = 0;
        int yard = 0;
        for (int i = 0; i < flow.route().size(); i++) {
            beforeQueue = i == flow.queueStep() ? legs.points().size() : beforeQueue;
            legs.add(flow.route().get(i), dice.pick(i));
            afterQueue = i == flow.queueStep() ? legs.points().size() : afterQueue;
            yard = i == flow.yardStep() ? legs.points().size() : yard;
        }
        points = List.copyOf(legs.points());
        phases = List.copyOf(legs.phases());
        durations = List.copyOf(legs.durations());
        Point queueBegins =
                ((Step.Crawl) flow.route().get(flow.queueStep())).road().get(0);
        boolean isThere = beforeQueue > 0 && points.get(beforeQueue - 1).equals(queueBegins);
        queueStart = isThere ? beforeQueue - 1 : beforeQueue;
        queueEnd = afterQueue - 1;
        stop = yard - 1;
    }

    /** How long the queue road is. */
    double queueMetres() {
        double metres = 0;
        for (int i = queueStart + 1; i <= queueEnd; i++) {
            metres += points.get(i - 1).metresTo(points.get(i));
        }
        return metres;
    }

    /** Where the way begins. */
    Point begin() {
        return points.get(0);
    }

    /** From the beginning to the queue road. */
    long approach() {
        return sum(1, queueStart + 1);
    }

    Point bay() {
        return points.get(stop);
    }

    /** How long its papers take, from entering the yard on. */
    long processing() {
        return durations.get(stop);
    }

    /** When a truck that joined the queue at a time comes to a place on the queue road. */
    long reaches(long joined, double metres) {
        long time = joined;
        double left = metres;
        for (int i = queueStart + 1; i <= queueEnd; i++) {
            double length = points.get(i - 1).metresTo(points.get(i));
            if (left < length) {
                return time + Math.round(durations.get(i) * (left / length));
            }
            time += durations.get(i);
            left -= length;
        }
        return time;
    }

    /** The turn of a truck that finds no queue. */
    Turn undisturbed(long joined) {
        double metres = queueMetres();
        long admitted = reaches(joined, metres);
        return new Turn(metres, admitted, admitted + intoBay() + processing());
    }

    /** When a truck that was admitted at a place on the queue road comes to that road's end. */
    long endsQueue(double metres, long admitted) {
        return admitted + reaches(0, queueMetres()) - reaches(0, metres);
    }

    /** From the end of the queue road to the place in the yard. */
    long intoBay() {
        return sum(queueEnd + 1, stop);
    }

    /** How long it takes from the end of the queue road into the first of some yards, and out of the last of them. */
    Passage passage(List<Polygon> yards) {
        Turn turn = undisturbed(0);
        Timeline timeline = way(0, turn, Optional.empty()).timeline();
        List<Interval> visits = yards.stream()
                .flatMap(yard -> timeline.visits(yard).stream())
                .filter(visit -> visit.to() > turn.admitted())
                .toList();
        long entered = visits.stream().mapToLong(Interval::from).min().orElseThrow();
        long left = visits.stream().mapToLong(Interval::to).max().orElseThrow();
        return new Passage(entered - turn.admitted(), left - turn.departs());
    }

    /** How long trucks take between queue and yard: into it from the queue road, out of it from their place. */
    record Passage(long intoYard, long outOfYard) {}

    /** The way of a truck that joined the queue at a time and got a turn, from the buffer on if it was held there. */
    Way way(long joined, Turn turn, Optional<HeldBack> heldBack) {
        Track track = new Track();
        heldBack.flatMap(HeldBack::buffer)
                .ifPresent(buffer -> track.comeFrom(buffer, heldBack.get().time()));
        track.add(joined - approach(), points.get(0), phases.get(0));
        for (int i = 1; i <= queueStart; i++) {
            track.goTo(i);
        }
        queue(track, turn);
        for (int i = queueEnd + 1; i < stop; i++) {
            track.goTo(i);
        }
        track.standUntil(Math.max(turn.departs(), track.time() + 1), points.get(stop), Phase.PARKED);
        for (int i = stop + 1; i < points.size(); i++) {
            track.goTo(i);
        }
        return track.way(joined, heldBack);
    }

    /** The leg on which the truck may have to stand is split there in any case: what it did before must not tell. */
    private void queue(Track track, Turn turn) {
        double left = turn.queueMetres();
        boolean stood = false;
        for (int i = queueStart + 1; i <= queueEnd; i++) {
            double length = points.get(i - 1).metresTo(points.get(i));
            if (!stood && (left < length || i == queueEnd)) {
                double fraction = Math.min(1, left / length);
                long part = Math.round(durations.get(i) * fraction);
                Point place = points.get(i - 1).towards(points.get(i), fraction);
                track.add(track.time() + part, place, phases.get(i));
                track.standUntil(turn.admitted(), place, Phase.WAITING);
                track.add(track.time() + durations.get(i) - part, points.get(i), phases.get(i));
                stood = true;
            } else {
                track.goTo(i);
            }
            left -= length;
        }
    }

    /** The duration of the legs from one on and before another. */
    private long sum(int from, int to) {
        return durations.subList(from, Math.max(from, to)).stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** A way in the making. */
    private final class Track {

        private final List<Long> times = new ArrayList<>();
        private final List<Point> places = new ArrayList<>();
        private final List<Phase> kinds = new ArrayList<>();
        private final List<Interval> stops = new ArrayList<>();

        long time() {
            return times.get(times.size() - 1);
        }

        void add(long time, Point place, Phase phase) {
            times.add(time);
            places.add(place);
            kinds.add(phase);
        }

        /** Up to but not including where the route begins. */
        void comeFrom(HeldBack.BufferWay buffer, Interval stay) {
            add(stay.from(), buffer.bay(), Phase.APPROACH);
            standUntil(stay.to(), buffer.bay(), Phase.PARKED);
            for (int leg = 1; leg < buffer.points().size() - 1; leg++) {
                add(time() + buffer.duration(leg), buffer.points().get(leg), Phase.APPROACH);
            }
        }

        void goTo(int leg) {
            if (phases.get(leg) == Phase.PARKED) {
                standUntil(time() + durations.get(leg), points.get(leg), Phase.PARKED);
            } else {
                add(time() + durations.get(leg), points.get(leg), phases.get(leg));
            }
        }

        void standUntil(long until, Point place, Phase phase) {
            if (until > time()) {
                stops.add(new Interval(time(), until));
                add(until, place, phase);
            }
        }

        Way way(long joined, Optional<HeldBack> heldBack) {
            long[] millis = times.stream().mapToLong(Long::longValue).toArray();
            return new Way(
                    new Timeline(millis, places, kinds),
                    stops,
                    Optional.of(new Way.Queueing(joined, processing(), heldBack)));
        }
    }
}
