package io.bordergate.domain.gate;

import io.bordergate.domain.site.ClosedDays;
import io.bordergate.domain.site.GateSettings;
import io.bordergate.domain.site.Hours;
import io.bordergate.domain.site.WeekHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** When one side of a gate is open if nobody says otherwise: by the days of the week and the calendar. Immutable. */
final class Calendar {
    private final ZoneId zone;
    private final WeekHours hours;
    private final List<ClosedDays> closures;
    private final List<ClosedDays> suspensions;

    Calendar(GateSettings settings, ZoneId zone, Side side) {
        this.zone = zone;
        this.hours = settings.hours();
        List<ClosedDays> ofSide = settings.closures().stream()
                .filter(closed -> side == Side.EXPORT ? closed.exports() : closed.imports())
                .toList();
        this.closures = ofSide.stream().filter(closed -> closed.goods() == null).toList();
        this.suspensions =
                ofSide.stream().filter(closed -> closed.goods() != null).toList();
    }

    LocalDate dateOf(Instant t) {
        return LocalDate.ofInstant(t, zone);
    }

    Instant beginningOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    List<Hours> hoursOn(LocalDate date) {
        boolean closed = closures.stream().anyMatch(days -> days.contains(date));
        return closed ? List.of() : hours.on(date.getDayOfWeek());
    }

    Span span(LocalDate date, Hours part) {
        return new Span(instant(date, part.from()), instant(date, part.to()));
    }

    private Instant instant(LocalDate date, int minute) {
        return minute == Hours.MIDNIGHT
                ? beginningOf(date.plusDays(1))
                : ZonedDateTime.of(date, LocalTime.ofSecondOfDay(60L * minute), zone)
                        .toInstant();
    }

    /** Those that keep goods back on that day. */
    List<ClosedDays> suspensionsOn(LocalDate date) {
        return suspensions.stream().filter(days -> days.contains(date)).toList();
    }
}
