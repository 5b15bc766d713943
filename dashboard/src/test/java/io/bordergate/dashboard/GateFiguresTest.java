package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;
import static io.bordergate.dashboard.Boards.figure;
import static io.bordergate.dashboard.Gates.happening;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.dashboard.gate.GateLimits;
import io.bordergate.dashboard.gate.GateRecords;
import io.bordergate.dashboard.gate.Scope;
import io.bordergate.event.AlertEventKind;
import io.bordergate.event.CongestionCause;
import io.bordergate.event.CongestionLevel;
import io.bordergate.event.GateLoadChanged;
import io.bordergate.event.TradeDirection;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a gate stands, since when and why. */
class GateFiguresTest {
    private final GateBoard board = new GateBoard();

    @BeforeEach
    void putTheSite() {
        board.put(Boards.site());
    }

    @Test
    void a_gate_without_a_load_has_no_level() {
        assertThat(gate("north").level()).isNull();
        assertThat(gate("north").scopes()).isEmpty();
        assertThat(gate("north").load()).isNull();
    }

    @Test
    void a_normal_gate_has_no_reasons() {
        put(Gates.load("north", 40, CongestionLevel.NORMAL, NOON));

        assertThat(gate("north").level()).isEqualTo(CongestionLevel.NORMAL);
        assertThat(rendered("north")).isEqualTo("gate NORMAL | EXPORT NORMAL | IMPORT NORMAL");
    }

    @Test
    void a_level_is_explained_by_the_measures_that_hold_it_now() {
        put(Gates.load("north", 83, CongestionLevel.CONGESTED, NOON));

        assertThat(rendered("north")).startsWith("gate CONGESTED OCCUPANCY 0.83 of 0.8 |");
    }

    @Test
    void a_measure_holds_a_level_down_to_its_lower_threshold_and_no_further() {
        put(Gates.load("north", 70, CongestionLevel.CONGESTED, NOON));
        assertThat(rendered("north")).startsWith("gate CONGESTED OCCUPANCY 0.7 of 0.8 |");

        put(Gates.load("north", 69, CongestionLevel.CONGESTED, NOON.plusSeconds(60)));
        assertThat(rendered("north")).startsWith("gate CONGESTED |");
    }

    @Test
    void a_prediction_counts_one_level_less_and_says_when() {
        GateLoadChanged load = Gates.load("north", 40, CongestionLevel.BUSY, NOON);
        load.setForecast(Gates.forecast("north", 0.40, 0.88, NOON));
        put(load);

        Scope.Reason reason = gate("north").scopes().get(0).reasons().get(0);
        assertThat(reason.measure()).isEqualTo(CongestionCause.PREDICTION);
        assertThat(reason.value()).isEqualTo(0.88);
        assertThat(reason.threshold()).isEqualTo(0.80);
        assertThat(reason.holdsDownTo()).isEqualTo(0.70);
        // 0.40 + 0.005 a quarter hour reaches 0.80 with the 80th.
        assertThat(reason.expectedAt()).isEqualTo(NOON.plus(Duration.ofHours(20)));
    }

    @Test
    void a_side_is_explained_by_days_to_clear_and_the_gate_is_as_bad_as_its_worst_part() {
        GateLoadChanged load = Gates.load("north", 40, CongestionLevel.NORMAL, NOON);
        load.setSides(List.of(
                Gates.side(TradeDirection.EXPORT, CongestionLevel.CRITICAL, 330, 4.1),
                Gates.side(TradeDirection.IMPORT, CongestionLevel.NORMAL, 20, 0.2)));
        put(load);

        assertThat(gate("north").level()).isEqualTo(CongestionLevel.CRITICAL);
        assertThat(rendered("north"))
                .isEqualTo("gate NORMAL | EXPORT CRITICAL DAYS_TO_CLEAR 4.1 of 4.0 | IMPORT NORMAL");
    }

    @Test
    void a_backlog_of_which_nothing_is_cleared_is_a_reason_without_a_value() {
        GateLoadChanged load = Gates.load("north", 40, CongestionLevel.NORMAL, NOON);
        load.setSides(List.of(Gates.side(TradeDirection.EXPORT, CongestionLevel.CRITICAL, 330, null)));
        put(load);

        assertThat(rendered("north")).endsWith("EXPORT CRITICAL DAYS_TO_CLEAR null of 4.0");
    }

