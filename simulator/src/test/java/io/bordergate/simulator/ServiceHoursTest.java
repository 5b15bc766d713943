package io.bordergate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.simulator.scenario.Direction;
import io.bordergate.simulator.scenario.GateChange;
import io.bordergate.simulator.scenario.GateChange.Status;
import io.bordergate.simulator.scenario.Opening.Hours;
import io.bordergate.simulator.scenario.Operation;
import io.bordergate.simulator.scenario.PerDay;
import io.bordergate.simulator.scenario.Scenario;
import io.bordergate.simulator.scenario.Service;
import io.bordergate.simulator.scenario.Service.Stock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The moments at which a service lets trucks go, day by day; 2 March 2026 is the first day. */
class ServiceHoursTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Hours DAY = hours("07:00", "17:00");
    private static final Service SERVICE = new Service(
            "tan-thanh", Direction.EXPORT, new PerDay(List.of(80, 7)), DAY, Integer.MAX_VALUE, new Stock(0, 1));
    private static final Dice DICE = Dice.of(3);

    @Test
    void aFullDayHasExactlySoManyEvenlyOverItsHours() {
        List<LocalTime> slots = slots(MONDAY);

        assertThat(slots).hasSize(80).isSorted().allMatch(DAY::include);
        for (int i = 0; i < 80; i++) {
            LocalTime begin = DAY.from().plusSeconds(i * 450L);
            assertThat(slots.get(i)).isBetween(begin, begin.plusSeconds(450));
        }
        assertThat(slots(MONDAY.plusDays(1))).hasSize(7);
        assertThat(slots(MONDAY.plusDays(9))).hasSize(7);
    }

    @Test
    void aReducedDayHasFewerAndAClosedOneNone() {
        GateChange reduced = change(Status.REDUCED, 0.5, "2026-03-02T00:00:00+07:00");
        GateChange closed = change(Status.CLOSED, 0, "2026-03-03T00:00:00+07:00");

        assertThat(slots(MONDAY, reduced, closed)).hasSize(40).allMatch(DAY::include);
        assertThat(slots(MONDAY.plusDays(1), reduced, closed)).isEmpty();
    }

    @Test
    void whatWasBeforeAChangeStaysAsItWas() {
        GateChange noon = change(Status.CLOSED, 0, "2026-03-02T12:00:00+07:00");

        assertThat(slots(MONDAY, noon)).hasSize(40).isEqualTo(slots(MONDAY).subList(0, 40));
    }

    @Test
    void otherHoursHoldAsManyTrucks() {
        GateChange late = new GateChange(
                "tan-thanh",
                Optional.of(Direction.EXPORT),
                Status.OPEN,
                time("2026-03-01T00:00:00+07:00"),
                time("2026-03-01T00:00:00+07:00"),
                1,
                Optional.of(hours("12:00", "20:00")),
                Optional.empty());

        assertThat(slots(MONDAY, late)).hasSize(80).allMatch(hours("12:00", "20:00")::include);
    }

    @Test
    void aChangeOfTheOtherSideDoesNotCount() {
        GateChange imports = new GateChange(
                "tan-thanh",
                Optional.of(Direction.IMPORT),
                Status.CLOSED,
                time("2026-03-01T00:00:00+07:00"),
                time("2026-03-01T00:00:00+07:00"),
                0,
                Optional.empty(),
                Optional.empty());

        assertThat(slots(MONDAY, imports)).isEqualTo(slots(MONDAY));
    }

    private static List<LocalTime> slots(LocalDate day, GateChange... changes) {
        Scenario scenario = SmallQueues.scenario(0).withOperation(new Operation(List.of(SERVICE), List.of(changes)));
        return new ServiceHours(scenario, SERVICE)
                .slots(day, DICE).stream()
                        .map(slot -> Instant.ofEpochMilli(slot).atOffset(ZoneOffset.ofHours(7)))
                        .peek(slot -> assertThat(slot.toLocalDate()).isEqualTo(day))
                        .map(OffsetDateTime::toLocalTime)
                        .toList();
    }

    private static GateChange change(Status status, double share, String from) {
        return new GateChange(
                "tan-thanh",
                Optional.empty(),
                status,
                time(from),
                time(from),
                share,
                Optional.empty(),
                Optional.empty());
    }

    private static Hours hours(String from, String to) {
        return new Hours(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
