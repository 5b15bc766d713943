package io.bordergate.domain.trip;

import io.bordergate.domain.declaration.Cover;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which declaration belongs to which passage. */
final class Matching {
    /** Clerks and clocks may be wrong by so much; goods of one load are declared within it. */
    static final Duration TOLERANCE = Duration.ofHours(2);
    /** A declaration is good for so long after the planned arrival. */
    static final Duration GOOD_FOR = Duration.ofDays(3);

    private final Passages passages;
    private final List<Cover> covers;

    Matching(Passages passages, List<Cover> covers) {
        this.passages = passages;
        this.covers = covers;
    }

    /** The journey that the declaration is for; null if there is none. */
    Journey journeyOf(Cover cover) {
        Journey journey = ofItsGateFirst(cover, journeys -> best(cover, journeys));
        boolean wasThere = Papers.reference(cover) != null;
        return journey != null || !wasThere ? journey : ofItsGateFirst(cover, journeys -> heardLater(cover, journeys));
    }

    private Journey ofItsGateFirst(Cover cover, Function<List<Journey>, Journey> choice) {
        Predicate<Journey> sameGate = journey -> cover.gateId() == null || journey.isAt(cover.gateId());
        Journey journey =
                choice.apply(passages.journeys().stream().filter(sameGate).toList());
        return journey != null
                ? journey
                : choice.apply(
                        passages.journeys().stream().filter(sameGate.negate()).toList());
    }

    /** The first of a truck that was there by its papers, and whose tracker was heard only then. */
    private Journey heardLater(Cover cover, List<Journey> journeys) {
        Instant from = Papers.reference(cover);
        Instant gone = Papers.goneAfter(cover, covers);
        return journeys.stream()
                .filter(journey -> journey.first().arrival().isAfter(from)
                        && journey.first().arrival().isBefore(gone))
                .findFirst()
                .orElse(null);
    }

    private Journey best(Cover cover, List<Journey> journeys) {
        Instant reference = Papers.reference(cover);
        if (reference == null) {
            return journeys.stream()
                    .filter(journey -> mayFulfil(cover, journey))
                    .findFirst()
                    .orElse(null);
        }
        return journeys.stream()
                .filter(journey -> distance(reference, journey).compareTo(TOLERANCE) <= 0)
                .min(Comparator.comparing(journey -> distance(reference, journey)))
                .orElse(null);
    }

    private boolean mayFulfil(Cover cover, Journey journey) {
        Instant arrival = journey.first().arrival();
        Instant reach = passages.reach(journey.last());
        return !reach.isBefore(cover.declaredAt())
                && !reach.isBefore(Papers.expected(cover).minus(TOLERANCE))
                && !arrival.isAfter(Papers.expectedAtLatest(cover).plus(GOOD_FOR))
                && (cover.cancelledAt() == null || !arrival.isAfter(cover.cancelledAt()));
    }

    /** The passage of its journey that the declaration is for. */
    Passage passageOf(Cover cover, Journey journey) {
        List<Passage> own = journey.passages().stream()
                .filter(p -> p.gateId().equals(cover.gateId()))
                .toList();
        List<Passage> choice = own.isEmpty() ? journey.passages() : own;
        Instant reference = Papers.reference(cover);
        if (reference == null) {
            return choice.get(choice.size() - 1);
        }
        return choice.stream()
                .min(Comparator.comparing(passage -> distance(reference, passage.arrival(), passages.reach(passage))))
                .orElseThrow();
    }

    private Duration distance(Instant time, Journey journey) {
        return distance(time, journey.first().arrival(), passages.reach(journey.last()));
    }

    private static Duration distance(Instant time, Instant from, Instant to) {
        if (time.isBefore(from)) {
            return Duration.between(time, from);
        }
        return time.isAfter(to) ? Duration.between(to, time) : Duration.ZERO;
    }

    /** Declarations that no journey fulfils: for one gate, those due soon after each other belong together. */
    static List<Papers> groups(List<Cover> covers) {
        List<List<Cover>> groups = new ArrayList<>();
        Cover before = null;
        for (Cover cover : covers.stream().sorted(BY_GATE_AND_DUE).toList()) {
            if (before == null || !gate(before).equals(gate(cover)) || isLong(before, cover)) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(cover);
            before = cover;
        }
        return groups.stream().map(Papers::new).toList();
    }

    private static final Comparator<Cover> BY_GATE_AND_DUE =
            Comparator.comparing(Matching::gate).thenComparing(Papers::due).thenComparing(Cover::declarationId);

    private static boolean isLong(Cover before, Cover cover) {
        return Times.isMoreThan(TOLERANCE, Papers.due(before), Papers.due(cover));
    }

    private static String gate(Cover cover) {
        return cover.gateId() == null ? "" : cover.gateId();
    }
}
