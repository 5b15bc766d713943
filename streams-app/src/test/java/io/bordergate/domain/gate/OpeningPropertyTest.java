package io.bordergate.domain.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.site.ClosedDays;
import io.bordergate.domain.site.CongestionLimits;
import io.bordergate.domain.site.GateSettings;
import io.bordergate.domain.site.Hours;
import io.bordergate.domain.site.WeekHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over random hours, closures and changes of status: what is computed by whole days is what a count by minutes finds. */
class OpeningPropertyTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 5, 1);
    private static final int DAYS = 6;

    private final List<StatusChange> changes = new ArrayList<>();
    private GateSettings settings;
    private Random random;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void openTimeIsACountOfOpenMinutesAndAddsUp(long seed) {
        random = new Random(seed);
        settings = new GateSettings(hours(), closures(), CongestionLimits.DEFAULT);
        for (int i = random.nextInt(12); i > 0; i--) {
            changes.add(change());
        }
        var opening = new Opening(settings, OpeningStory.ZONE, changes);
        for (Side side : Side.values()) {
            boolean[] open = byMinute(side);
            for (int round = 0; round < 40; round++) {
                int from = random.nextInt(open.length);
                int to = from + random.nextInt(open.length - from);
                int between = from + (to == from ? 0 : random.nextInt(to - from));
                int minutes = 0;
                for (int minute = from; minute < to; minute++) {
                    minutes += open[minute] ? 1 : 0;
                }
                assertThat(opening.openTime(side, at(from), at(to))).isEqualTo(Duration.ofMinutes(minutes));
                assertThat(opening.openTime(side, at(from), at(between))
                                .plus(opening.openTime(side, at(between), at(to))))
                        .isEqualTo(opening.openTime(side, at(from), at(to)));
                assertThat(opening.isOpen(side, at(from))).isEqualTo(open[from]);
                checkStretch(opening, side, to);
            }
        }
    }

    /** The stretch holds what it says it does, and a shorter one would hold less. */
    private static void checkStretch(Opening opening, Side side, int to) {
        OpenStretch stretch = opening.serviceStretch(side, at(to));
        Duration inSevenDays = opening.openTime(side, at(to).minus(Duration.ofDays(7)), at(to));
        if (stretch == null) {
            assertThat(inSevenDays).isZero();
            return;
        }
        Window window = stretch.window();
        assertThat(opening.openTime(side, window.begin(), window.end())).isEqualTo(stretch.openTime());
        assertThat(stretch.openTime()).isIn(Duration.ofHours(3), inSevenDays);
        if (stretch.openTime().equals(Duration.ofHours(3))) {
            assertThat(opening.openTime(side, window.begin().plusSeconds(1), window.end()))
                    .isEqualTo(Duration.ofHours(3).minusSeconds(1));
        }
    }

    private static Instant at(int minute) {
        return FIRST.atStartOfDay(OpeningStory.ZONE).toInstant().plus(minute, ChronoUnit.MINUTES);
    }

    /** By the letter of docs/gates.md, one minute after the other. */
    private boolean[] byMinute(Side side) {
        boolean[] open = new boolean[DAYS * 24 * 60];
        for (int minute = 0; minute < open.length; minute++) {
            Instant t = at(minute);
            StatusChange last = changes.stream()
                    .filter(change -> change.goods() == null && (change.side() == null || change.side() == side))
                    .filter(change -> !change.at().isAfter(t))
                    .max(Comparator.comparing(StatusChange::at).thenComparing(StatusChange::receivedAt))
                    .orElse(null);
            LocalDateTime local = LocalDateTime.ofInstant(t, OpeningStory.ZONE);
            if (last != null && last.status() == Status.CLOSED) {
                open[minute] = false;
            } else if (last != null && last.openingHours() != null) {
                open[minute] = holds(Hours.parse(last.openingHours()), local);
            } else {
                open[minute] = isUsuallyOpen(side, local);
            }
        }
        return open;
    }

    private boolean isUsuallyOpen(Side side, LocalDateTime local) {
        boolean closed = settings.closures().stream()
                .filter(days -> side == Side.EXPORT ? days.exports() : days.imports())
                .anyMatch(days -> days.goods() == null && days.contains(local.toLocalDate()));
        return !closed && settings.hours().on(local.getDayOfWeek()).stream().anyMatch(hours -> holds(hours, local));
    }

    private static boolean holds(Hours hours, LocalDateTime local) {
        int minute = 60 * local.getHour() + local.getMinute();
        return minute >= hours.from() && minute < hours.to();
    }

    private WeekHours hours() {
        if (random.nextInt(4) == 0) {
            return WeekHours.ALWAYS;
        }
        Map<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Hours> hours = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                hours.add(someHours());
            }
            days.put(day, hours);
        }
        return WeekHours.of(days);
    }

    private Hours someHours() {
        int from = random.nextInt(Hours.MIDNIGHT);
        return new Hours(from, from + 1 + random.nextInt(Hours.MIDNIGHT - from));
    }

    private List<ClosedDays> closures() {
        List<ClosedDays> closures = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            LocalDate first = FIRST.plusDays(random.nextInt(DAYS));
            String goods = random.nextInt(3) == 0 ? "FRUIT" : null;
            int side = random.nextInt(3);
            closures.add(new ClosedDays(first, first.plusDays(random.nextInt(3)), side != 0, side != 1, goods, null));
        }
        return closures;
    }

    private StatusChange change() {
        Instant time = at(random.nextInt(DAYS * 24) * 60 + (random.nextBoolean() ? 0 : random.nextInt(60)));
        Status status = Trucks.any(random, Status.values());
        Side side = random.nextBoolean() ? null : Trucks.any(random, Side.values());
        String goods = random.nextInt(4) == 0 ? "FRUIT" : null;
        Hours own = someHours();
        String hours = random.nextInt(3) > 0 ? null : clock(own.from()) + "-" + clock(own.to());
        return new StatusChange(time, at(changes.size()), status, side, goods, hours, null);
    }

    private static String clock(int minute) {
        return String.format(java.util.Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }
}
