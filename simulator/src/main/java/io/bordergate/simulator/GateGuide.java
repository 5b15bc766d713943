package io.bordergate.simulator;

import io.bordergate.simulator.Agenda.Kind;
import io.bordergate.simulator.Guidance.Divert;
import io.bordergate.simulator.Guidance.Hold;
import io.bordergate.simulator.HeldBack.BufferWay;
import io.bordergate.simulator.scenario.Service;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the operators of one gate ask of its exports at a time, and who waits because of it. Each token of the meter goes to
 * a truck in the lanes that the yard has a place for, else to one in a buffer, else to one at its origin. Not thread-safe.
 */
final class GateGuide {

    /** Between two of those that may all go again. */
    private static final long HEADWAY = 20_000;

    private final Service service;
    private final Agenda agenda;
    private final ServiceQueues queues;
    private final BufferRoads roads;
    private final Exit exit;
    private final Meter meter;
    private final Map<String, Integer> standing = new HashMap<>();
    private final Deque<Waiting> inBuffers = new ArrayDeque<>();
    private final Deque<Waiting> atOrigins = new ArrayDeque<>();
    private Guidance order;
    /** Counts the changes of the meter: what was planned before one does not happen. */
    private int meters;

    GateGuide(Service service, Agenda agenda, ServiceQueues queues, BufferRoads roads, Exit exit) {
        this.service = service;
        this.agenda = agenda;
        this.queues = queues;
        this.roads = roads;
        this.exit = exit;
        this.meter = queues.meter(service);
        this.order = Guidance.lifted(Instant.MIN, service.gate());
    }

    /** Where those go who have set off. */
    interface Exit {
        void take(ComingTruck truck, Departure departure, boolean hasToken);
    }

    /** From now on. */
    void order(Guidance next) {
        order = next;
        if (meter.set(next.meterPerHour(), agenda.now())) {
            meters++;
            if (meter.isInForce()) {
                awaitToken(meters);
            } else {
                queues.admit();
                setFree(meters);
            }
        }
    }

    /** What a truck that sets off now is to do, if it is to go elsewhere. One draw decides over all. */
    Optional<Divert> divertOf(ComingTruck truck) {
        double left = truck.dice().pick("divert").unit();
        for (Divert divert : order.diverts()) {
            if (left < divert.share()) {
                return Optional.of(divert).filter(drawn -> drawn.takesRefrigerated() || !truck.isRefrigerated());
            }
            left -= divert.share();
        }
        return Optional.empty();
    }

    /** Now, if it may; else it waits. */
    void setsOff(SettingOff truck) {
        if (!meter.isInForce()) {
            exit.take(truck.truck(), truck.at(agenda.now(), Optional.empty()), false);
        } else if (hasTokenToGive()) {
            meter.take();
            exit.take(truck.truck(), truck.at(agenda.now(), Optional.empty()), true);
        } else {
            hold(truck);
        }
    }

    /** At the end all who wait are let go. */
    void finish() {
        while (isAwaited()) {
            letGo(false);
        }
    }

    private void hold(SettingOff truck) {
        Optional<String> place = order.holds().stream()
                .filter(hold -> standing.getOrDefault(hold.buffer(), 0) < hold.places())
                .map(Hold::buffer)
                .findFirst();
        Optional<BufferWay> buffer = place.map(zone ->
                roads.way(zone, truck.route().begin(), truck.truck().dice().pick("buffer")));
        place.ifPresent(zone -> standing.merge(zone, 1, Integer::sum));
        (place.isPresent() ? inBuffers : atOrigins).add(new Waiting(truck, agenda.now(), buffer));
    }

    private void awaitToken(int ofMeter) {
        meter.nextAt()
                .ifPresent(at -> agenda.add(at, Kind.TOKEN, 0, () -> {
                    if (ofMeter == meters) {
                        meter.grow();
                        useTokens();
                        awaitToken(ofMeter);
                    }
                }));
    }

    private void useTokens() {
        queues.admit();
        while (isAwaited() && hasTokenToGive()) {
            meter.take();
            letGo(true);
        }
        meter.dropSurplus();
    }

    /** Besides those that trucks in the lanes are about to use. */
    private boolean hasTokenToGive() {
        return meter.kept() > queues.aboutToEnter(service);
    }

    private void setFree(int sinceMeter) {
        if (sinceMeter == meters && isAwaited()) {
            letGo(false);
            agenda.add(agenda.now() + HEADWAY, Kind.TOKEN, 0, () -> setFree(sinceMeter));
        }
    }

    private boolean isAwaited() {
        return !inBuffers.isEmpty() || !atOrigins.isEmpty();
    }

    private void letGo(boolean withToken) {
        Waiting next = inBuffers.isEmpty() ? atOrigins.remove() : inBuffers.remove();
        next.buffer.ifPresent(buffer -> standing.merge(buffer.zone(), -1, Integer::sum));
        Interval time = new Interval(next.since, agenda.now());
        Departure departure = next.truck.at(agenda.now(), Optional.of(new HeldBack(time, next.buffer)));
        exit.take(next.truck.truck(), departure, withToken);
    }

    /** One who is held back since a time; in a buffer, or else at its origin. */
    private record Waiting(SettingOff truck, long since, Optional<BufferWay> buffer) {}
}
