package io.bordergate.domain.presence;

import static java.util.Comparator.comparing;

import io.bordergate.domain.site.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Which fix counts at each time, and whether its place does, as docs/positions.md has it. Slow. Immutable once made. */
final class PlainPlaces {
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;
    private static final Comparator<Fix> RULE_OF_CONTRADICTION = comparing(PlainPlaces::isVague)
            .thenComparing(Fix::recordTime)
            .thenComparing(Fix::latitude)
            .thenComparing(Fix::longitude);

    private final List<Fix> fixes;
    private final double maxSpeedKmh;
    private final Set<Fix> accepted = new HashSet<>();
    private final Set<Fix> afterBreak = new HashSet<>();

    private PlainPlaces(List<Fix> fixes, double maxSpeedKmh) {
        this.fixes = fixes;
        this.maxSpeedKmh = maxSpeedKmh;
        judge();
    }

    static PlainPlaces of(List<Fix> arrivals, Site site) {
        var byTime = new TreeMap<Long, Fix>();
        arrivals.forEach(fix ->
                byTime.merge(fix.time(), fix, (a, b) -> RULE_OF_CONTRADICTION.compare(a, b) <= 0 ? a : b));
        return new PlainPlaces(List.copyOf(byTime.values()), site.fixLimits().maxSpeedKmh());
    }

    /** What becomes of each, among those that came before it; none is late. */
    static List<FixFate> fates(List<Fix> arrivals, Site site) {
        var fates = new ArrayList<FixFate>();
        for (int i = 0; i < arrivals.size(); i++) {
            fates.add(fate(arrivals.subList(0, i), arrivals.get(i), of(arrivals.subList(0, i + 1), site)));
        }
        return fates;
    }

    /** In the order of their times. */
    List<Fix> fixes() {
        return fixes;
    }

    boolean isAccepted(Fix fix) {
        return accepted.contains(fix);
    }

    boolean isAfterBreak(Fix fix) {
        return afterBreak.contains(fix);
    }

    private static FixFate fate(List<Fix> before, Fix fix, PlainPlaces places) {
        var rivals = before.stream().filter(other -> other.time() == fix.time()).toList();
        if (rivals.stream().anyMatch(other -> isSame(other, fix))) {
            return FixFate.DUPLICATE;
        }
        if (!rivals.isEmpty()) {
            return FixFate.CONFLICT;
        }
        if (isVague(fix)) {
            return FixFate.VAGUE;
        }
        return places.isAccepted(fix) ? FixFate.APPLIED : FixFate.TELEPORT;
    }

    private void judge() {
        Fix last = null;
        var row = new ArrayList<Fix>();
        for (Fix fix : fixes) {
            if (isVague(fix)) {
                continue;
            }
            if (last == null || isReachable(last, fix)) {
                row.clear();
                accepted.add(fix);
                last = fix;
                continue;
            }
            if (!row.isEmpty() && !isReachable(row.get(row.size() - 1), fix)) {
                row.clear();
            }
            row.add(fix);
            if (row.size() == 3) {
                row.clear();
                accepted.add(fix);
                afterBreak.add(fix);
                last = fix;
            }
        }
    }

    private boolean isReachable(Fix from, Fix to) {
        double hours = (to.time() - from.time()) / 3_600_000.0;
        return metres(from, to) / 1_000 / hours <= maxSpeedKmh;
    }

    /** By the angle between two vectors. */
    private static double metres(Fix a, Fix b) {
        double[] u = vector(a);
        double[] v = vector(b);
        double[] cross = {u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
        double sine = Math.sqrt(dot(cross, cross));
        return EARTH_RADIUS_METRES * Math.atan2(sine, dot(u, v));
    }

    private static double[] vector(Fix fix) {
        double lat = Math.toRadians(fix.latitude());
        double lon = Math.toRadians(fix.longitude());
        return new double[] {Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)};
    }

    private static double dot(double[] u, double[] v) {
        return u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
    }

    private static boolean isVague(Fix fix) {
        return Double.isNaN(fix.latitude());
    }

    private static boolean isSame(Fix a, Fix b) {
        return isVague(a) ? isVague(b) : a.latitude() == b.latitude() && a.longitude() == b.longitude();
    }
}
