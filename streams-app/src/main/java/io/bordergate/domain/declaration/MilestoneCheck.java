package io.bordergate.domain.declaration;

import io.bordergate.domain.intake.PositionCheck;
import io.bordergate.domain.intake.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What can be said of a milestone by itself, at one site: whether it is safe to use, and what to remark. Immutable. */
public final class MilestoneCheck {
    /** After the dates that clocks fall back to. */
    private static final Instant EARLIEST = Instant.parse("2001-01-01T00:00:00Z");

    private static final Duration CLOCK_TOLERANCE = Duration.ofMillis(PositionCheck.CLOCK_TOLERANCE);
    private static final Duration OLDEST_AGE = Duration.ofDays(30);
    /** The flags of plates, the gravest first. */
    private static final List<Reason> PLATE_FLAGS =
            List.of(Reason.WRONG_FIELD, Reason.SUSPECT_PLATE, Reason.INCOMPLETE_PLATE);

    private final Set<String> gateIds;
    private final String plateProvince;
    private final GateDays days;

    /** Of a site with these gates; the province of Chinese plates that lack one may be null. */
    public MilestoneCheck(Set<String> gateIds, String plateProvince, GateDays days) {
        this.gateIds = Set.copyOf(gateIds);
        this.plateProvince = plateProvince;
        this.days = days;
    }

    /** Why the milestone may not be used; {@link Reason#NONE} if it may. */
    public Reason unsafe(Milestone milestone) {
        if (milestone.at().isBefore(EARLIEST)) {
            return Reason.BAD_TIME;
        }
        // What is planned or estimated lies ahead, and may.
        if (milestone.classifier() == Classifier.ACT
                && milestone.at().isAfter(milestone.recordedAt().plus(CLOCK_TOLERANCE))) {
            return Reason.FUTURE_TIME;
        }
        return milestone.at().isBefore(milestone.recordedAt().minus(OLDEST_AGE)) ? Reason.OUTSIDE_WINDOW : Reason.NONE;
    }

    /** What is to be remarked about a milestone that is used, the gravest; {@link Reason#NONE} if nothing. */
    public Reason flag(Milestone milestone) {
        List<Reason> ofPlates = trucks(milestone).stream().map(NamedTruck::flag).toList();
        for (Reason flag : PLATE_FLAGS) {
            if (ofPlates.contains(flag)) {
                return flag;
            }
        }
        if (milestone.type() == MilestoneType.UNKNOWN
                || milestone.authority() == Authority.UNKNOWN
                || milestone.classifier() == Classifier.UNKNOWN) {
            return Reason.UNKNOWN_WORD;
        }
        if (milestone.gateId() == null) {
            return Reason.NONE;
        }
        if (!gateIds.contains(milestone.gateId())) {
            return Reason.UNKNOWN_GATE;
        }
        return isForClosedGate(milestone) ? Reason.GATE_MISMATCH : Reason.NONE;
    }

    private boolean isForClosedGate(Milestone milestone) {
        boolean declares = milestone.type() == MilestoneType.DECLARED || milestone.type() == MilestoneType.AMENDED;
        Instant expected = milestone.plannedArrival() == null ? milestone.at() : milestone.plannedArrival();
        return declares && days.areClosed(milestone.gateId(), milestone.direction(), expected);
    }

    List<NamedTruck> trucks(Milestone milestone) {
        return milestone.trucks().stream()
                .map(truck -> NamedTruck.of(truck, plateProvince))
                .toList();
    }
}
