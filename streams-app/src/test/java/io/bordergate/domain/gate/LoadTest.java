package io.bordergate.domain.gate;

import static io.bordergate.domain.gate.OpeningStory.at;
import static io.bordergate.domain.gate.Side.EXPORT;
import static io.bordergate.domain.gate.Side.IMPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.bordergate.domain.declaration.Channel;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a gate stands, by example: section 4 of docs/gates.md. Times are Vietnam's. */
class LoadTest {
    private final GateTrucks trucks = new GateTrucks();
    private final OpeningStory opening = new OpeningStory();

    private Load loadAt(String time) {
        return Load.of(EXPORT, trucks, opening.opening(), at(time), Duration.ZERO);
    }

    private void cleared(String arrived, String cleared) {
        trucks.put(Trucks.cleared("trip-" + trucks.size(), at(arrived), at(cleared)));
    }

    private void waits(String arrived) {
        trucks.put(Trucks.waiting("trip-" + trucks.size(), at(arrived)));
    }

    @Test
    void anEmptyGateHasNoneOfWhatCannotBeSaid() {
        Load load = loadAt("03 12:00");

        assertThat(load.backlog().trucks()).isZero();
        assertThat(load.serviceRate()).isZero();
        assertThat(load.daysToClear()).isZero();
        assertThat(load.actualWait()).isNull();
        assertThat(load.currentWait()).isNull();
        assertThat(load.coverage()).isNull();
        assertThat(load.isConfident()).isTrue();
        assertThat(load.measures()).containsExactly(entry(Measure.DAYS_TO_CLEAR, 0.0));
    }

    @Test
    void countsWhoWaits() {
        waits("03 08:00");
        trucks.put(Trucks.of(Trucks.silent(Trucks.waiting("a", at("03 09:00"))), EXPORT, Category.OTHER));
        trucks.put(Trucks.of(Trucks.waiting("b", at("03 09:00")), IMPORT, Category.OTHER));
        trucks.put(Trucks.waiting("c", at("03 12:01")));
        cleared("03 10:00", "03 12:00");
        cleared("03 10:00", "03 12:01");

        Backlog backlog = loadAt("03 12:00").backlog();

        assertThat(backlog.trucks()).isEqualTo(3);
        assertThat(backlog.byCategory())
                .containsEntry(Category.FRUIT, 2)
                .containsEntry(Category.OTHER, 1)
                .containsEntry(Category.UNDECLARED, 0);
        assertThat(backlog.byChannel()).isEqualTo(Map.of(Channel.GREEN, 2, Channel.YELLOW, 0, Channel.RED, 0));
        assertThat(backlog.refrigerated()).isEqualTo(3);
        assertThat(backlog.live()).isEqualTo(1);
    }

    @Test
    void countsInWindowsThatEndNow() {
        cleared("02 12:00", "03 11:00");
        cleared("02 12:01", "03 11:01");
        cleared("03 11:45", "03 11:45");
        cleared("03 11:46", "03 12:00");
        waits("03 12:00");

        Load load = loadAt("03 12:00");

        assertThat(load.arrivals()).isEqualTo(new Recent(2, 3, 4));
        assertThat(load.crossings()).isEqualTo(new Recent(1, 3, 4));
    }

    @Test
    void theServiceRateIsCountedWhileTheGateIsOpen() {
        opening.hours("07:00-18:00");
        cleared("03 09:00", "03 16:00");
        cleared("03 09:00", "03 16:01");
        cleared("03 09:00", "03 18:00");
        cleared("03 09:00", "04 07:30");

        assertThat(loadAt("04 08:00").serviceRate()).isEqualTo(1.0);
        assertThat(loadAt("03 18:00").serviceRate()).isCloseTo(1.0, within(1e-9));
    }

    @Test
    void theServiceRateOfAGateThatWasNotOpenIsNone() {
        opening.says(Status.CLOSED, "03 12:00");
        cleared("03 09:00", "03 11:00");

        assertThat(loadAt("10 11:00").serviceRate()).isEqualTo(0.0);
        assertThat(loadAt("10 12:00").serviceRate()).isNull();
        assertThat(loadAt("10 12:00").clearedADay()).isEqualTo(1);
    }

    @Test
    void daysToClearIsTheBacklogByWhatIsClearedADay() {
        waits("03 08:00");
        waits("03 08:00");
        waits("03 08:00");
        assertThat(loadAt("03 12:00").daysToClear()).isNull();
        assertThat(loadAt("03 12:00").measures()).containsEntry(Measure.DAYS_TO_CLEAR, Double.POSITIVE_INFINITY);

        cleared("03 08:00", "03 11:00");
        cleared("03 08:00", "03 11:30");

        assertThat(loadAt("03 12:00").daysToClear()).isEqualTo(1.5);
        assertThat(loadAt("03 12:00").clearedADay()).isEqualTo(2);
    }

