package io.bordergate.simulator;

import io.bordergate.simulator.QueuedRoute.Passage;
import io.bordergate.simulator.scenario.Service;
import io.bordergate.simulator.site.Zone;
import java.util.List;

/**
 * One truck as its queue knows it; immutable.
 *
 * @param number its place in the order of trucks that are otherwise equal
 * @param yards all yards that it takes a place of, one within the other
 * @param joined when it comes to the queue road, in epoch milliseconds
 * @param hasToken whether it set off with a token of the gate's meter
 */
record QueuedTruck(
        int number,
        Service service,
        QueuedRoute route,
        List<Zone> yards,
        Passage passage,
        long joined,
        boolean hasToken) {

    QueuedTruck {
        yards = List.copyOf(yards);
    }

    static QueuedTruck of(
            int number, Service service, QueuedRoute route, List<Zone> parking, long joined, boolean hasToken) {
        List<Zone> yards = parking.stream()
                .filter(zone -> zone.polygon().contains(route.bay()))
                .toList();
        Passage passage = route.passage(yards.stream().map(Zone::polygon).toList());
        return new QueuedTruck(number, service, route, yards, passage, joined, hasToken);
    }

    long entersYard(double queueMetres, long admitted) {
        return route.endsQueue(queueMetres, admitted) + passage.intoYard();
    }

    /** When its papers are done and it stands in its place. */
    long readyAt(double queueMetres, long admitted) {
        long stops = route.endsQueue(queueMetres, admitted) + route.intoBay();
        return Math.max(entersYard(queueMetres, admitted) + route.processing(), stops + 1);
    }
}
