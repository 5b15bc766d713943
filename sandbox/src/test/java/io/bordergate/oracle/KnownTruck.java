package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One truck as it was known at a time: its trips at gates, those of them in which it was counted, all as the forecast
 * takes them, and the zones of gates in which it was, but for approaches. Until a time that is later than {@code holdsUntil} it is the same, unless
 * more becomes known. Immutable.
 */
record KnownTruck(
        Set<String> gates,
        List<GateTruck> counted,
        List<ForecastTruck> forecast,
        Set<String> zones,
        Optional<Instant> holdsUntil) {

    static KnownTruck of(
            String truck, List<Step> steps, List<Cover> covers, Optional<Fix> onItsWay, Site site, Instant clock) {
        Sightings seen =
                steps.isEmpty() ? Sightings.none() : Sightings.of(new Track(truck, steps), site, Optional.of(clock));
        Optional<Instant> lastSeen = steps.isEmpty()
                ? Optional.empty()
                : Optional.of(steps.get(steps.size() - 1).fix().eventTime());
        Set<String> gates = new HashSet<>();
        List<GateTruck> counted = new ArrayList<>();
        List<ForecastTruck> forecast = new ArrayList<>();
        List<Trip> trips = Trips.of(truck, seen, covers, site);
        Optional<Trip> next = Approach.next(trips, site, clock);
        for (Trip trip : trips) {
            trip.gate().ifPresent(gates::add);
            if (GateTruck.isCounted(trip)) {
                Optional<GateTruck> there = GateTruck.of(trip, site, clock, isLive(trip, lastSeen, site, clock));
                there.ifPresent(counted::add);
                Optional<Way> way = onItsWay.filter(
                                fix -> next.filter(trip::equals).isPresent())
                        .flatMap(fix -> Approach.way(trip, fix, site, clock));
                forecast.add(ForecastTruck.of(trip, there, Closing.of(trip, site, clock), way));
            }
        }
        Set<String> zones = new HashSet<>();
        seen.inOrder().stream().filter(Sighting::isOpen).forEach(visit -> zones.add(visit.place()));
        zones.addAll(seen.buffers());
        return new KnownTruck(gates, counted, forecast, zones, nextLimit(seen, covers, lastSeen, site, clock));
    }

    boolean holdsAt(Instant time) {
        return holdsUntil.isEmpty() || !time.isAfter(holdsUntil.get());
    }

    private static boolean isLive(Trip trip, Optional<Instant> lastSeen, Site site, Instant clock) {
        return trip.passage().stream()
                .flatMap(Passage::visits)
                .filter(Sighting::isOpen)
                .map(visit -> site.zone(visit.place()))
                .anyMatch(zone -> !zone.isUncertain(Duration.between(lastSeen.orElseThrow(), clock)));
    }

    /** The first of the limits that matter to the figures of a gate which has not passed. */
    private static Optional<Instant> nextLimit(
            Sightings seen, List<Cover> covers, Optional<Instant> lastSeen, Site site, Instant clock) {
        Stream<Instant> silences = site.zones().stream()
                .flatMap(zone -> Stream.of(zone.silenceAfter(), zone.silenceTimeout()))
                .flatMap(Optional::stream)
                .flatMap(limit -> lastSeen.stream().map(time -> time.plus(limit)));
        Stream<Instant> ends = seen.inOrder().stream()
                .filter(sighting -> !sighting.isOpen())
                .flatMap(sighting -> endings(sighting, site));
        Stream<Instant> noShows =
                covers.stream().map(cover -> cover.awaitedFrom().plus(Closing.PATIENCE));
        Stream<Instant> places = lastSeen.map(time -> time.plus(Approach.OLDEST)).stream();
        return Stream.of(silences, ends, noShows, places)
                .flatMap(limits -> limits)
                .filter(limit -> !limit.isBefore(clock))
                .min(Comparator.naturalOrder());
    }

    private static Stream<Instant> endings(Sighting sighting, Site site) {
        Limits limits = site.limits(Optional.of(sighting.gate()));
        return Stream.of(limits.returnWithin(), limits.silentFor())
                .flatMap(Optional::stream)
                .map(limit -> sighting.endOrNever().plus(limit));
    }
}
