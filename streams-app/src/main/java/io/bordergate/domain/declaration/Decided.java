package io.bordergate.domain.declaration;

import io.bordergate.domain.intake.Reason;

/**
 * A milestone with what was decided on it. Immutable.
 *
 * @param milestone as it came; received at the earliest time at which the same was
 * @param counts whether it counts; if not, another of its identity does
 * @param reason reason of its fate, as last told
 */
public record Decided(Milestone milestone, boolean counts, Reason reason) {

    Decided counting(boolean now) {
        return new Decided(milestone, now, reason);
    }

    Decided because(Reason now) {
        return new Decided(milestone, counts, now);
    }

    Decided orEarlier(Milestone other) {
        return other.recordedAt().isBefore(milestone.recordedAt())
                ? new Decided(milestone.withRecordedAt(other.recordedAt()), counts, reason)
                : this;
    }
}
