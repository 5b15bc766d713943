package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Direction;
import io.bordergate.simulator.scenario.Service;
import io.bordergate.simulator.site.Zone;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Plays the queues of all gates: who may enter its yard when there is room, first come, first in; and at each moment at
 * which a service lets a truck go, which of the ready ones has been in the yard the longest. A moment for which nobody is
 * ready is lost. What happens until a time does not depend on anything later. Not thread-safe; plays once.
 */
final class ServiceQueues {

    /** Between trucks that stand on a queue road; a queue longer than the road stands in several lanes. */
    private static final double SPACING_METRES = 15;
    /** Between two trucks that go from one queue road into the yard. */
    private static final long HEADWAY = 20_000;

    private enum Kind {
        LEFT_YARD,
        JOINED,
        REACHED,
        OPENED,
        SLOT
    }

    private record Event(long at, Kind kind, int number, Runnable action) {}

    private final PriorityQueue<Event> events = new PriorityQueue<>(
            Comparator.comparingLong(Event::at).thenComparing(Event::kind).thenComparingInt(Event::number));
    private final Map<String, Lane> lanes = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final Turn[] turns;
    private final long horizon;
    private long now;
    private int tries;

    /** Until a time; whoever waits then is let go then. */
    ServiceQueues(List<Service> services, int trucks, long horizon) {
        services.forEach(service -> lanes.put(service.id(), new Lane(service)));
        this.turns = new Turn[trucks];
        this.horizon = horizon;
    }

    /** The moments of a service at which a truck may go. */
    void slots(Service service, List<Long> times) {
        Lane lane = lanes.get(service.id());
        times.forEach(time -> events.add(new Event(time, Kind.SLOT, 0, () -> serve(lane))));
    }

    /** When a service works; imports cross the border, on their way into the yard, only then. */
    void hours(Service service, ServiceHours hours, long from) {
        Lane lane = lanes.get(service.id());
        lane.hours = hours;
        hours.openings(from, horizon).forEach(time -> events.add(new Event(time, Kind.OPENED, 0, this::admit)));
    }

    void join(QueuedTruck truck) {
        events.add(new Event(truck.joined(), Kind.JOINED, truck.number(), () -> comeToStand(truck)));
    }

    /** The turns of all trucks, by their numbers; null for a number that has not joined. */
    List<Turn> play() {
        while (!events.isEmpty() && events.peek().at() < horizon) {
            Event event = events.remove();
            now = event.at();
            event.action().run();
        }
        lanes.values().forEach(this::finish);
        return Collections.unmodifiableList(Arrays.asList(turns));
    }

    private void comeToStand(QueuedTruck truck) {
        Lane lane = lanes.get(truck.service().id());
        double road = truck.route().queueMetres();
        double place = road - lane.standing.size() * SPACING_METRES % road;
        long reached = truck.route().reaches(truck.joined(), place);
        Comer comer = new Comer(truck, place, reached);
        if (reached >= horizon) {
            settle(comer, reached, Math.max(horizon, truck.readyAt(place, reached)));
            return;
        }
        events.add(new Event(reached, Kind.REACHED, truck.number(), () -> {
            lane.standing.add(comer);
            admit();
        }));
    }

    /** Lets in whom there is room for, the one who has stood the longest first. */
    private void admit() {
        for (Comer next = next(); next != null; next = next()) {
            Comer comer = next;
            QueuedTruck truck = comer.truck;
            Lane lane = lanes.get(truck.service().id());
            lane.standing.remove(comer);
            comer.admitted = now;
            comer.entered = truck.entersYard(comer.place, now);
            comer.ready = truck.readyAt(comer.place, now);
            lane.inYard.add(comer);
            lane.lastAdmitted = now;
            lane.places++;
            truck.yards().forEach(yard -> taken.merge(yard.id(), 1, Integer::sum));
            events.add(new Event(now + HEADWAY, Kind.OPENED, ++tries, this::admit));
        }
    }

    private Comer next() {
        return lanes.values().stream()
                .filter(lane -> !lane.standing.isEmpty() && lane.letsIn(now))
                .map(lane -> lane.standing.first())
                .filter(comer -> comer.truck.yards().stream().allMatch(this::hasRoom))
                .min(Comer.STANDING)
                .orElse(null);
    }

    private boolean hasRoom(Zone yard) {
        return taken.getOrDefault(yard.id(), 0) < yard.capacity();
    }

    private void serve(Lane lane) {
        lane.inYard.stream().filter(comer -> comer.ready <= now).findFirst().ifPresent(comer -> {
            lane.inYard.remove(comer);
            settle(comer, comer.admitted, now);
            long left = now + comer.truck.passage().outOfYard();
            events.add(new Event(left, Kind.LEFT_YARD, comer.truck.number(), () -> {
                comer.truck.yards().forEach(yard -> taken.merge(yard.id(), -1, Integer::sum));
                lane.places--;
                admit();
            }));
        });
    }

    private void finish(Lane lane) {
        lane.inYard.forEach(comer -> settle(comer, comer.admitted, Math.max(horizon, comer.ready)));
        lane.standing.forEach(comer -> settle(comer, horizon, comer.truck.readyAt(comer.place, horizon)));
    }

    private void settle(Comer comer, long admitted, long departs) {
        turns[comer.truck.number()] = new Turn(comer.place, admitted, departs);
    }

    /** One truck in its queue. */
    private static final class Comer {

        static final Comparator<Comer> STANDING =
                Comparator.<Comer>comparingLong(comer -> comer.reached).thenComparingInt(comer -> comer.truck.number());
        static final Comparator<Comer> IN_YARD =
                Comparator.<Comer>comparingLong(comer -> comer.entered).thenComparingInt(comer -> comer.truck.number());

        private final QueuedTruck truck;
        private final double place;
        private final long reached;
        private long admitted;
        private long entered;
        private long ready;

        Comer(QueuedTruck truck, double place, long reached) {
            this.truck = truck;
            this.place = place;
            this.reached = reached;
        }
    }

    /** The trucks of one service: on the queue road, and in the yard in the order of entering it. */
    private static final class Lane {

        private final Service service;
        private final TreeSet<Comer> standing = new TreeSet<>(Comer.STANDING);
        private final TreeSet<Comer> inYard = new TreeSet<>(Comer.IN_YARD);
        private ServiceHours hours;
        private long lastAdmitted = Long.MIN_VALUE / 2;
        private int places;

        Lane(Service service) {
            this.service = service;
        }

        boolean letsIn(long now) {
            return now - lastAdmitted >= HEADWAY
                    && places < service.places()
                    && (service.direction() == Direction.EXPORT || hours.isOpenAt(now));
        }
    }
}
