package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Direction;
import io.bordergate.simulator.site.Polygon;
import io.bordergate.simulator.site.SiteMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who really came to which gate, how long each waited and how many waited at a time, from the plan alone; immutable. */
public final class GateTruth {

    private final List<GateVisit> visits;

    private GateTruth(List<GateVisit> visits) {
        this.visits = visits;
    }

    static GateTruth of(TrafficPlan plan) {
        SiteMap site = plan.scenario().site();
        return new GateTruth(plan.journeys().stream()
                .filter(TruckJourney::comes)
                .flatMap(journey -> visits(journey, site))
                .sorted(Comparator.comparing(GateVisit::arrivedAt).thenComparing(GateVisit::truckId))
                .toList());
    }

    /** All that have to do with the scenario, in the order of arrival; some arrived before it began. */
    public List<GateVisit> visits() {
        return visits;
    }

    /** Those of one gate and direction that arrived from one time until before another. */
    public List<GateVisit> arrivals(String gate, Direction direction, Instant from, Instant until) {
        return of(gate, direction)
                .filter(visit -> isWithin(visit.arrivedAt(), from, until))
                .toList();
    }

    /** Those of one gate and direction that were cleared from one time until before another. */
    public List<GateVisit> cleared(String gate, Direction direction, Instant from, Instant until) {
        return of(gate, direction)
                .filter(visit -> visit.clearedAt()
                        .filter(at -> isWithin(at, from, until))
                        .isPresent())
                .toList();
    }

    /** How many had arrived at a time and not left yet. */
    public int backlogAt(String gate, Direction direction, Instant time) {
        return (int) of(gate, direction)
                .filter(visit ->
                        !visit.arrivedAt().isAfter(time) && visit.leftAt().isAfter(time))
                .count();
    }

    private Stream<GateVisit> of(String gate, Direction direction) {
        return visits.stream().filter(visit -> visit.gateId().equals(gate) && visit.direction() == direction);
    }

    private static Stream<GateVisit> visits(TruckJourney journey, SiteMap site) {
        return journey.gates().stream().map(times -> visit(journey, times, site));
    }

    private static GateVisit visit(TruckJourney journey, GateTimes times, SiteMap site) {
        List<Interval> inside = ownZones(site, times.gate())
                .flatMap(zone -> journey.visits(zone).stream())
                .toList();
        long arrived = inside.stream().mapToLong(Interval::from).min().orElseThrow();
        long gone = inside.stream().mapToLong(Interval::to).max().orElseThrow();
        Optional<Long> cleared = journey.flow().direction() == Direction.IMPORT
                ? Optional.of(gone)
                : times.crossings().stream()
                        .filter(GateTimes.Crossing::leavesVietnam)
                        .map(GateTimes.Crossing::at)
                        .findFirst();
        return new GateVisit(
                journey.truck().truckId(),
                times.gate(),
                journey.flow().direction(),
                Instant.ofEpochMilli(arrived),
                Instant.ofEpochMilli(cleared.orElse(gone)),
                cleared.map(Instant::ofEpochMilli));
    }

    private static Stream<Polygon> ownZones(SiteMap site, String gate) {
        return site.zones().stream()
                .filter(zone -> zone.gate().equals(gate))
                .filter(zone -> zone.kind().equals("gate") || zone.kind().equals("yard"))
                .map(zone -> zone.polygon());
    }

    private static boolean isWithin(Instant time, Instant from, Instant until) {
        return !time.isBefore(from) && time.isBefore(until);
    }

    /**
     * One truck at one gate.
     *
     * @param arrivedAt first moment in the gate's own zones of kind gate or yard
     * @param leftAt when it was cleared or, if it never is, left these zones
     * @param clearedAt EXPORT: crossed the border; IMPORT: left these zones; empty for one that turns back or moves
     */
    public record GateVisit(
            String truckId,
            String gateId,
            Direction direction,
            Instant arrivedAt,
            Instant leftAt,
            Optional<Instant> clearedAt) {

        /** From arrival until cleared. */
        public Optional<Duration> waited() {
            return clearedAt.map(at -> Duration.between(arrivedAt, at));
        }
    }
}
