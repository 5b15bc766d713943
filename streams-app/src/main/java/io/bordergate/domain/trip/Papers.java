package io.bordergate.domain.trip;

import io.bordergate.domain.declaration.Authority;
import io.bordergate.domain.declaration.Confirmation;
import io.bordergate.domain.declaration.Cover;
import io.bordergate.domain.declaration.MilestoneType;
import io.bordergate.domain.declaration.TradeDirection;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Declarations that belong together, and what was confirmed on them. Immutable. Asked some dozen times for each fact that comes, so
 * it looks through its lists without streams.
 */
final class Papers {
    static final Comparator<Cover> IN_ORDER =
            Comparator.comparing(Cover::declaredAt).thenComparing(Cover::declarationId);

    /** Who is confirmed at a gate again so much later has come again. */
    private static final Duration ANOTHER_PASSAGE = Duration.ofHours(6);

    private static final Duration LONGEST_STAY = Duration.ofDays(30);

    private final List<Cover> covers;

    Papers(List<Cover> covers) {
        this.covers = covers.size() < 2
                ? List.copyOf(covers)
                : covers.stream().sorted(IN_ORDER).toList();
    }

    static Papers of(Cover cover) {
        return new Papers(List.of(cover));
    }

    List<Cover> covers() {
        return covers;
    }

    boolean isEmpty() {
        return covers.isEmpty();
    }

    /** Without those that were cancelled before the truck had left. */
    Papers active() {
        for (Cover cover : covers) {
            if (!isActive(cover)) {
                return new Papers(covers.stream().filter(Papers::isActive).toList());
            }
        }
        return this;
    }

    private static boolean isActive(Cover cover) {
        if (cover.cancelledAt() == null) {
            return true;
        }
        Instant left = of(cover).earliest(MilestoneType.YARD_OUT, MilestoneType.GTOT, MilestoneType.CROS);
        return left != null && cover.cancelledAt().isAfter(left);
    }

    Instant earliest(MilestoneType... types) {
        return earliest(isAnyOf(types));
    }

    Instant latest(MilestoneType... types) {
        Predicate<Confirmation> which = isAnyOf(types);
        Instant latest = null;
        for (Cover cover : covers) {
            for (Confirmation confirmation : cover.confirmations()) {
                if (which.test(confirmation)) {
                    latest = Times.latest(latest, confirmation.at());
                }
            }
        }
        return latest;
    }

    /** The earliest of what happened to the truck itself, and not to its papers. */
    Instant earliestPhysical() {
        return earliest(c -> c.type().isPhysical());
    }

    Instant earliestBy(Authority authority, MilestoneType type) {
        return earliest(c -> c.type() == type && c.authority() == authority);
    }

    Instant earliestAfter(Instant time, MilestoneType... types) {
        return earliest(isAnyOf(types).and(c -> c.at().isAfter(time)));
    }

    boolean has(MilestoneType... types) {
        return earliest(types) != null;
    }

    /** Entry to the gate counts when both authorities have confirmed it, at the later of their times; else null. */
    Instant arrivalConfirmed() {
        Instant customs = earliestBy(Authority.CUSTOMS, MilestoneType.GTIN);
        Instant guard = earliestBy(Authority.BORDER_GUARD, MilestoneType.GTIN);
        return customs == null || guard == null ? null : Times.latest(customs, guard);
    }

    /** When the papers of every declaration were finished; null while one is not. */
    Instant finished() {
        Instant latest = null;
        for (Cover cover : covers) {
            Instant released = of(cover).earliest(MilestoneType.CUSR);
            if (released == null) {
                return null;
            }
            latest = Times.latest(latest, released);
        }
        return latest;
    }

    /** The first that a declaration says, in order; null if none does. */
    <T> T first(Function<Cover, T> value) {
        for (Cover cover : covers) {
            T said = value.apply(cover);
            if (said != null) {
                return said;
            }
        }
        return null;
    }

    /** When the first of them was declared; null if there is none. */
    Instant firstDeclared() {
        return first(Cover::declaredAt);
    }

    private Instant earliest(Predicate<Confirmation> which) {
        Instant earliest = null;
        for (Cover cover : covers) {
            for (Confirmation confirmation : cover.confirmations()) {
                if (which.test(confirmation)) {
                    earliest = Times.earliest(earliest, confirmation.at());
                }
            }
        }
        return earliest;
    }

    private static Predicate<Confirmation> isAnyOf(MilestoneType... types) {
        return confirmation -> {
            for (MilestoneType type : types) {
                if (confirmation.type() == type) {
                    return true;
                }
            }
            return false;
        };
    }

    /** When the truck was to come: as planned, else when it was declared. */
    static Instant expected(Cover cover) {
        return Times.firstKnown(cover.plannedArrival(), cover.declaredAt());
    }

    /** The later of what was planned and what was declared: from then on the truck may be missed. */
    static Instant expectedAtLatest(Cover cover) {
        return Times.latest(cover.plannedArrival(), cover.declaredAt());
    }

    /** When, by what was confirmed, the truck was at the gate; null if nothing was. */
    static Instant reference(Cover cover) {
        Papers papers = of(cover);
        return Times.firstKnown(
                papers.latest(MilestoneType.GTIN),
                papers.earliest(
                        MilestoneType.YARD_IN,
                        MilestoneType.TRANSSHIPPED,
                        MilestoneType.YARD_OUT,
                        MilestoneType.GTOT,
                        MilestoneType.CROS));
    }

    /** Until when a truck that was at the gate by its papers may have been there, as far as these and its other papers say. */
    static Instant goneAfter(Cover cover, List<Cover> ofTruck) {
        Instant reference = reference(cover);
        Instant seenElsewhere = null;
        for (Cover other : ofTruck) {
            Instant there = reference(other);
            if (there != null && Times.isMoreThan(ANOTHER_PASSAGE, reference, there)) {
                seenElsewhere = Times.earliest(seenElsewhere, there);
            }
        }
        return Times.earliest(exit(cover, reference), seenElsewhere, reference.plus(LONGEST_STAY));
    }

    /** The earliest at which it went on. An import crosses before the yard or after it. */
    private static Instant exit(Cover cover, Instant reference) {
        Predicate<Confirmation> exit = isAnyOf(MilestoneType.YARD_OUT, MilestoneType.GTOT, MilestoneType.TURNED_BACK);
        if (cover.direction() != TradeDirection.IMPORT) {
            exit = exit.or(isAnyOf(MilestoneType.CROS));
        }
        return of(cover).earliest(exit.and(confirmation -> !confirmation.at().isBefore(reference)));
    }

    /** When it is or was to be at the gate, as far as known. */
    static Instant due(Cover cover) {
        return Times.firstKnown(reference(cover), expected(cover));
    }
}
