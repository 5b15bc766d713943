package io.bordergate.sitefile;

import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.domain.site.Gates;
import io.bordergate.domain.site.Place;
import io.bordergate.domain.site.TripLimits;
import io.bordergate.domain.site.ZoneKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** Reads which gates there are, and the limits that they set for trips. Not thread-safe. */
final class GateReader {
    private static final Set<String> NAMES = Set.of(
            "returnWithin",
            "silentFor",
            "moveWithin",
            "noShowAfter",
            "authorityLagAfter",
            "confirmedNotSeenAfter",
            "seenNotConfirmedAfter",
            "finishedNotLeftAfter",
            "overdueReturnAfter");

    private final Faults faults;
    private final Values values;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, TripLimits> limits = new HashMap<>();

    GateReader(Faults faults, Values values) {
        this.faults = faults;
        this.values = values;
    }

    void read(Place place, JsonNode set, String where) {
        if (place.gateId() != null) {
            ids.add(place.gateId());
        }
        if (set.isMissingNode()) {
            return;
        }
        if (place.kind() != ZoneKind.GATE || !set.isObject()) {
            faults.add(where, "has limits, which only a gate may have, as an object of durations");
            return;
        }
        for (Iterator<String> names = set.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!NAMES.contains(name)) {
                faults.add(where, "has the limit '" + name + "', which is none of " + new java.util.TreeSet<>(NAMES));
            }
        }
        limits.put(place.gateId(), limits(set, where));
    }

    Gates gates(JsonNode plateProvince) {
        String province = plateProvince.isMissingNode() || plateProvince.isNull() ? null : plateProvince.asText();
        if (province != null && province.codePointCount(0, province.length()) != 1) {
            faults.add("site", "has plateProvince '" + province + "', which is not one character");
        }
        return new Gates(ids, limits, province);
    }

    private TripLimits limits(JsonNode set, String where) {
        TripLimits usual = TripLimits.DEFAULT;
        return new TripLimits(
                limit(set, "returnWithin", where, usual.returnWithin()),
                limit(set, "silentFor", where, usual.silentFor()),
                limit(set, "moveWithin", where, usual.moveWithin()),
                limit(set, "noShowAfter", where, usual.noShowAfter()),
                limit(set, "authorityLagAfter", where, usual.authorityLagAfter()),
                limit(set, "confirmedNotSeenAfter", where, usual.confirmedNotSeenAfter()),
                limit(set, "seenNotConfirmedAfter", where, usual.seenNotConfirmedAfter()),
                limit(set, "finishedNotLeftAfter", where, usual.finishedNotLeftAfter()),
                limit(set, "overdueReturnAfter", where, usual.overdueReturnAfter()));
    }

    private Duration limit(JsonNode set, String name, String where, Duration usual) {
        boolean off = set.path(name).asText().equals("off");
        return off ? TripLimits.OFF : values.duration(set, name, where, usual);
    }
}