    @Test
    void aClosedGateIsJudgedByItsLastOpenDay() {
        opening.says(Status.CLOSED, "03 12:00");
        waits("03 08:00");
        cleared("02 08:00", "02 12:00");
        cleared("03 08:00", "03 11:00");

        Load load = loadAt("08 12:00");

        assertThat(load.clearedADay()).isEqualTo(1);
        assertThat(load.daysToClear()).isEqualTo(1.0);
        assertThat(load.actualWait().median())
                .isBetween(Duration.ofHours(3), Duration.ofHours(3).plusSeconds(10));
    }

    @Test
    void waitsAreOfThoseWhoWereClearedAndOfThoseWhoWait() {
        cleared("03 08:00", "03 08:10");
        cleared("03 08:00", "03 08:20");
        cleared("03 08:00", "03 08:30");
        trucks.put(Trucks.goneUncleared("turned", at("03 08:00"), at("03 11:00"), false));
        waits("03 11:50");

        Load load = loadAt("03 12:00");

        assertThat(load.actualWait()).isEqualTo(new Waits(Duration.ofMinutes(20), Duration.ofMinutes(30)));
        assertThat(load.currentWait()).isEqualTo(new Waits(Duration.ofMinutes(10), Duration.ofMinutes(10)));
        assertThat(load.measures()).containsEntry(Measure.WAIT, 10.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 19, 20, 21, 39, 40, 41, 100, 101, 999, 1_000})
    void percentilesAreByNearestRank(int n) {
        var histogram = new WaitHistogram();
        for (int second = 1; second <= n; second++) {
            histogram.add(Duration.ofSeconds(second).plusMillis(999));
        }

        Waits waits = histogram.waits();

        assertThat(waits.median().toSeconds()).isEqualTo((n + 1) / 2);
        assertThat(waits.p95().toSeconds()).isEqualTo((95L * n + 99) / 100);
    }

    @Test
    void longWaitsAreExactToAThousandth() {
        var histogram = new WaitHistogram();
        histogram.add(Duration.ofDays(30).plusSeconds(17));

        assertThat(histogram.waits().median())
                .isBetween(
                        Duration.ofDays(30).plusSeconds(17), Duration.ofDays(30).plusSeconds(17 + 2_592));
    }

    @Test
    void aFewSilentTrackersAreNoDoubt() {
        for (int i = 0; i < 9; i++) {
            trucks.put(Trucks.silent(Trucks.waiting("silent-" + i, at("03 08:00"))));
        }
        assertThat(loadAt("03 12:00").isConfident()).isTrue();

        waits("03 08:00");
        assertThat(loadAt("03 12:00").coverage()).isEqualTo(0.1);
        assertThat(loadAt("03 12:00").isConfident()).isFalse();
    }

    @Test
    void halfOfTheTrackersAreEnough() {
        for (int i = 0; i < 5; i++) {
            waits("03 08:00");
            trucks.put(Trucks.silent(Trucks.waiting("silent-" + i, at("03 08:00"))));
        }

        assertThat(loadAt("03 12:00").coverage()).isEqualTo(0.5);
        assertThat(loadAt("03 12:00").isConfident()).isTrue();
    }

    @Test
    void oldInputIsDoubt() {
        Opening open = opening.opening();

        assertThat(Load.of(EXPORT, trucks, open, at("03 12:00"), Duration.ofMinutes(15))
                        .isConfident())
                .isTrue();
        assertThat(Load.of(
                                EXPORT,
                                trucks,
                                open,
                                at("03 12:00"),
                                Duration.ofMinutes(15).plusMillis(1))
                        .isConfident())
                .isFalse();
    }

    @Test
    void aClosedGateIsNoRelief() {
        opening.says(Status.CLOSED, "03 10:00");
        assertThat(loadAt("03 12:00").isConfident()).as("nobody waits").isTrue();

        waits("03 08:00");
        assertThat(loadAt("03 12:00").isConfident()).isFalse();
        assertThat(loadAt("03 12:00").open()).isFalse();
    }

    @Test
    void showsWhatIsReducedAndSuspended() {
        opening.says(Status.REDUCED, "03 10:00").says(Status.CLOSED, "03 11:00", null, "FRUIT");

        assertThat(loadAt("03 12:00"))
                .returns(true, Load::open)
                .returns(true, Load::reduced)
                .returns(java.util.Set.of("FRUIT"), Load::suspended);
    }
}
