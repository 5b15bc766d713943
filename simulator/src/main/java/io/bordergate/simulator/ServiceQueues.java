package io.bordergate.simulator;

import io.bordergate.simulator.Agenda.Kind;
import io.bordergate.simulator.scenario.Direction;
import io.bordergate.simulator.scenario.Service;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Plays the queues of all gates: who may enter its yard when there is room, first come, first in; and at each moment at
 * which a service lets a truck go, which of the ready ones has been in the yard the longest. A moment for which nobody is
 * ready is lost. What happens until a time does not depend on anything later. Not thread-safe.
 */
final class ServiceQueues {

    /** Between trucks that stand on a queue road; a queue longer than the road stands in several lanes. */
    private static final double SPACING_METRES = 15;
    /** Between two trucks that go from one queue road into the yard. */
    private static final long HEADWAY = 20_000;

    private final Agenda agenda;
    private final Map<String, Lane> lanes = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private final Turn[] turns;
    private final long horizon;
    private int tries;

    /** Until a time; whoever waits then is let go then. */
    ServiceQueues(Agenda agenda, List<Service> services, int trucks, long horizon) {
        this.agenda = agenda;
        services.forEach(service -> lanes.put(service.id(), new Lane(service)));
        this.turns = new Turn[trucks];
        this.horizon = horizon;
    }

    /** The moments of a service at which a truck may go. */
    void slots(Service service, List<Long> times) {
        Lane lane = lanes.get(service.id());
        times.forEach(time -> agenda.add(time, Kind.SLOT, 0, () -> serve(lane)));
    }

    /** When a service works; imports cross the border, on their way into the yard, only then. */
    void hours(Service service, ServiceHours hours, long from) {
        Lane lane = lanes.get(service.id());
        lane.hours = hours;
        hours.openings(from, horizon).forEach(time -> agenda.add(time, Kind.OPENED, 0, this::admit));
    }

    /** Without a token of it nobody goes from the queue road into the yard while it is in force. */
    Meter meter(Service service) {
        return lanes.get(service.id()).meter;
    }

    void join(QueuedTruck truck) {
        if (truck.joined() >= horizon) {
            comeToStand(truck);
        } else {
            agenda.add(truck.joined(), Kind.JOINED, truck.number(), () -> comeToStand(truck));
        }
    }

    /** How many that stand on the queue road without a token would find a place in the yard. */
    int aboutToEnter(Service service) {
        Lane lane = lanes.get(service.id());
        int places = lane.standing.stream()
                .findFirst()
                .map(comer -> Math.min(lane.freePlaces(), roomFor(comer.truck)))
                .orElse(0);
        return Math.min(places, lane.standing.size() - lane.withToken.size());
    }

    /** The turns of all trucks after the last, by their numbers; null for a number that has not joined. */
    List<Turn> finish() {
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
        agenda.add(reached, Kind.REACHED, truck.number(), () -> {
            lane.stand(comer);
            admit();
        });
    }

    /** Lets in whom there is room for, the one who has stood the longest first. */
    void admit() {
        long now = agenda.now();
        for (Comer next = next(); next != null; next = next()) {
            Comer comer = next;
            QueuedTruck truck = comer.truck;
            Lane lane = lanes.get(truck.service().id());
            lane.letIn(comer);
            comer.admitted = now;
            comer.entered = truck.entersYard(comer.place, now);
            comer.ready = truck.readyAt(comer.place, now);
            lane.inYard.add(comer);
            lane.lastAdmitted = now;
            lane.places++;
            truck.yards().forEach(yard -> taken.merge(yard.id(), 1, Integer::sum));
            agenda.add(now + HEADWAY, Kind.OPENED, ++tries, this::admit);
        }
    }

    private Comer next() {
        return lanes.values().stream()
                .flatMap(lane -> lane.first(agenda.now()).stream())
                .filter(comer -> roomFor(comer.truck) > 0)
                .min(Comer.STANDING)
                .orElse(null);
    }

    /** How many more such trucks there are places for. */
    private int roomFor(QueuedTruck truck) {
        return truck.yards().stream()
                .mapToInt(yard -> yard.capacity() - taken.getOrDefault(yard.id(), 0))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private void serve(Lane lane) {
        long now = agenda.now();
        lane.inYard.stream().filter(comer -> comer.ready <= now).findFirst().ifPresent(comer -> {
            lane.inYard.remove(comer);
            settle(comer, comer.admitted, now);
            long left = now + comer.truck.passage().outOfYard();
            agenda.add(left, Kind.LEFT_YARD, comer.truck.number(), () -> {
                comer.truck.yards().forEach(yard -> taken.merge(yard.id(), -1, Integer::sum));
                lane.places--;
                admit();
            });
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
        /** Of those who stand the few that set off with a token. */
        private final TreeSet<Comer> withToken = new TreeSet<>(Comer.STANDING);

        private final TreeSet<Comer> inYard = new TreeSet<>(Comer.IN_YARD);
        private final Meter meter = new Meter();
        private ServiceHours hours;
        private long lastAdmitted = Long.MIN_VALUE / 2;
        private int places;

        Lane(Service service) {
            this.service = service;
        }

        /** Who goes next, if there is room; with a token of its own it passes those who have none. */
        Optional<Comer> first(long now) {
            TreeSet<Comer> free = meter.letsGo() ? standing : withToken;
            return free.isEmpty() || !letsIn(now) ? Optional.empty() : Optional.of(free.first());
        }

        void stand(Comer comer) {
            standing.add(comer);
            if (comer.truck.hasToken()) {
                withToken.add(comer);
            }
        }

        void letIn(Comer comer) {
            standing.remove(comer);
            if (!withToken.remove(comer)) {
                meter.take();
            }
        }

        int freePlaces() {
            return service.places() - places;
        }

        private boolean letsIn(long now) {
            return now - lastAdmitted >= HEADWAY
                    && freePlaces() > 0
                    && (service.direction() == Direction.EXPORT || hours.isOpenAt(now));
        }
    }
}
