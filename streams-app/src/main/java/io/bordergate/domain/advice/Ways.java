package io.bordergate.domain.advice;

import io.bordergate.domain.site.RoadTime;
import io.bordergate.domain.site.Site;
import java.time.Duration;

/** How far it is from gate to gate, and to a buffer, by the site file alone. Immutable. */
final class Ways {
    private final Site site;

    Ways(Site site) {
        this.site = site;
    }

    /** Whether both have a place. */
    boolean isKnown(String fromGate, String toGate) {
        return isKnownTo(fromGate) && isKnownTo(toGate);
    }

    boolean isKnownTo(String gateId) {
        return site.middleOfGate(gateId).isPresent();
    }

    Duration between(String fromGate, String toGate) {
        var from = site.middleOfGate(fromGate).orElseThrow();
        return RoadTime.over(
                site.metresToGate(toGate, from.latitude(), from.longitude()).orElseThrow());
    }

    double metresToBuffer(String gateId, String bufferId) {
        var from = site.middleOfGate(gateId).orElseThrow();
        return site.findZone(bufferId).orElseThrow().metresTo(from.latitude(), from.longitude());
    }
}
