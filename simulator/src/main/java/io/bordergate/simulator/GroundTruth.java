package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Direction;
import io.bordergate.simulator.site.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Where the trucks really are, which of them are not as declared, and when they cross, from the plan alone: the oracle that observers' counts are held against. Thread-safe;
 * doubts are worked out per trip when first asked for.
 */
public final class GroundTruth {

    private final TrafficPlan plan;
    private final GateTruth gates;
    private final Map<String, Zone> zones = new LinkedHashMap<>();
    private final Map<String, ZoneCount> counts = new LinkedHashMap<>();
    private final Map<TruckJourney, Map<String, List<Interval>>> doubts = new ConcurrentHashMap<>();

    private GroundTruth(TrafficPlan plan) {
        this.plan = plan;
        this.gates = GateTruth.of(plan);
        for (Zone zone : plan.scenario().site().parkingZones()) {
            zones.put(zone.id(), zone);
            counts.put(zone.id(), ZoneCount.of(plan, zone));
        }
    }

    public static GroundTruth of(TrafficPlan plan) {
        return new GroundTruth(plan);
    }

    /** The yards, areas of yards and buffer yards that can be asked about. */
    public List<String> zones() {
        return List.copyOf(zones.keySet());
    }

    /** Trucks physically inside a zone at a time within the scenario. */
    public int occupancyAt(String zoneId, Instant time) {
        return count(zoneId).at(time.toEpochMilli());
    }

    /**
     * By how many trucks an observer may honestly differ who knows all reports received until a time: those whose newest
     * fix tells something else than the truth, or that are inside and have been silent longer than the zone's timeout.
     */
    public int doubtAt(String zoneId, Instant time) {
        count(zoneId);
        long millis = time.toEpochMilli();
        long memory = zones.get(zoneId).silenceTimeout().toMillis();
        return (int) plan.journeys().stream()
                .filter(journey -> journey.timeline().startsAt() <= millis)
                .filter(journey -> journey.timeline().endsAt() + memory > millis)
                .filter(journey -> doubts(journey).get(zoneId).stream().anyMatch(interval -> interval.contains(millis)))
                .count();
    }

    /** Every change of a zone's occupancy from one time until before another, the state at the first time leading. */
    public List<Change> changes(String zoneId, Instant from, Instant until) {
        ZoneCount count = count(zoneId);
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(zoneId, from, occupancyAt(zoneId, from)));
        for (long millis : count.passagesBetween(from.toEpochMilli(), until.toEpochMilli())) {
            int trucks = count.at(millis);
            if (trucks != changes.get(changes.size() - 1).trucks()) {
                changes.add(new Change(zoneId, Instant.ofEpochMilli(millis), trucks));
            }
        }
        return changes;
    }

    /** The trucks that have a story, among all that are known of in the scenario. */
    public List<String> trucks(Story story) {
        return plan.journeys().stream()
                .filter(journey -> journey.story() == story)
                .map(journey -> journey.truck().truckId())
                .toList();
    }

    /** Every passage of a border from one time until before another, in order. */
    public List<Crossing> crossings(Instant from, Instant until) {
        return plan.journeys().stream()
                .filter(TruckJourney::comes)
                .flatMap(GroundTruth::crossings)
                .filter(crossing ->
                        !crossing.at().isBefore(from) && crossing.at().isBefore(until))
                .sorted(Comparator.comparing(Crossing::at).thenComparing(Crossing::truckId))
                .toList();
    }

    /** Arrivals, waits and backlogs of the gates. */
    public GateTruth gates() {
        return gates;
    }

    /** What it cost from one time until another that trucks came to a gate as they did; a yard is full above a share of its capacity. */
    public GateCost cost(String gate, Instant from, Instant until, double fullAbove) {
        return new GateCosts(plan, gates).of(gate, new Interval(from.toEpochMilli(), until.toEpochMilli()), fullAbove);
    }

    private static Stream<Crossing> crossings(TruckJourney journey) {
        return journey.gates().stream()
                .flatMap(gate -> gate.crossings().stream()
                        .map(crossing -> new Crossing(
                                journey.truck().truckId(),
                                gate.gate(),
                                crossing.leavesVietnam() ? Direction.EXPORT : Direction.IMPORT,
                                Instant.ofEpochMilli(crossing.at()))));
    }

    private ZoneCount count(String zoneId) {
        ZoneCount count = counts.get(zoneId);
        if (count == null) {
            throw new IllegalArgumentException("'" + zoneId + "' is no yard of the site: ask for one of " + zones());
        }
        return count;
    }

    private Map<String, List<Interval>> doubts(TruckJourney journey) {
        return doubts.computeIfAbsent(journey, asked -> {
            ObservedTruck observed = new ObservedTruck(asked, plan.scenario());
            Map<String, List<Interval>> byZone = new LinkedHashMap<>();
            zones.forEach((id, zone) -> byZone.put(id, observed.doubts(zone)));
            return byZone;
        });
    }

    /** The number of trucks in a zone from a time on. */
    public record Change(String zoneId, Instant at, int trucks) {}

    /** One passage of a border, and the way it went. */
    public record Crossing(String truckId, String gateId, Direction direction, Instant at) {}

    /** All entries into and exits from one zone, sorted. */
    private record ZoneCount(List<Long> entries, List<Long> exits) {

        static ZoneCount of(TrafficPlan plan, Zone zone) {
            List<Interval> visits = plan.journeys().stream()
                    .flatMap(journey -> journey.visits(zone.polygon()).stream())
                    .toList();
            return new ZoneCount(
                    visits.stream().map(Interval::from).sorted().toList(),
                    visits.stream().map(Interval::to).sorted().toList());
        }

        int at(long millis) {
            return upTo(entries, millis) - upTo(exits, millis);
        }

        long[] passagesBetween(long from, long until) {
            long[] all = new long[entries.size() + exits.size()];
            for (int i = 0; i < entries.size(); i++) {
                all[i] = entries.get(i);
                all[entries.size() + i] = exits.get(i);
            }
            return Arrays.stream(all)
                    .filter(millis -> millis > from && millis < until)
                    .sorted()
                    .distinct()
                    .toArray();
        }

        private static int upTo(List<Long> sorted, long millis) {
            int low = 0;
            int high = sorted.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted.get(middle) <= millis) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
