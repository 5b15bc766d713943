package io.bordergate.dashboard.gate;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The daily table of one gate, in trucks. Immutable; docs/gates.md, section 6.
 *
 * @param date of the end of the day, in the site's time zone
 * @param revision 1 for the first, one more for each correction
 */
public record GateDay(
        String gateId,
        LocalDate date,
        int revision,
        Instant endsAt,
        int exportedFruit,
        int exportedOther,
        int importedCargo,
        int importedVehicles,
        int turnedBack,
        int movedIn,
        int movedOut,
        int arrived,
        int stock,
        int stockFruit,
        int stockOther,
        int stockUndeclared,
        int change) {}
