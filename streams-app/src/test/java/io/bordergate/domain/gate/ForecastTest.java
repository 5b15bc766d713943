package io.bordergate.domain.gate;

import static io.bordergate.domain.gate.OpeningStory.at;
import static io.bordergate.domain.gate.Side.EXPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bordergate.domain.gate.forecast.ExpectedArrivals;
import io.bordergate.domain.gate.forecast.Forecaster;
import io.bordergate.domain.gate.forecast.GateForecast;
import io.bordergate.domain.site.CongestionLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Forecasts of a gate of which each figure can be worked out by hand. */
class ForecastTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    private final GateTrucks trucks = new GateTrucks();
    private final ExpectedTrucks expected = new ExpectedTrucks();
    private OpeningStory opening = new OpeningStory();
    private String since = "01 00:00";
    private int inYards;
    private int number;

    @Test
    void inTheFirstHourThereIsNone() {
        since = "04 08:01";
        assertThat(forecast("04 09:00")).isNull();
        since = "04 08:00";
        assertThat(forecast("04 09:00")).isNotNull();
    }

    @Test
    void aDeclaredTruckComesAsPlannedAndAsLateAsIsUsual() {
        announce("04 06:00", "04 09:00");

        // Of the delays -60, -15, 0, 30 and 120 minutes two have passed; it has not come by them. 19 of 20 come.
        GateForecast forecast = forecast("04 08:50");
        double notYet = 1 - 0.95 * 0.4;
        assertThat(arrivals(forecast, 1).trucks()).isEqualTo(0.95 * 0.4 / notYet, CLOSE);
        assertThat(arrivals(forecast, 3).trucks()).isEqualTo(0.95 * 0.6 / notYet, CLOSE);
        assertThat(forecast.sides().get(EXPORT).expectedTrucks()).isEqualTo(1);
    }

    @Test
    void whoIsLongOverdueIsNotExpectedForEver() {
        announce("04 06:00", "04 06:30");

        assertThat(arrivals(forecast("04 09:00"), 24).trucks()).isZero();
    }

    @Test
    void theTrucksThatCameTeachHowLateTheOthersAre() {
        for (int i = 0; i < 95; i++) {
            cleared("02 06:00", "02 09:00", "02 09:45");
        }
        announce("04 06:00", "04 09:00");

        // 95 of 100 delays are 45 minutes; 19 + 95 of 20 + 95 came.
        double share = 114.0 / 115;
        double passed = share * 0.03;
        assertThat(arrivals(forecast("04 09:00"), 1).trucks()).isEqualTo((share * 0.99 - passed) / (1 - passed), CLOSE);
    }

    @Test
    void whoNeverCameMakesTheOthersLessLikely() {
        for (int i = 0; i < 10; i++) {
            coming("01 06:00", "02 09:00", null, null, true);
        }
        announce("04 06:00", "04 12:00");

        assertThat(arrivals(forecast("04 09:00"), 24).trucks()).isEqualTo(19.0 / 30, CLOSE);
    }

    @Test
    void whereATruckIsSaysMoreThanItsPlan() {
        coming("04 06:00", "04 20:00", "04 09:00", "04 10:00", false);

        // Of the nine factors of the hour's way six are 1.05 or less.
        GateForecast forecast = forecast("04 09:00");
        assertThat(arrivals(forecast, 1).trucks()).isEqualTo(5.0 / 9, CLOSE);
        assertThat(arrivals(forecast, 3).trucks()).isEqualTo(1, CLOSE);
    }

    @Test
    void whoIsNotAnnouncedYetComesAsAtThisTimeOfTheDaysBefore() {
        cleared(null, null, "02 09:30");
        cleared(null, null, "03 09:10");
        cleared(null, null, "03 09:50");
        cleared("03 09:20", "03 10:00", "03 09:55");
        cleared("03 08:00", "03 10:00", "03 09:40");
        since = "01 08:00";

        // Two whole days; the last truck was announced already at this time of its day.
        assertThat(arrivals(forecast("03 23:45"), 24).trucks()).isPositive();
        ExpectedArrivals hour = arrivals(forecast("04 09:00"), 1);
        assertThat(hour.trucks()).isEqualTo(4.0 / 3, CLOSE);
        // By chance, and by a fifth from day to day; each more as three days only were seen.
        double variance = 4.0 / 3 * 4 / 3 + Math.pow(0.2 * 4 / 3, 2) * 4 / 3;
        assertThat(hour.high() - hour.trucks()).isEqualTo(1.2816 * Math.sqrt(variance), CLOSE);
        assertThat(hour.low()).isZero();
    }

    @Test
    void onAClosedDayTheyComeAsOnClosedDays() {
        since = "01 08:00";
        opening.says(Status.CLOSED, "02 00:00")
                .says(Status.OPEN, "03 00:00")
                .says(Status.CLOSED, "04 00:00")
                .says(Status.OPEN, "05 00:00");
        for (int i = 0; i < 9; i++) {
            cleared(null, null, "03 09:3" + i);
        }
        cleared(null, null, "02 09:30");

        // Of two days before one was closed like this one: one truck came on it.
        ExpectedArrivals closed = arrivals(forecast("04 09:00"), 1);
        assertThat(closed.trucks()).isEqualTo(1, CLOSE);
        assertThat(closed.high() - closed.trucks()).isEqualTo(1.2816 * Math.sqrt(2 + 0.04 * 2), CLOSE);
        // From midnight on it is open as on the third.
        assertThat(arrivals(forecast("04 12:00"), 24).trucks()).isEqualTo(9, CLOSE);
    }

    @Test
    void aDayThatIsLikeNoneBeforeIsAsTheAverage() {
        since = "01 08:00";
        opening.says(Status.CLOSED, "04 00:00");
        cleared(null, null, "02 09:30");
        cleared(null, null, "03 09:10");
        cleared(null, null, "03 09:50");

        // By how much it will be more or less than on other days nobody knows.
        ExpectedArrivals hour = arrivals(forecast("04 09:00"), 1);
        assertThat(hour.trucks()).isEqualTo(3.0 / 3, CLOSE);
        assertThat(hour.high() - hour.trucks()).isEqualTo(1.2816 * Math.sqrt(4.0 / 3 + 4.0 / 3), CLOSE);
    }

    @Test
    void onTheFirstDayTheyComeAsInTheLastHours() {
        since = "04 05:00";
        cleared(null, null, "04 05:10");
        cleared(null, null, "04 07:00");
        cleared("04 06:00", "04 09:00", "04 08:00");

        // Three hours from 06:00 on; the last truck was known of for two hours, so it says something of the hours after
        // that.
        GateForecast forecast = forecast("04 09:00");
        ExpectedArrivals hour = arrivals(forecast, 1);
        assertThat(hour.trucks()).isEqualTo(1.0 / 3, CLOSE);
        assertThat(hour.high() - hour.trucks()).isEqualTo(1.2816 * Math.sqrt(2.0 / 3 + 2.0 / 9), CLOSE);
        assertThat(arrivals(forecast, 6).trucks()).isEqualTo(6.0 / 3 + 4.0 / 3, CLOSE);
    }

    @Test
    void theQueueGrowsByNightAndIsServedByDay() {
        opening.hours("07:00-17:00");
        for (int i = 0; i < 20; i++) {
            cleared(null, null, "03 07:00", "03 10:00");
        }
        for (int i = 0; i < 5; i++) {
            trucks.put(Trucks.waiting("waits-" + i, at("03 16:00")));
        }
        inYards = 5;

        // 20 cleared in 10 open hours; 20 came at 07:00 and 5 at 16:00 of nobody's knowing, on one of two days.
        GateForecast forecast = forecast("03 20:00");
        var side = forecast.sides().get(EXPORT);
        assertThat(side.servicePerHour()).isEqualTo(2, CLOSE);
        assertThat(side.queue().get(10)).isEqualTo(5 + 20.0 / 2, CLOSE);
        assertThat(side.queue().get(15)).isEqualTo(5 + 20.0 / 2 - 10, CLOSE);
        assertThat(side.predictedWait().median()).isEqualTo(Duration.ofHours(11 + 3));
        assertThat(side.predictedWait().p95()).isEqualTo(Duration.ofHours(11 + 3));
        assertThat(forecast.occupancy().get(43)).isEqualTo(1.5, CLOSE);
        assertThat(forecast.greatestOccupancy()).isEqualTo(1.5, CLOSE);
        assertThat(forecast.toCongested()).isEqualTo(Duration.ofHours(11));
    }

    private GateForecast forecast(String now) {
        Map<Side, Load> loads = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            loads.put(side, Load.of(side, trucks, opening.opening(), at(now), Duration.ZERO));
        }
        return new Forecaster(trucks, expected, opening.opening(), CongestionLimits.DEFAULT.occupancy())
                .forecast(at(now), at(since), loads, inYards, 10);
    }

    private static ExpectedArrivals arrivals(GateForecast forecast, int hours) {
        return forecast.sides().get(EXPORT).arrivals().stream()
                .filter(each -> each.hours() == hours)
                .findFirst()
                .orElseThrow();
    }

    private void announce(String declared, String planned) {
        coming(declared, planned, null, null, false);
    }

    private void coming(String declared, String planned, String seen, String eta, boolean ended) {
        expected.put(new ExpectedTruck(
                "coming-" + number++,
                EXPORT,
                new Announcement(at(declared), at(planned)),
                seen == null ? null : at(seen),
                eta == null ? null : at(eta),
                ended));
    }

    private void cleared(String declared, String planned, String arrived) {
        cleared(declared, planned, arrived, arrived);
    }

    private void cleared(String declared, String planned, String arrived, String cleared) {
        Instant gone = at(cleared);
        GateTruck truck = Trucks.cleared("came-" + number++, at(arrived), gone);
        trucks.put(declared == null ? truck : Trucks.announced(truck, at(declared), at(planned)));
    }
}
