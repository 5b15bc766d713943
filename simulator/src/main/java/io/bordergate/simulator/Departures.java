package io.bordergate.simulator;

import io.bordergate.simulator.Agenda.Kind;
import io.bordergate.simulator.Guidance.Divert;
import io.bordergate.simulator.Guidance.Hold;
import io.bordergate.simulator.scenario.Direction;
import io.bordergate.simulator.scenario.Flow;
import io.bordergate.simulator.scenario.Scenario;
import io.bordergate.simulator.scenario.Service;
import io.bordergate.simulator.site.Zone;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When trucks set off and for which gate: as they planned to, or as the operators ask at that time. A truck decides when
 * it sets off, by what is asked then. Not thread-safe.
 */
final class Departures {

    private static final double DETOUR = 1.4;
    private static final double DETOUR_METRES_PER_MILLI = 35 / 3_600.0;

    private final Scenario scenario;
    private final Ground ground;
    private final Agenda agenda;
    private final ServiceQueues queues;
    private final List<Zone> parking;
    private final Map<String, GateGuide> guides = new HashMap<>();
    private final Departure[] departures;

    Departures(Scenario scenario, Ground ground, Agenda agenda, ServiceQueues queues, int trucks) {
        this.scenario = scenario;
        this.ground = ground;
        this.agenda = agenda;
        this.queues = queues;
        this.parking = scenario.site().parkingZones();
        this.departures = new Departure[trucks];
    }

    /** Has to be told before the first truck. Gates without exports that queue have nobody to guide. */
    void follow(List<Guidance> orders) {
        if (orders.isEmpty()) {
            return;
        }
        BufferRoads roads = new BufferRoads(scenario, ground);
        for (Service service : scenario.operation().services()) {
            if (service.direction() == Direction.EXPORT) {
                guides.put(service.gate(), new GateGuide(service, agenda, queues, roads, this::depart));
            }
        }
        for (int i = 0; i < orders.size(); i++) {
            Guidance order = orders.get(i);
            order.holds().forEach(this::check);
            GateGuide guide = guides.get(order.gate());
            if (guide != null) {
                agenda.add(order.at().toEpochMilli(), Kind.ORDERED, i, () -> guide.order(order));
            }
        }
    }

    void add(ComingTruck truck) {
        boolean guided = guides.containsKey(truck.flow().gate());
        if (guided && truck.obeys(scenario.operation().obeyShare())) {
            agenda.add(truck.setsOff(), Kind.SETS_OFF, truck.place(), () -> decide(truck));
        } else {
            depart(truck, Departure.asPlanned(truck), false);
        }
    }

    /** How each truck set off, by its place; null for one that was not added. Who still waits is let go at the end. */
    List<Departure> finish() {
        guides.values().forEach(GateGuide::finish);
        return Collections.unmodifiableList(Arrays.asList(departures));
    }

    private void decide(ComingTruck truck) {
        GateGuide guide = guides.get(truck.flow().gate());
        Optional<Flow> other = guide.divertOf(truck).map(Divert::toGate).flatMap(this::findExport);
        if (other.isPresent()) {
            divert(truck, other.get());
        } else {
            guide.setsOff(new SettingOff(truck, truck.flow(), truck.route(), Optional.empty()));
        }
    }

    /** To the other gate it is guided as all who set off there, but for being diverted again. */
    private void divert(ComingTruck truck, Flow other) {
        QueuedRoute route = new QueuedRoute(other, ground::bay, truck.dice().pick("route"));
        double metres = truck.route().begin().metresTo(route.begin()) * DETOUR;
        long begins = agenda.now() + Math.round(metres / DETOUR_METRES_PER_MILLI);
        Diversion diversion = new Diversion(truck.flow(), agenda.now(), begins);
        SettingOff setting = new SettingOff(truck, other, route, Optional.of(diversion));
        GateGuide guide = guides.get(other.gate());
        agenda.add(begins, Kind.SETS_OFF, truck.place(), () -> guide.setsOff(setting));
    }

    private Optional<Flow> findExport(String gate) {
        return scenario.operation().services().stream()
                .filter(service -> service.gate().equals(gate) && service.direction() == Direction.EXPORT)
                .flatMap(service -> scenario.flows().stream().filter(service::serves))
                .findFirst();
    }

    private void depart(ComingTruck truck, Departure departure, boolean hasToken) {
        departures[truck.place()] = departure;
        Service service = scenario.operation().findService(departure.flow()).orElseThrow();
        queues.join(QueuedTruck.of(truck.place(), service, departure.route(), parking, departure.joined(), hasToken));
    }

    private void check(Hold hold) {
        boolean isBuffer = scenario.site()
                .findZone(hold.buffer())
                .filter(zone -> zone.kind().equals("buffer"))
                .isPresent();
        if (!isBuffer) {
            throw new IllegalArgumentException(
                    "guidance: '" + hold.buffer() + "' is no buffer of the site: name a zone of kind buffer");
        }
    }
}
