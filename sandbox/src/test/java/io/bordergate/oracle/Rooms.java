package io.bordergate.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many trucks the gates and buffers of a site can still take at one time; what one gate is given the next cannot have.
 * Not thread-safe.
 */
final class Rooms {

    private final Site site;
    private final Map<String, Double> taken = new HashMap<>();
    private final Map<String, Double> roomByBuffer = new HashMap<>();

    private Rooms(Site site) {
        this.site = site;
    }

    static Rooms of(Site site, Collection<KnownTruck> trucks) {
        Rooms rooms = new Rooms(site);
        for (Zone zone : site.zones()) {
            Optional<Thresholds> thresholds =
                    zone.gate().map(gate -> site.rules(gate).thresholds().get(Measure.OCCUPANCY));
            if (zone.kind().equals("buffer") && zone.capacity().isPresent() && thresholds.isPresent()) {
                long there = trucks.stream()
                        .filter(truck -> truck.zones().contains(zone.id()))
                        .count();
                rooms.roomByBuffer.put(
                        zone.id(),
                        thresholds.get().up(Level.CONGESTED) * zone.capacity().get() - there);
            }
        }
        return rooms;
    }

    /** Until it would be BUSY; none in a gate whose occupancy is not judged. */
    double atGate(GateAhead gate) {
        Optional<Thresholds> thresholds =
                Optional.ofNullable(site.rules(gate.gate()).thresholds().get(Measure.OCCUPANCY));
        double room = thresholds
                .map(levels -> (levels.up(Level.BUSY) - gate.top()) * gate.capacity())
                .orElse(0.0);
        return room - taken.getOrDefault(gate.gate(), 0.0);
    }

    void takeAtGate(String gate, int trucks) {
        taken.merge(gate, (double) trucks, Double::sum);
    }

    double inBuffer(Zone buffer) {
        return roomByBuffer.get(buffer.id());
    }

    void takeInBuffer(Zone buffer, int trucks) {
        roomByBuffer.merge(buffer.id(), (double) -trucks, Double::sum);
    }

    /** The nearest first. */
    List<Zone> buffers(Point from) {
        List<Zone> buffers = new ArrayList<>(site.zones());
        buffers.removeIf(zone -> !roomByBuffer.containsKey(zone.id()));
        buffers.sort(Comparator.comparing((Zone zone) -> zone.contains(from) ? 0 : zone.metresToBorder(from))
                .thenComparing(Zone::id));
        return buffers;
    }
}
