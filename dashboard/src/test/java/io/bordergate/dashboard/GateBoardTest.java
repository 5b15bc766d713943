package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;
import static io.bordergate.dashboard.Boards.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.dashboard.YardView.Counting;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GateBoardTest {
    private final GateBoard board = new GateBoard();

    @Test
    void shows_gates_and_yards_in_the_order_of_the_site_file_with_both_names() {
        board.put(Boards.site());

        assertThat(rendered())
                .isEqualTo("North/Bắc[Yard A/Bãi A -, Yard B/Bãi B -, Yard C/Bãi C -, Park/Park -]"
                        + " | South/Nam[Yard D/Bãi D -]");
    }

    @Test
    void a_yard_without_a_figure_is_unknown_and_not_empty() {
        board.put(Boards.site());

        YardView yard = yard("a");
        assertThat(yard.confirmed()).isNull();
        assertThat(yard.ratio()).isNull();
        assertThat(yard.ageSeconds()).isNull();
        assertThat(yard.counting()).isEqualTo(Counting.NO_FIGURE);
        assertThat(gate("north").total()).isNull();
        assertThat(board.view().boardTime()).isNull();
    }

    @Test
    void ratio_counts_uncertain_trucks_and_may_pass_one() {
        board.put(Boards.site());
        board.put(figure("a", 60, 15, NOON));
        board.put(figure("c", 50, 5, NOON));

        assertThat(yard("a").ratio()).isEqualTo(0.75);
        assertThat(yard("c").ratio()).isEqualTo(1.1);
    }

    @Test
    void a_total_counts_each_truck_once_and_leaves_the_buffer_out() {
        board.put(Boards.site());
        board.put(figure("a", 60, 10, NOON));
        board.put(figure("b", 12, 3, NOON)); // The same trucks as some in a, which lies around it.
        board.put(figure("park", 200, 0, NOON));

        assertThat(gate("north").total()).isEqualTo(new YardTotal(60, 10, 100, 0.7, NOON, 0, false, 1, 1));
        assertThat(yard("b").within()).isEqualTo("a");
        assertThat(yard("b").counting()).isEqualTo(Counting.PART_OF_OTHER);
        assertThat(yard("park").counting()).isEqualTo(Counting.BUFFER);
    }

    @Test
    void an_inner_yard_without_a_figure_is_not_missing_from_the_total() {
        board.put(Boards.site());
        board.put(figure("a", 60, 10, NOON));
        board.put(figure("c", 1, 0, NOON));

        assertThat(yard("b").counting()).isEqualTo(Counting.PART_OF_OTHER);
        assertThat(gate("north").total().yardsWithoutFigure()).isZero();
    }

    @Test
    void the_inner_yard_counts_while_the_outer_has_no_figure() {
        board.put(Boards.site());
        board.put(figure("b", 12, 3, NOON));

        assertThat(gate("north").total()).isEqualTo(new YardTotal(12, 3, 20, 0.75, NOON, 0, false, 1, 2));
    }

    @Test
    void a_total_has_no_ratio_when_a_capacity_is_missing() {
        board.put(Boards.site());
        board.put(figure("d", 4, 1, NOON));

        assertThat(gate("south").total()).isEqualTo(new YardTotal(4, 1, null, null, NOON, 0, false, 1, 0));
    }

    @Test
    void ages_are_measured_against_the_newest_figure_and_not_against_the_clock() {
        Instant longAgo = Instant.parse("2021-12-16T13:00:00Z");
        board.put(Boards.site());
        board.put(figure("a", 1, 0, longAgo));
        board.put(figure("c", 1, 0, longAgo.minus(Age.STALE_AFTER)));
        board.put(figure("d", 1, 0, longAgo.minus(Age.STALE_AFTER).minusMillis(1)));

        assertThat(board.view().boardTime()).isEqualTo(longAgo);
        assertThat(yard("a").ageSeconds()).isZero();
        assertThat(yard("c").ageSeconds()).isEqualTo(Duration.ofMinutes(5).toSeconds());
        assertThat(yard("c").stale()).isFalse();
        assertThat(yard("d").stale()).isTrue();
    }

    @Test
    void a_total_is_as_old_as_its_oldest_figure() {
        board.put(Boards.site());
        board.put(figure("a", 1, 0, NOON.minusSeconds(301)));
        board.put(figure("c", 1, 0, NOON));

        assertThat(gate("north").total().asOf()).isEqualTo(NOON.minusSeconds(301));
        assertThat(gate("north").total().ageSeconds()).isEqualTo(301);
        assertThat(gate("north").total().stale()).isTrue();
    }

    @Test
    void the_newest_figure_counts_and_a_deleted_one_is_gone() {
        board.put(Boards.site());
        board.put(figure("a", 7, 0, NOON));
        board.put(figure("a", 8, 1, NOON.plusSeconds(1)));
        assertThat(yard("a").confirmed()).isEqualTo(8);

        board.removeYard("a");
        assertThat(yard("a").confirmed()).isNull();
    }

    @Test
    void a_yard_that_the_site_does_not_name_is_shown_but_in_no_total() {
        board.put(Boards.site());
        board.put(new YardFigure("old-yard", "north", 5, 0, 10, NOON));
        board.put(new YardFigure("nowhere", null, 1, 0, null, NOON));

        assertThat(yard("old-yard").counting()).isEqualTo(Counting.NOT_IN_SITE);
        assertThat(yard("old-yard").capacity()).isEqualTo(10);
        assertThat(gate("north").total()).isNull();
        assertThat(rendered()).endsWith("| null/null[nowhere/nowhere 1+0]");
    }

    @Test
    void figures_are_shown_before_the_site_file_comes() {
        board.put(new YardFigure("a", "north", 5, 2, 10, NOON));

        assertThat(rendered()).isEqualTo("north/north[a/a 5+2]");
    }

    @Test
    void a_site_that_changes_takes_effect_at_once() {
        board.put(Boards.site());
        board.put(figure("a", 50, 0, NOON));
        board.put(SiteReading.parse(Boards.siteFile().replace("\"capacity\": 100", "\"capacity\": 200")));

        assertThat(yard("a").ratio()).isEqualTo(0.25);
    }

    @Test
    void a_view_does_not_change_with_the_board() {
        board.put(Boards.site());
        board.put(figure("a", 50, 0, NOON));
        BoardView before = board.view();
        board.put(figure("a", 51, 0, NOON));

        assertThat(before.gates().get(0).yards().get(0).confirmed()).isEqualTo(50);
        assertThatThrownBy(() -> before.gates().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_figure_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> figure("a", -1, 0, NOON)).hasMessage("occupancy of 'a' is below zero");
        assertThatThrownBy(() -> figure(" ", 1, 0, NOON)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new YardFigure("a", null, 1, 0, 0, NOON))
                .hasMessage("capacity of 'a' is not above zero");
    }

    private GateView gate(String id) {
        return board.view().gates().stream()
                .filter(gate -> id.equals(gate.id()))
                .findFirst()
                .orElseThrow();
    }

    private YardView yard(String id) {
        return board.view().gates().stream()
                .flatMap(gate -> gate.yards().stream())
                .filter(yard -> yard.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String rendered() {
        return board.view().gates().stream()
                .map(gate -> gate.name() + "/" + gate.nameVi()
                        + gate.yards().stream()
                                .map(yard -> yard.name() + "/" + yard.nameVi() + " " + trucks(yard))
                                .collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(" | "));
    }

    private static String trucks(YardView yard) {
        return yard.confirmed() == null ? "-" : yard.confirmed() + "+" + yard.uncertain();
    }
}
