package io.bordergate.domain.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * How the days of a site are counted: a day ends at some time of day and has the date of its end, which belongs to it.
 * Immutable.
 */
public record Days(ZoneId timeZone, LocalTime endsAt) {
    /** As the province counts. */
    public static final LocalTime USUAL_END = LocalTime.of(20, 0);

    public Instant beginningOf(LocalDate date) {
        return endOf(date.minusDays(1));
    }

    public Instant endOf(LocalDate date) {
        return ZonedDateTime.of(date, endsAt, timeZone).toInstant();
    }

    /** The day in which something happened. */
    public LocalDate dateOf(Instant time) {
        LocalDate date = LocalDate.ofInstant(time, timeZone);
        return time.isAfter(endOf(date)) ? date.plusDays(1) : date;
    }
}
