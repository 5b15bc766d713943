package io.bordergate.connect.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the devices of one truck were last, and since when two of them have been in two places. Two lines are never of one
 * moment: what the truck may have gone in between tells neither that they agree nor that they do not. Not thread-safe.
 */
final class TruckDevices {
    private static final Duration COMPARED_WITHIN = Duration.ofMinutes(5);
    private static final Duration TOLERATED = Duration.ofMinutes(5);
    private static final double APART_METRES = 500;
    /** 108 km/h: faster than any truck on these roads. */
    private static final double METRES_A_SECOND = 30;

    private static final int MOST_KEPT = 4;
    private static final double EARTH_METRES = 6_371_008.8;

    /** In the order in which they were heard, last line each. */
    private final Map<String, Spot> last = new LinkedHashMap<>();

    private final Map<Pair, Instant> apartSince = new HashMap<>();

    private record Spot(Instant at, double latitude, double longitude) {}

    /** Two devices; {@code one} is the smaller id. */
    private record Pair(String one, String other) {
        static Pair of(String a, String b) {
            return a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
        }

        boolean holds(String device) {
            return one.equals(device) || other.equals(device);
        }
    }

    /** Whether, at a line of a device, it has been apart from another one for too long. */
    boolean disagrees(String device, Instant at, double latitude, double longitude) {
        Spot here = new Spot(at, latitude, longitude);
        boolean disagrees = false;
        for (Map.Entry<String, Spot> other : last.entrySet()) {
            if (!other.getKey().equals(device)
                    && Instants.within(COMPARED_WITHIN, other.getValue().at(), at)) {
                disagrees |= hasBeenApart(Pair.of(device, other.getKey()), here, other.getValue());
            }
        }
        keep(device, here);
        return disagrees;
    }

    private boolean hasBeenApart(Pair pair, Spot here, Spot there) {
        double seconds = Duration.between(there.at(), here.at()).abs().toMillis() / 1_000.0;
        double metres = metres(here, there);
        if (metres <= APART_METRES) {
            apartSince.remove(pair);
        }
        if (metres <= APART_METRES + METRES_A_SECOND * seconds) {
            return false;
        }
        Instant since = apartSince.computeIfAbsent(pair, devices -> here.at());
        return !here.at().isBefore(since.plus(TOLERATED));
    }

    private void keep(String device, Spot here) {
        last.remove(device);
        last.put(device, here);
        if (last.size() > MOST_KEPT) {
            String eldest = last.keySet().iterator().next();
            last.remove(eldest);
            apartSince.keySet().removeIf(pair -> pair.holds(eldest));
        }
    }

    /** Along the great circle, by the haversine formula. */
    private static double metres(Spot a, Spot b) {
        double lat = Math.sin(Math.toRadians(b.latitude() - a.latitude()) / 2);
        double lon = Math.sin(Math.toRadians(b.longitude() - a.longitude()) / 2);
        double h =
                lat * lat + Math.cos(Math.toRadians(a.latitude())) * Math.cos(Math.toRadians(b.latitude())) * lon * lon;
        return 2 * EARTH_METRES * Math.asin(Math.sqrt(Math.min(1, h)));
    }
}
