package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Section 5: all discrepancies of one trip, each kind by its row of the table. Not thread-safe; used once. */
final class Discrepancies {

    private static final List<String> ENDS_BY_LEAVING = List.of("CROSSED", "LEFT");

    private final Trip trip;
    private final Site site;
    private final Instant clock;
    private final Limits limits;
    private final Confirmations confirmed;
    private final Closing closing;
    private final Optional<Instant> end;

    private Discrepancies(Trip trip, Site site, Instant clock) {
        this.trip = trip;
        this.site = site;
        this.clock = clock;
        this.limits = site.limits(trip.gate());
        this.confirmed = trip.confirmed();
        this.closing = Closing.of(trip, site, clock);
        this.end = closing.end();
    }

    static List<Discrepancy> of(Trip trip, Site site, Instant clock) {
        Discrepancies of = new Discrepancies(trip, site, clock);
        List<Optional<Discrepancy>> found = new ArrayList<>();
        found.add(of.wrongGate());
        found.add(of.undeclaredArrival());
        found.add(of.wrongYard());
        found.add(of.noShow());
        found.add(of.authorityLag());
        found.add(of.confirmedNotSeen());
        found.add(of.seenNotConfirmed());
        found.add(of.silentInside());
        found.add(of.finishedNotLeft());
        found.add(of.leftNotFinished());
        found.add(of.overdueReturn());
        return found.stream().flatMap(Optional::stream).toList();
    }

    private Optional<Discrepancy> undeclaredArrival() {
        Optional<Instant> declared =
                trip.allActive().stream().map(Cover::declaredAt).min(Comparator.naturalOrder());
        return discrepancy("UNDECLARED_ARRIVAL", trip.arrivalSeen(), List.of(declared, end));
    }

    private Optional<Discrepancy> wrongGate() {
        return trip.passage().stream()
                .flatMap(passage -> WrongGate.times(passage, trip.allActive(), limits.moveWithin()).stream())
                .flatMap(time -> discrepancy("WRONG_GATE", time.opened(), List.of(time.closed(), end)).stream())
                .reduce((earlier, later) -> later);
    }

    private Optional<Discrepancy> wrongYard() {
        List<Sighting> wrong = trip.passage().stream()
                .flatMap(Passage::yards)
                .filter(this::isWrongYard)
                .toList();
        Optional<Instant> opened = wrong.stream().map(Sighting::begin).findFirst();
        Optional<Instant> left = wrong.stream()
                .map(Sighting::endOrNever)
                .max(Comparator.naturalOrder())
                .filter(time -> !time.equals(Instant.MAX));
        return discrepancy("WRONG_YARD", opened, List.of(left, end));
    }

    private boolean isWrongYard(Sighting visit) {
        List<Zone> declared = trip.active().stream()
                .flatMap(cover -> cover.yards().stream())
                .filter(spell -> isDuring(spell, visit))
                .flatMap(spell -> site.zones().stream()
                        .filter(zone -> spell.isOf(zone.id()) && zone.kind().equals("yard")))
                .toList();
        return !declared.isEmpty() && declared.stream().noneMatch(site.zone(visit.place())::meets);
    }

    /** At its beginning, or later before its end. */
    private static boolean isDuring(Spell spell, Sighting visit) {
        return spell.holdsAt(visit.begin()) || spell.overlaps(visit.begin(), visit.endOrNever());
    }

    private Optional<Discrepancy> noShow() {
        List<Cover> declared = trip.active().isEmpty() ? trip.covers() : trip.active();
        Optional<Instant> expected = declared.stream().map(Cover::expected).max(Comparator.naturalOrder());
        Optional<Instant> first = declared.stream().map(Cover::declaredAt).min(Comparator.naturalOrder());
        Optional<Instant> opened = latest(after(expected, limits.noShowAfter()), first);
        Optional<Instant> cancelled = closing.closedBy().equals("CANCELLED") ? end : Optional.empty();
        return discrepancy("NO_SHOW", opened, List.of(trip.journeyBegan(), confirmed.earliestPhysical(), cancelled));
    }

