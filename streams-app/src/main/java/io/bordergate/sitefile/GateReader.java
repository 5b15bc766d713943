package io.bordergate.sitefile;

import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.domain.site.ClosedDays;
import io.bordergate.domain.site.CongestionLimits;
import io.bordergate.domain.site.GateSettings;
import io.bordergate.domain.site.Gates;
import io.bordergate.domain.site.Place;
import io.bordergate.domain.site.TripLimits;
import io.bordergate.domain.site.WeekHours;
import io.bordergate.domain.site.ZoneKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads which gates there are, the limits that they set for trips, and when they are open and congested. Not thread-safe. */
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

    private final Map<String, WeekHours> hours = new HashMap<>();
    private final Map<String, List<ClosedDays>> closures = new HashMap<>();
    private final Map<String, CongestionLimits> congestion = new HashMap<>();
    private final OpeningReader opening;
    private final CongestionReader congestions;

    GateReader(Faults faults, Values values) {
        this.faults = faults;
        this.values = values;
        this.opening = new OpeningReader(faults, values);
        this.congestions = new CongestionReader(faults, values);
    }

    void read(Place place, JsonNode properties, String where) {
        if (place.gateId() != null) {
            ids.add(place.gateId());
        }
        readLimits(place, properties.path("limits"), where);
        JsonNode open = properties.path("opening");
        if (isSet(open, "opening", place, where)) {
            values.onlyNames(open, Set.of("hours", "closures"), where, "opening with");
            hours.put(place.gateId(), opening.hours(open, where));
            closures.put(place.gateId(), opening.closures(open, where));
        }
        JsonNode set = properties.path("congestion");
        if (isSet(set, "congestion", place, where)) {
            congestion.put(place.gateId(), congestions.read(set, where));
        }
    }

    private boolean isSet(JsonNode set, String name, Place place, String where) {
        if (set.isMissingNode() || set.isNull()) {
            return false;
        }
        if (place.kind() != ZoneKind.GATE || !set.isObject()) {
            faults.add(where, "has " + name + ", which only a gate may have, as an object");
            return false;
        }
        return true;
    }

    private void readLimits(Place place, JsonNode set, String where) {
        if (set.isMissingNode()) {
            return;
        }
        if (place.kind() != ZoneKind.GATE || !set.isObject()) {
            faults.add(where, "has limits, which only a gate may have, as an object of durations");
            return;
        }
        values.onlyNames(set, NAMES, where, "the limit");
        limits.put(place.gateId(), limits(set, where));
    }

    Gates gates(JsonNode plateProvince) {
        String province = plateProvince.isMissingNode() || plateProvince.isNull() ? null : plateProvince.asText();
        if (province != null && province.codePointCount(0, province.length()) != 1) {
            faults.add("site", "has plateProvince '" + province + "', which is not one character");
        }
        return new Gates(ids, limits, settings(), province);
    }

    /** Of each gate that says some. */
    private Map<String, GateSettings> settings() {
        GateSettings usual = GateSettings.DEFAULT;
        Map<String, GateSettings> settings = new HashMap<>();
        for (String gate : ids) {
            settings.put(
                    gate,
                    new GateSettings(
                            hours.getOrDefault(gate, usual.hours()),
                            closures.getOrDefault(gate, usual.closures()),
                            congestion.getOrDefault(gate, usual.congestion())));
        }
        return settings;
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
