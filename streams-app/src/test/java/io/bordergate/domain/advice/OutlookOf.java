package io.bordergate.domain.advice;

import io.bordergate.domain.gate.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a gate stands in a story: with 100 places, 50 trucks in its yards, 24 exports expected in a day, one of them in the next hour,
 * and 4 exports an hour cleared through 12 open hours, unless it says otherwise. Not thread-safe.
 */
final class OutlookOf {
    static final Instant AT = Instant.parse("2026-05-03T05:00:00Z");

    private final String gateId;
    private final Map<String, Integer> goods = new HashMap<>();
    private final Map<String, Integer> buffers = new HashMap<>();
    private Set<String> suspended = Set.of();
    private List<Double> occupancy = List.of(0.5, 0.5);
    private int capacity = 100;
    private int yardTrucks = 50;
    private int backlog = 50;
    private boolean dayKnown = true;
    private double arrivals = 24;
    private double imports;
    private double servicePerHour = 4;
    private Duration open = Duration.ofHours(12);
    private Duration predictedWait = Duration.ofHours(2);

    private OutlookOf(String gateId) {
        this.gateId = gateId;
    }

    static OutlookOf gate(String gateId) {
        return new OutlookOf(gateId);
    }

    /** Of now, and the greatest ahead. */
    OutlookOf occupancy(double now, double ahead) {
        occupancy = List.of(now, ahead, now);
        yardTrucks = (int) Math.min(capacity, Math.round(now * capacity));
        backlog = (int) Math.round(now * capacity);
        return this;
    }

    OutlookOf backlog(int trucks) {
        backlog = trucks;
        return this;
    }

    OutlookOf withoutCapacity() {
        capacity = 0;
        occupancy = List.of();
        return this;
    }

    OutlookOf onItsFirstDay() {
        dayKnown = false;
        return this;
    }

    OutlookOf expects(double exports) {
        arrivals = exports;
        return this;
    }

    OutlookOf expectsImports(double trucks) {
        imports = trucks;
        return this;
    }

    OutlookOf clears(double perHour) {
        servicePerHour = perHour;
        return this;
    }

    OutlookOf open(int hours) {
        open = Duration.ofHours(hours);
        return this;
    }

    OutlookOf waits(String duration) {
        predictedWait = duration == null ? null : Duration.parse(duration);
        return this;
    }

    OutlookOf goods(String name, int trucks) {
        goods.put(name, trucks);
        return this;
    }

    OutlookOf suspends(String... names) {
        suspended = Set.of(names);
        return this;
    }

    OutlookOf holds(String buffer, int trucks) {
        buffers.put(buffer, trucks);
        return this;
    }

    GateOutlook build() {
        var exports = new SideOutlook(
                backlog, goods, suspended, arrivals, arrivals / 24, servicePerHour, open, predictedWait);
        var none = new SideOutlook(0, Map.of(), Set.of(), imports, 0, 0, open, null);
        return new GateOutlook(
                gateId,
                AT,
                yardTrucks,
                capacity,
                occupancy,
                dayKnown,
                Map.of(Side.EXPORT, exports, Side.IMPORT, none),
                buffers);
    }
}
