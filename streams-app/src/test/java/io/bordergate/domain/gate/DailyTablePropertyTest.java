package io.bordergate.domain.gate;

import static io.bordergate.domain.gate.OpeningStory.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.site.Days;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over random trucks, put, corrected and withdrawn: the stock is that of the day before, with who came, without who went. */
class DailyTablePropertyTest {
    private static final Days DAYS = new Days(OpeningStory.ZONE, Days.USUAL_END);
    private static final LocalDate FIRST = LocalDate.of(2026, 5, 1);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theTablesAddUp(long seed) {
        var random = new Random(seed);
        var trucks = new GateTrucks();
        for (int round = 0; round < 30; round++) {
            for (int i = 0; i < 50; i++) {
                trucks.put(Trucks.random(random, 400, at("01 00:00"), Duration.ofDays(6)));
                if (random.nextInt(5) == 0) {
                    trucks.remove("trip-" + random.nextInt(400));
                }
            }
            check(DailyTable.of(trucks, DAYS, FIRST, FIRST.plusDays(11)));
        }
    }

    private static void check(List<DailyTable> tables) {
        int before = 0;
        for (DailyTable day : tables) {
            int exported = day.exportedFruit() + day.exportedOther();
            int came = day.arrived() + day.movedIn();
            assertThat(day.stock()).isEqualTo(before + came - exported - day.movedOut() - day.turnedBack());
            assertThat(day.stock()).isEqualTo(day.stockFruit() + day.stockOther() + day.stockUndeclared());
            assertThat(day.change()).isEqualTo(day.stock() - before);
            before = day.stock();
        }
        assertThat(before).as("not all have left").isPositive();
    }
}
