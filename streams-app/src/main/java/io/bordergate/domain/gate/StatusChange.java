package io.bordergate.domain.gate;

import io.bordergate.domain.site.Hours;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * One change of a gate's service, as its operator reported it. Immutable.
 *
 * @param at from when on it holds
 * @param receivedAt when we got it
 * @param side null if it is for both
 * @param goods which alone are meant; null for all
 * @param openingHours instead of the usual ones, {@code HH:mm-HH:mm}; null for those
 * @param reason in the operator's words; null if none is given
 */
public record StatusChange(
        Instant at, Instant receivedAt, Status status, Side side, String goods, String openingHours, String reason) {

    public StatusChange {
        faultOf(openingHours).ifPresent(fault -> {
            throw new IllegalArgumentException(
                    "status change at " + at + " has opening hours that cannot be read: " + fault);
        });
    }

    /** What is wrong with opening hours, which must be asked before a change is made of them; nothing if they are good. */
    public static Optional<String> faultOf(String openingHours) {
        try {
            hoursOf(openingHours);
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Null if it names none. */
    Hours hours() {
        return hoursOf(openingHours);
    }

    private static Hours hoursOf(String openingHours) {
        return openingHours == null ? null : Hours.parse(openingHours);
    }

    boolean isFor(Side which) {
        return side == null || side == which;
    }

    /** Whether it ends what keeps these goods back. */
    boolean frees(String suspended) {
        return status == Status.OPEN && (goods == null || goods.equals(suspended));
    }
}
