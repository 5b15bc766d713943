package io.bordergate.domain.site;

import java.time.LocalDate;
import java.util.Set;

/**
 * Days on which a gate is closed, as the calendar has them: for all, for one direction, or for some goods only. Immutable.
 *
 * @param first from its beginning
 * @param last to its end
 * @param exports whether exports stand still
 * @param imports whether imports stand still
 * @param goods one of {@link #GOODS}, which alone are suspended; null if the gate is closed
 * @param reason in the operator's words; null if none is given
 */
public record ClosedDays(
        LocalDate first, LocalDate last, boolean exports, boolean imports, String goods, String reason) {
    /** What can be suspended. */
    public static final Set<String> GOODS = Set.of("REFRIGERATED", "FRUIT", "OTHER_PERISHABLE", "NEW_VEHICLE", "OTHER");

    public boolean contains(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
