package io.bordergate.domain.gate;

import static io.bordergate.domain.gate.OpeningStory.at;
import static io.bordergate.domain.gate.Side.EXPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bordergate.domain.gate.forecast.ExpectedArrivals;
import io.bordergate.domain.gate.forecast.Forecaster;
import io.bordergate.domain.site.CongestionLimits;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Forecasts of a day on which fewer trucks come than on those before. The watch begins on the 1st at 08:00, and it is noon of the
 * 4th. Each day 12 trucks came at 16:10.
 */
class FewerTodayTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    private final GateTrucks trucks = new GateTrucks();
    private final OpeningStory opening = new OpeningStory();
    private int number;

    @Test
    void asManyFewerAreExpectedInTheRestOfToday() {
        afternoons();
        came(59, "02 06:10");
        announcedAndCame("02 06:05", "02 06:30", "02 06:10");
        came(60, "03 06:10");
        came(18, "04 06:10");
        announcedAndCame("04 06:05", "04 06:30", "04 06:10");

        // The morning of the 1st was not seen. 60 - 19 is more than two deviations, 2 sqrt(2 (60 + 1 + 36)) = 27.9.
        assertThat(expected("04 12:00", 6).trucks()).isEqualTo(12 * 20.0 / 61, CLOSE);
        // Tomorrow may be another day: 19, 60 and 60 came until noon of those before.
        assertThat(expected("04 12:00", 24).trucks()).isEqualTo(12 * 20.0 / 61 + 139.0 / 3, CLOSE);
    }

    @Test
    void theBandIsThatOfTheFewerTrucks() {
        afternoons();
        came(60, "02 06:10");
        came(60, "03 06:10");
        came(19, "04 06:10");

        double trucks = 12 * 20.0 / 61;
        double variance = trucks * 4 / 3 + Math.pow(0.2 * trucks, 2) * 4 / 3;
        assertThat(expected("04 12:00", 6).high() - trucks).isEqualTo(1.2816 * Math.sqrt(variance), CLOSE);
    }

    @Test
    void aFewMoreOrLessAreChance() {
        afternoons();
        came(60, "02 06:10");
        came(60, "03 06:10");
        came(33, "04 06:10");

        // 27 fewer; one more would be too many.
        assertThat(expected("04 12:00", 6).trucks()).isEqualTo(12, CLOSE);
        trucks.remove("came-" + (number - 1));
        assertThat(expected("04 12:00", 6).trucks()).isEqualTo(12 * 33.0 / 61, CLOSE);
    }

    @Test
    void manyMoreChangeNothing() {
        afternoons();
        came(60, "02 06:10");
        came(60, "03 06:10");
        came(180, "04 06:10");

        assertThat(expected("04 12:00", 6).trucks()).isEqualTo(12, CLOSE);
    }

    @Test
    void aClosedDayIsHeldAgainstClosedDays() {
        opening.says(Status.CLOSED, "02 00:00").says(Status.OPEN, "03 00:00").says(Status.CLOSED, "04 00:00");
        afternoons();
        came(3, "02 06:10");
        came(60, "03 06:10");

        assertThat(expected("04 12:00", 6).trucks()).isEqualTo(12, CLOSE);
    }

    @Test
    void aDayThatIsLikeNoneBeforeIsHeldAgainstAll() {
        opening.says(Status.CLOSED, "04 00:00");
        afternoons();
        came(60, "02 06:10");
        came(60, "03 06:10");

        assertThat(expected("04 12:00", 6).trucks()).isEqualTo(12.0 / 61, CLOSE);
    }

    @Test
    void theDayBeginsAtMidnight() {
        came(60, "02 23:50");
        came(40, "03 00:05");
        came(40, "02 00:05");

        // At midnight nothing is known of the 4th, however few came on the evening of the 3rd.
        assertThat(expected("04 00:00", 24).trucks()).isEqualTo(40 + 30, CLOSE);
        // At 00:15 it is, of the quarter hour in which 40 should have come.
        assertThat(expected("04 00:15", 12).trucks()).isZero();
        assertThat(expected("04 00:15", 24).trucks()).isEqualTo(30.0 / 41 + 20, CLOSE);
    }

    private void afternoons() {
        came(12, "01 16:10");
        came(12, "02 16:10");
        came(12, "03 16:10");
    }

    private ExpectedArrivals expected(String now, int hours) {
        Load load = Load.of(EXPORT, trucks, opening.opening(), at(now), Duration.ZERO);
        return new Forecaster(trucks, new ExpectedTrucks(), opening.opening(), CongestionLimits.DEFAULT.occupancy())
                .forecast(at(now), at("01 08:00"), Map.of(EXPORT, load), 0, 10).sides().get(EXPORT).arrivals().stream()
                        .filter(each -> each.hours() == hours)
                        .findFirst()
                        .orElseThrow();
    }

    private void came(int count, String arrived) {
        for (int i = 0; i < count; i++) {
            trucks.put(Trucks.cleared("came-" + number++, at(arrived), at(arrived)));
        }
    }

    private void announcedAndCame(String declared, String planned, String arrived) {
        GateTruck truck = Trucks.cleared("came-" + number++, at(arrived), at(arrived));
        trucks.put(Trucks.announced(truck, at(declared), at(planned)));
    }
}
