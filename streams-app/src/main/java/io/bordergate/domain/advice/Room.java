package io.bordergate.domain.advice;

import io.bordergate.domain.site.Place;
import io.bordergate.domain.site.Site;
import io.bordergate.domain.site.Thresholds;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What gates and buffers can still take at one quarter hour: nothing is given twice. Mutable, not thread-safe. */
final class Room {
    private final Map<String, Double> ofGates = new HashMap<>();
    private final Map<String, Double> ofBuffers = new HashMap<>();
    private final Map<String, Integer> inBuffers = new HashMap<>();

    Room(Site site, Collection<GateOutlook> outlooks) {
        for (GateOutlook outlook : outlooks) {
            Thresholds occupancy =
                    site.gateSettings(outlook.gateId()).congestion().occupancy();
            ofGates.put(outlook.gateId(), (occupancy.busy().up() - outlook.top()) * outlook.capacity());
        }
        for (Place buffer : buffers(site)) {
            double up = site.gateSettings(buffer.gateId())
                    .congestion()
                    .occupancy()
                    .congested()
                    .up();
            int there = trucksIn(buffer, outlooks);
            inBuffers.put(buffer.id(), there);
            ofBuffers.put(buffer.id(), up * buffer.capacity() - there);
        }
    }

    /** The buffers of a site in which trucks can be held. */
    static List<Place> buffers(Site site) {
        return site.zones().stream()
                .map(zone -> zone.place())
                .filter(place -> place.isBuffer() && place.gateId() != null && place.capacity() != null)
                .toList();
    }

    private static int trucksIn(Place buffer, Collection<GateOutlook> outlooks) {
        return outlooks.stream()
                .filter(outlook -> outlook.gateId().equals(buffer.gateId()))
                .mapToInt(outlook -> outlook.buffers().getOrDefault(buffer.id(), 0))
                .sum();
    }

    double ofGate(String gateId) {
        return ofGates.get(gateId);
    }

    double ofBuffer(String bufferId) {
        return ofBuffers.get(bufferId);
    }

    int inBuffer(String bufferId) {
        return inBuffers.get(bufferId);
    }

    void giveGate(String gateId, int trucks) {
        ofGates.merge(gateId, (double) -trucks, Double::sum);
    }

    void giveBuffer(String bufferId, int trucks) {
        ofBuffers.merge(bufferId, (double) -trucks, Double::sum);
    }
}
