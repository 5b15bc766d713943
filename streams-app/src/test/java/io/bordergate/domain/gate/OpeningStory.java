package io.bordergate.domain.gate;

import io.bordergate.domain.site.ClosedDays;
import io.bordergate.domain.site.CongestionLimits;
import io.bordergate.domain.site.GateSettings;
import io.bordergate.domain.site.Hours;
import io.bordergate.domain.site.WeekHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what is said of a gate's opening in May 2026, in Vietnam's time, and asks when it is open. Not thread-safe. */
final class OpeningStory {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private WeekHours hours = WeekHours.ALWAYS;
    private final List<ClosedDays> closures = new ArrayList<>();
    private final List<StatusChange> changes = new ArrayList<>();

    /** A day of May 2026 and a time of day: {@code "03 09:40"}. */
    static Instant at(String time) {
        return LocalDateTime.parse("2026-05-" + time.replace(' ', 'T'))
                .atZone(ZONE)
                .toInstant();
    }

    OpeningStory hours(String each) {
        hours = WeekHours.everyDay(Hours.parse(each));
        return this;
    }

    OpeningStory weekdays(String each) {
        Map<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
                days.put(day, List.of(Hours.parse(each)));
            }
        }
        hours = WeekHours.of(days);
        return this;
    }

    OpeningStory closed(ClosedDays days) {
        closures.add(days);
        return this;
    }

    OpeningStory says(Status status, String time) {
        return says(status, time, null, null);
    }

    OpeningStory says(Status status, String time, String openingHours) {
        changes.add(new StatusChange(at(time), at(time), status, null, null, openingHours, null));
        return this;
    }

    OpeningStory says(Status status, String time, Side side, String goods) {
        changes.add(new StatusChange(at(time), at(time), status, side, goods, null, null));
        return this;
    }

    OpeningStory received(String received, Status status, String time) {
        changes.add(new StatusChange(at(time), at(received), status, null, null, null, null));
        return this;
    }

    Opening opening() {
        return new Opening(new GateSettings(hours, closures, CongestionLimits.DEFAULT), ZONE, changes);
    }

    boolean isOpen(Side side, String time) {
        return opening().isOpen(side, at(time));
    }

    boolean isReduced(Side side, String time) {
        return opening().isReduced(side, at(time));
    }

    Set<String> suspended(Side side, String time) {
        return opening().suspended(side, at(time));
    }

    Duration openTime(Side side, String from, String to) {
        return opening().openTime(side, at(from), at(to));
    }
}
