package io.bordergate.domain.gate;

import static io.bordergate.domain.gate.OpeningStory.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.site.Days;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of the day, by example: section 6 of docs/gates.md. The third of May ends at 20:00 in Vietnam. */
class DailyTableTest {
    private static final Days DAYS = new Days(OpeningStory.ZONE, Days.USUAL_END);
    private static final LocalDate THIRD = LocalDate.of(2026, 5, 3);

    private final GateTrucks trucks = new GateTrucks();

    private DailyTable third() {
        return DailyTable.of(trucks, DAYS, THIRD);
    }

    private String next() {
        return "trip-" + trucks.size();
    }

    @Test
    void countsWhoCameAndWhoWent() {
        trucks.put(Trucks.waiting(next(), at("02 20:01")));
        trucks.put(Trucks.movedIn(Trucks.waiting(next(), at("03 08:00"))));
        trucks.put(Trucks.cleared(next(), at("03 08:00"), at("03 20:00")));
        trucks.put(Trucks.of(
                Trucks.cleared(next(), at("02 19:00"), at("03 09:00")), Side.EXPORT, Category.OTHER_PERISHABLE));
        trucks.put(Trucks.goneUncleared(next(), at("03 08:00"), at("03 10:00"), false));
        trucks.put(Trucks.goneUncleared(next(), at("03 08:00"), at("03 10:00"), true));

        assertThat(third()).isEqualTo(new DailyTable(THIRD, 1, 1, 0, 0, 1, 1, 1, 4, 2, 2, 0, 0, 1));
    }

    @Test
    void aDayBeginsAfterTheEndOfTheDayBeforeAndEndsWithItsOwn() {
        trucks.put(Trucks.waiting(next(), at("02 20:00")));
        trucks.put(Trucks.waiting(next(), at("03 20:00")));
        trucks.put(Trucks.cleared(next(), at("02 08:00"), at("02 20:00")));
        trucks.put(Trucks.waiting(next(), at("03 20:01")));

        assertThat(third())
                .returns(1, DailyTable::arrived)
                .returns(0, DailyTable::exportedFruit)
                .returns(2, DailyTable::stock)
                .returns(1, DailyTable::change);
    }

    @Test
    void stockIsOfThoseWhoWaitAtTheEnd() {
        for (Category category : Category.values()) {
            trucks.put(Trucks.of(Trucks.waiting(next(), at("01 08:00")), Side.EXPORT, category));
            trucks.put(Trucks.of(Trucks.cleared(next(), at("01 08:00"), at("04 08:00")), Side.EXPORT, category));
        }

        assertThat(third())
                .returns(10, DailyTable::stock)
                .returns(2, DailyTable::stockFruit)
                .returns(6, DailyTable::stockOther)
                .returns(2, DailyTable::stockUndeclared)
                .returns(0, DailyTable::change);
    }

    @Test
    void ofImportsOnlyTheClearedAreCounted() {
        trucks.put(Trucks.of(Trucks.cleared(next(), at("03 08:00"), at("03 09:00")), Side.IMPORT, Category.FRUIT));
        trucks.put(Trucks.of(Trucks.cleared(next(), at("03 08:00"), at("03 09:00")), Side.IMPORT, Category.OTHER));
        trucks.put(
                Trucks.of(Trucks.cleared(next(), at("03 08:00"), at("03 09:00")), Side.IMPORT, Category.NEW_VEHICLE));
        trucks.put(Trucks.of(Trucks.waiting(next(), at("03 08:00")), Side.IMPORT, Category.OTHER));
        trucks.put(Trucks.of(
                Trucks.goneUncleared(next(), at("03 08:00"), at("03 09:00"), false), Side.IMPORT, Category.OTHER));

        assertThat(third()).isEqualTo(new DailyTable(THIRD, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void hasATableOfEachDay() {
        trucks.put(Trucks.cleared(next(), at("03 08:00"), at("04 09:00")));

        List<DailyTable> tables = DailyTable.of(trucks, DAYS, THIRD.minusDays(1), THIRD.plusDays(1));

        assertThat(tables).extracting(DailyTable::date).containsExactly(THIRD.minusDays(1), THIRD, THIRD.plusDays(1));
        assertThat(tables).extracting(DailyTable::stock).containsExactly(0, 1, 0);
        assertThat(tables).extracting(DailyTable::change).containsExactly(0, 1, -1);
    }
}
