package io.bordergate.domain.site;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** One installation of the product: its zones, crossing lines and limits, as the site file has them. Immutable. */
public final class Site {
    /** How late a fix may come if the site file does not say. */
    public static final Duration DEFAULT_LATENESS_WINDOW = Duration.ofMinutes(30);

    private static final double KMH_PER_METRE_A_MILLI = 3_600;

    private final String siteId;
    private final Days days;
    private final long latenessWindow;
    private final FixLimits fixLimits;
    private final boolean limitsSpeed;
    private final double metresPerMilli;
    private final List<Zone> zones;
    private final List<CrossingLine> lines;
    private final Map<String, Zone> zonesById;
    private final Map<String, Place> placesById = new HashMap<>();
    private final Gates gates;
    private final ZoneIndex index;
    private final long shortestSilenceTimeout;
    private final long shortestDoubt;

    public Site(
            String siteId,
            Days days,
            Duration latenessWindow,
            FixLimits fixLimits,
            List<Zone> zones,
            List<CrossingLine> lines,
            Gates gates) {
        this.siteId = siteId;
        this.days = days;
        this.latenessWindow = latenessWindow.toMillis();
        this.fixLimits = fixLimits;
        this.limitsSpeed = fixLimits.maxSpeedKmh() != FixLimits.OFF;
        this.metresPerMilli = fixLimits.maxSpeedKmh() / KMH_PER_METRE_A_MILLI;
        this.zones = List.copyOf(zones);
        this.lines = List.copyOf(lines);
        this.zonesById = zones.stream().collect(Collectors.toMap(Zone::id, zone -> zone));
        lines.forEach(line -> placesById.put(line.place().id(), line.place()));
        zones.forEach(zone -> placesById.put(zone.id(), zone.place()));
        this.gates = gates;
        this.index = new ZoneIndex(this.zones, this.lines);
        this.shortestSilenceTimeout = zones.stream()
                .mapToLong(z -> z.place().limits().silenceTimeout())
                .min()
                .orElse(Place.Limits.OFF);
        this.shortestDoubt = zones.stream()
                .mapToLong(z -> Math.min(
                        z.place().limits().silenceAfter(), z.place().limits().silenceTimeout()))
                .min()
                .orElse(Place.Limits.OFF);
    }

    public String siteId() {
        return siteId;
    }

    public ZoneId timeZone() {
        return days.timeZone();
    }

    /** When the day of the daily tables ends. */
    public LocalTime dayEndsAt() {
        return days.endsAt();
    }

    public Days days() {
        return days;
    }

    /** How much older than the newest recordTime of its truck a fix may be, in milliseconds. */
    public long latenessWindow() {
        return latenessWindow;
    }

    public FixLimits fixLimits() {
        return fixLimits;
    }

    /** Whether there is a greatest speed at all. */
    public boolean limitsSpeed() {
        return limitsSpeed;
    }

    /** Whether a truck that keeps to the greatest speed can get from one point to another in so many milliseconds. */
    public boolean isReachable(double lat1, double lon1, double lat2, double lon2, long millis) {
        return GroundDistance.between(lat1, lon1, lat2, lon2) <= metresPerMilli * millis;
    }

    public List<Zone> zones() {
        return zones;
    }

    public List<CrossingLine> lines() {
        return lines;
    }

    /** The shortest silence that ends a stay in any zone, in milliseconds. */
    public long shortestSilenceTimeout() {
        return shortestSilenceTimeout;
    }

    /** The shortest silence that makes an open stay in any zone uncertain or ends it, in milliseconds. */
    public long shortestDoubt() {
        return shortestDoubt;
    }

    public ZoneSet zonesAt(double latitude, double longitude) {
        return index.zonesAt(latitude, longitude);
    }

    /** Whether there may be a zone or a line on the straight way between two points; never wrongly false. */
    public boolean mayMeetBetween(double lat1, double lon1, double lat2, double lon2) {
        return index.mayMeetBetween(lat1, lon1, lat2, lon2);
    }

    public Gates gates() {
        return gates;
    }

    /** How long things may take at that gate; the defaults for one that sets none or is not known. */
    public TripLimits tripLimits(String gateId) {
        return gateId == null ? TripLimits.DEFAULT : gates.limits().getOrDefault(gateId, TripLimits.DEFAULT);
    }

    /** When that gate is open and congested; the defaults for one that says nothing or is not known. */
    public GateSettings gateSettings(String gateId) {
        return gates.settings().getOrDefault(gateId, GateSettings.DEFAULT);
    }

    /** The yards whose trucks and capacity make the occupancy of a gate: without those that lie within another of them. */
    public List<Place> yardsThatCount(String gateId) {
        List<Zone> yards = zones.stream()
                .filter(zone -> zone.place().kind() == ZoneKind.YARD
                        && zone.place().capacity() != null
                        && gateId.equals(zone.place().gateId()))
                .toList();
        return yards.stream()
                .filter(yard -> yards.stream().noneMatch(yard::isPartOf))
                .map(Zone::place)
                .toList();
    }

    /** From a point to the nearest edge of the gate's zone, in metres, as the crow flies; nothing if it has no zone. */
    public OptionalDouble metresToGate(String gateId, double latitude, double longitude) {
        return zones.stream()
                .filter(zone -> zone.place().kind() == ZoneKind.GATE
                        && gateId.equals(zone.place().gateId()))
                .mapToDouble(zone -> zone.metresTo(latitude, longitude))
                .min();
    }

    /** The middle of the box around the gate's first zone; empty if it has no zone. */
    public Optional<Point> middleOfGate(String gateId) {
        return zones.stream()
                .filter(zone -> zone.place().kind() == ZoneKind.GATE
                        && gateId.equals(zone.place().gateId()))
                .findFirst()
                .map(Zone::middle);
    }

    public boolean isYard(String zoneId) {
        return findZone(zoneId)
                .filter(zone -> zone.place().kind() == ZoneKind.YARD)
                .isPresent();
    }

    /** Whether two zones share a point; not if one of them is not known. */
    public boolean overlap(String zoneId, String otherId) {
        Zone zone = zonesById.get(zoneId);
        Zone other = zonesById.get(otherId);
        return zone != null && other != null && (zone == other || zone.overlaps(other));
    }

    public Optional<Zone> findZone(String id) {
        return Optional.ofNullable(zonesById.get(id));
    }

    /** The zone or line of that id. */
    public Optional<Place> findPlace(String id) {
        return Optional.ofNullable(placesById.get(id));
    }
}
