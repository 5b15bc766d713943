package io.bordergate.domain.trip;

import static io.bordergate.domain.declaration.MilestoneType.CROS;
import static io.bordergate.domain.declaration.MilestoneType.GTIN;
import static io.bordergate.domain.declaration.MilestoneType.GTOT;
import static io.bordergate.domain.declaration.MilestoneType.YARD_IN;
import static io.bordergate.domain.declaration.MilestoneType.YARD_OUT;

import io.bordergate.domain.declaration.Authority;
import io.bordergate.domain.declaration.TradeDirection;
import io.bordergate.domain.declaration.TripKind;
import io.bordergate.domain.site.Site;
import io.bordergate.domain.site.TripLimits;
import io.bordergate.domain.trip.Discrepancy.Evidence;
import io.bordergate.domain.trip.Discrepancy.Kind;
import io.bordergate.domain.trip.TripEnd.Closure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where data flow and physical flow of one trip contradict each other: one rule for each kind. */
final class Contradictions {
    private final String truckId;
    private final Draft draft;
    private final TripEnd end;
    /** Declarations that hold, of this trip and of the others of its journey. */
    private final Papers all;
    /** When the truck was seen at a gate next after its silence there; null if it was not, or not silent. */
    private final Instant seenAgain;

    private final Site site;
    private final TripLimits limits;
    private final Moment moment;
    private final List<Discrepancy> found = new ArrayList<>();

    Contradictions(String truckId, Draft draft, TripEnd end, Papers all, Instant seenAgain, Site site, Moment moment) {
        this.truckId = truckId;
        this.draft = draft;
        this.end = end;
        this.all = all.active();
        this.seenAgain = seenAgain;
        this.site = site;
        this.limits = site.tripLimits(draft.gateId());
        this.moment = moment;
    }

    List<Discrepancy> find() {
        if (draft.isSeen()) {
            findUndeclaredArrival();
            findWrongGate();
            findWrongYard();
            findSilentInside();
            findSeenNotConfirmed();
        }
        findNoShow();
        findAuthorityLag();
        findConfirmedNotSeen();
        findFinishedNotLeft();
        findLeftNotFinished();
        findOverdueReturn();
        found.sort(Comparator.comparing(Discrepancy::kind));
        return found;
    }

    private void findUndeclaredArrival() {
        open(Kind.UNDECLARED_ARRIVAL, draft.arrivalSeen(), Times.earliest(all.firstDeclared(), end.at()), arrival());
    }

    private void findWrongGate() {
        var wrong = new WrongGate(draft.gateId(), draft.arrivalSeen(), end.at(), all.covers());
        List<WrongGate.Time> times = new ArrayList<>(wrong.times());
        Collections.reverse(times);
        for (WrongGate.Time time : times) {
            boolean found = open(
                    Kind.WRONG_GATE,
                    time.opened(limits.moveWithin()),
                    Times.earliest(time.to(), end.at()),
                    arrival(),
                    fact("declared for " + wrong.saidInstead(time.from()), time.from()));
            if (found) {
                return;
            }
        }
    }

    private void findWrongYard() {
        List<Sighting> wrong = draft.passage.all(s -> s.isYard() && isWrong(s, declaredYards(s)));
        if (wrong.isEmpty()) {
            return;
        }
        Sighting first = wrong.get(0);
        boolean there = wrong.stream().anyMatch(Sighting::isOpen);
        Instant left = there ? null : wrong.stream().map(Sighting::leftAt).reduce(null, Times::latest);
        open(
                Kind.WRONG_YARD,
                first.beginning(),
                Times.earliest(left, end.at()),
                fact(first.place().id(), first.beginning()),
                fact("declared for " + String.join(" ", declaredYards(first)), null));
    }

    /** Yards that the truck was to use while it was in one. */
    private List<String> declaredYards(Sighting visit) {
        return draft.active.covers().stream()
                .flatMap(cover -> cover.yards().during(visit.beginning(), visit.leftAt()).stream())
                .filter(site::isYard)
                .distinct()
                .toList();
    }

    private boolean isWrong(Sighting visit, List<String> declared) {
        return !declared.isEmpty()
                && declared.stream()
                        .noneMatch(yard -> site.overlap(yard, visit.place().id()));
    }