    @Test
    void the_site_file_sets_the_thresholds() {
        String limits = """
                "congestion": {"occupancy": {"busy": [0.3, 0.2], "congested": [0.5, 0.4], "critical": [0.9, 0.8]},
                "daysToClear": "off", "waitMinutes": {"busy": [60, 45], "congested": [120, 90], "critical": [240, 180]}},
                "name": "North\"""";
        board.put(SiteReading.parse(Boards.siteFile().replace("\"name\": \"North\"", limits)));
        GateLoadChanged load = Gates.load("north", 55, CongestionLevel.CONGESTED, NOON);
        load.setSides(List.of(Gates.side(TradeDirection.EXPORT, CongestionLevel.BUSY, 30, 9.0)));
        put(load);

        assertThat(gate("north").limits().daysToClear()).isNull();
        assertThat(gate("south").limits()).isEqualTo(GateLimits.DEFAULT);
        assertThat(rendered("north")).isEqualTo("gate CONGESTED OCCUPANCY 0.55 of 0.5 | EXPORT BUSY WAIT 90.0 of 60.0");
    }

    @Test
    void the_open_alert_says_since_when_and_who_has_seen_it() {
        put(Gates.load("north", 83, CongestionLevel.CONGESTED, NOON.plus(Duration.ofHours(3))));
        board.put(GateRecords.alert(Gates.alert(
                "north",
                null,
                happening(AlertEventKind.OPENED, CongestionLevel.BUSY, 0),
                happening(AlertEventKind.ESCALATED, CongestionLevel.CONGESTED, 1),
                happening(AlertEventKind.ACKNOWLEDGED, CongestionLevel.CONGESTED, 2))));

        Scope scope = gate("north").scopes().get(0);
        assertThat(scope.openedAt()).isEqualTo(NOON);
        assertThat(scope.since()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        assertThat(scope.acknowledgedBy()).isEqualTo("shift 2");
        assertThat(gate("north").scopes().get(1).alertId()).isNull();
        assertThat(gate("south").scopes()).isEmpty();
    }

    @Test
    void an_alert_that_has_not_caught_up_with_the_level_does_not_say_since_when() {
        put(Gates.load("north", 96, CongestionLevel.CRITICAL, NOON));
        board.put(GateRecords.alert(
                Gates.alert("north", null, happening(AlertEventKind.OPENED, CongestionLevel.BUSY, 0))));

        assertThat(gate("north").scopes().get(0).since()).isNull();
        assertThat(gate("north").scopes().get(0).openedAt()).isEqualTo(NOON);
    }

    @Test
    void a_resolved_alert_says_nothing_of_now() {
        put(Gates.load("north", 40, CongestionLevel.NORMAL, NOON));
        board.put(GateRecords.alert(Gates.alert(
                "north",
                null,
                happening(AlertEventKind.OPENED, CongestionLevel.BUSY, 0),
                happening(AlertEventKind.RESOLVED, CongestionLevel.NORMAL, 1))));

        assertThat(gate("north").scopes().get(0).alertId()).isNull();
    }

    @Test
    void a_load_is_as_old_as_the_newest_figure_is_newer() {
        put(Gates.load("north", 40, CongestionLevel.NORMAL, NOON));
        board.put(figure("a", 1, 0, NOON.plusSeconds(301)));

        assertThat(gate("north").loadAge()).isEqualTo(new Age(NOON, 301, true));
        put(Gates.load("north", 40, CongestionLevel.NORMAL, NOON.plusSeconds(420)));
        assertThat(board.view().boardTime()).isEqualTo(NOON.plusSeconds(420));
        assertThat(gate("north").loadAge().stale()).isFalse();
    }

    @Test
    void a_gate_that_the_site_does_not_name_is_shown_by_its_id() {
        put(Gates.load("old-gate", 40, CongestionLevel.BUSY, NOON));

        assertThat(gate("old-gate").name()).isEqualTo("old-gate");
        board.removeLoad("old-gate");
        assertThat(board.view().gates()).noneMatch(gate -> "old-gate".equals(gate.id()));
    }

    private void put(GateLoadChanged load) {
        board.put(GateRecords.load(load));
    }

    private GateView gate(String id) {
        return board.view().gates().stream()
                .filter(gate -> id.equals(gate.id()))
                .findFirst()
                .orElseThrow();
    }

    private String rendered(String gate) {
        return gate(gate).scopes().stream().map(GateFiguresTest::scope).collect(Collectors.joining(" | "));
    }

    private static String scope(Scope scope) {
        String reasons = scope.reasons().stream()
                .map(reason -> " " + reason.measure() + " " + reason.value() + " of " + reason.threshold())
                .collect(Collectors.joining(","));
        return (scope.direction() == null ? "gate" : scope.direction()) + " " + scope.level() + reasons;
    }
}