    private Optional<Discrepancy> authorityLag() {
        Optional<Instant> customs = confirmed.earliestArrivalBy("CUSTOMS");
        Optional<Instant> guard = confirmed.earliestArrivalBy("BORDER_GUARD");
        Optional<Instant> both = confirmed.arrivalByBoth();
        Optional<Instant> one =
                Stream.of(customs, guard).flatMap(Optional::stream).min(Comparator.naturalOrder());
        return discrepancy("AUTHORITY_LAG", after(one, limits.authorityLagAfter()), List.of(both, end));
    }

    private Optional<Discrepancy> confirmedNotSeen() {
        Optional<Instant> opened = after(confirmed.earliest("GTIN", "YARD_IN"), limits.confirmedNotSeenAfter());
        return discrepancy("CONFIRMED_NOT_SEEN", opened, List.of(trip.arrivalSeen(), end));
    }

    private Optional<Discrepancy> seenNotConfirmed() {
        Optional<Instant> since = latest(trip.arrivalSeen(), trip.firstDeclared());
        Optional<Instant> opened = after(since, limits.seenNotConfirmedAfter());
        return discrepancy("SEEN_NOT_CONFIRMED", opened, List.of(confirmed.earliestPhysical(), end));
    }

    private Optional<Discrepancy> silentInside() {
        Optional<Sighting> silent = trip.passage().stream()
                .flatMap(Passage::visits)
                .filter(Sighting::silent)
                .max(Comparator.comparing(Sighting::endOrNever)
                        .thenComparing(
                                visit -> site.zone(visit.place())
                                        .silenceTimeout()
                                        .orElseThrow(),
                                Comparator.reverseOrder()));
        if (silent.isEmpty()) {
            return Optional.empty();
        }
        Instant since = silent.get().end().orElseThrow();
        Optional<Instant> seenAgain = trip.following().stream()
                .map(Sighting::begin)
                .filter(begin -> begin.isAfter(since))
                .min(Comparator.naturalOrder());
        Optional<Instant> opened =
                after(Optional.of(since), site.zone(silent.get().place()).silenceTimeout());
        return discrepancy(
                "SILENT_INSIDE",
                opened,
                List.of(
                        seenAgain,
                        confirmed.earliestAfter(since, "YARD_OUT", "GTOT", "CROS"),
                        closing.closedBy().equals("SILENCE") ? Optional.empty() : end));
    }

    private Optional<Discrepancy> finishedNotLeft() {
        Optional<Instant> left = Stream.of(
                        TripTimes.of(trip).leftYard(), trip.lastCutOut(), confirmed.earliest("GTOT", "CROS"))
                .flatMap(Optional::stream)
                .findFirst();
        Optional<Instant> opened = after(trip.finished(), limits.finishedNotLeftAfter());
        return discrepancy("FINISHED_NOT_LEFT", opened, List.of(left, end));
    }

    private Optional<Discrepancy> leftNotFinished() {
        boolean applies = ENDS_BY_LEAVING.contains(closing.closedBy())
                && !trip.active().isEmpty()
                && trip.kind().equals("GOODS");
        return discrepancy("LEFT_NOT_FINISHED", applies ? end : Optional.empty(), List.of(trip.finished()));
    }

    private Optional<Discrepancy> overdueReturn() {
        boolean applies = !trip.truck().startsWith("VN:") && trip.direction().equals("IMPORT");
        Optional<Instant> opened = after(trip.finished(), limits.overdueReturnAfter());
        return discrepancy("OVERDUE_RETURN", applies ? opened : Optional.empty(), List.of(end));
    }

    private Optional<Discrepancy> discrepancy(String kind, Optional<Instant> opened, List<Optional<Instant>> closings) {
        Optional<Instant> closed = closings.stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
        return Discrepancy.of(kind, opened, closed, clock);
    }

    private static Optional<Instant> after(Optional<Instant> since, Optional<Duration> limit) {
        return since.flatMap(time -> limit.map(time::plus));
    }

    private static Optional<Instant> latest(Optional<Instant> a, Optional<Instant> b) {
        return a.flatMap(time -> b.map(other -> Lateness.later(time, other)));
    }
}