    private void findNoShow() {
        Papers declared = draft.active.isEmpty() ? draft.papers : draft.active;
        Instant expected = declared.covers().stream().map(Papers::expected).reduce(null, Times::latest);
        if (expected == null) {
            return;
        }
        Instant cancelled = end.closedBy() == Closure.CANCELLED ? end.at() : null;
        open(
                Kind.NO_SHOW,
                Times.latest(expected.plus(limits.noShowAfter()), declared.firstDeclared()),
                Times.earliest(draft.journeyBegan(), draft.active.earliestPhysical(), cancelled),
                fact("expected", expected));
    }

    private void findAuthorityLag() {
        Instant customs = draft.active.earliestBy(Authority.CUSTOMS, GTIN);
        Instant guard = draft.active.earliestBy(Authority.BORDER_GUARD, GTIN);
        boolean customsFirst = guard == null || (customs != null && customs.isBefore(guard));
        open(
                Kind.AUTHORITY_LAG,
                Times.plus(Times.earliest(customs, guard), limits.authorityLagAfter()),
                Times.earliest(draft.active.arrivalConfirmed(), end.at()),
                fact(
                        "GTIN by " + (customsFirst ? Authority.CUSTOMS : Authority.BORDER_GUARD),
                        customsFirst ? customs : guard));
    }

    private void findConfirmedNotSeen() {
        Instant confirmed = draft.active.earliest(GTIN, YARD_IN);
        open(
                Kind.CONFIRMED_NOT_SEEN,
                Times.plus(confirmed, limits.confirmedNotSeenAfter()),
                Times.earliest(draft.arrivalSeen(), end.at()),
                fact("first confirmation", confirmed));
    }

    private void findSeenNotConfirmed() {
        Instant declared = draft.active.firstDeclared();
        if (declared != null) {
            open(
                    Kind.SEEN_NOT_CONFIRMED,
                    Times.latest(draft.arrivalSeen(), declared).plus(limits.seenNotConfirmedAfter()),
                    Times.earliest(draft.active.earliestPhysical(), end.at()),
                    arrival(),
                    fact("declared", declared));
        }
    }

    private void findSilentInside() {
        List<Sighting> silent = draft.passage.all(Sighting::endedBySilence);
        Instant last = silent.stream().map(Sighting::leftAt).reduce(null, Times::latest);
        silent.stream()
                .filter(s -> s.leftAt().equals(last))
                .min(Comparator.comparingLong(s -> s.place().limits().silenceTimeout()))
                .ifPresent(visit -> open(
                        Kind.SILENT_INSIDE,
                        last.plusMillis(visit.place().limits().silenceTimeout()),
                        Times.earliest(
                                seenAgain,
                                draft.active.earliestAfter(last, YARD_OUT, GTOT, CROS),
                                end.closedBy() == Closure.SILENCE ? null : end.at()),
                        fact("last seen in " + visit.place().id(), last)));
    }

    private void findFinishedNotLeft() {
        Instant finished = draft.active.finished();
        Instant left = Stream.of(draft.leftYard(), draft.cutOut(), draft.active.earliest(GTOT, CROS))
                .reduce(null, Times::firstKnown);
        open(
                Kind.FINISHED_NOT_LEFT,
                Times.plus(finished, limits.finishedNotLeftAfter()),
                Times.earliest(left, end.at()),
                fact("finished", finished));
    }

    private void findLeftNotFinished() {
        boolean left = end.closedBy() == Closure.CROSSED || end.closedBy() == Closure.LEFT;
        if (left && !draft.active.isEmpty() && draft.kind() == TripKind.GOODS) {
            open(Kind.LEFT_NOT_FINISHED, end.at(), draft.active.finished(), fact("left", end.at()));
        }
    }

    private void findOverdueReturn() {
        Instant finished = draft.active.finished();
        if (draft.direction() == TradeDirection.IMPORT && !truckId.startsWith("VN:")) {
            open(
                    Kind.OVERDUE_RETURN,
                    Times.plus(finished, limits.overdueReturnAfter()),
                    end.at(),
                    fact("finished", finished));
        }
    }

    /** Whether there is one by now: it must not close before it opens, and the clock must have come to it. */
    private boolean open(Kind kind, Instant opened, Instant closed, Evidence... evidence) {
        if (opened == null || (closed != null && !opened.isBefore(closed)) || !moment.hasReached(opened)) {
            return false;
        }
        return found.add(new Discrepancy(kind, opened, closed, List.of(evidence)));
    }

    private Evidence arrival() {
        return fact("seen at " + draft.gateId(), draft.arrivalSeen());
    }

    private static Evidence fact(String what, Instant at) {
        return new Evidence(what, at);
    }
}
