package io.bordergate.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SiteReadingTest {

    @Test
    void of_two_yards_with_one_outline_one_is_the_part_of_the_other() {
        SiteMap site = read(Boards.yard("x", "g", "X", "X", "1", 0, 4), Boards.yard("y", "g", "Y", "Y", "1", 0, 4));

        assertThat(site.yards().get("x").within()).isNull();
        assertThat(site.yards().get("y").within()).isEqualTo("x");
    }

    @Test
    void three_yards_in_one_another_form_a_chain_in_any_order() {
        SiteMap site = read(
                Boards.yard("small", "g", "S", "S", "1", 3, 4),
                Boards.yard("large", "g", "L", "L", "1", 0, 9),
                Boards.yard("middle", "g", "M", "M", "1", 2, 5));

        assertThat(site.yards().get("small").within()).isEqualTo("middle");
        assertThat(site.yards().get("middle").within()).isEqualTo("large");
        assertThat(site.yards().get("large").within()).isNull();
    }

    @Test
    void three_yards_with_one_outline_form_no_circle() {
        SiteMap site = read(
                Boards.yard("x", "g", "X", "X", "1", 0, 4),
                Boards.yard("y", "g", "Y", "Y", "1", 0, 4),
                Boards.yard("z", "g", "Z", "Z", "1", 0, 4));

        assertThat(site.yards().get("z").within()).isEqualTo("y");
        assertThat(site.yards().get("y").within()).isEqualTo("x");
        assertThat(site.yards().get("x").within()).isNull();
    }

    @Test
    void yards_of_different_gates_and_yards_that_only_overlap_are_not_nested() {
        SiteMap site = read(
                Boards.yard("x", "g", "X", "X", "1", 0, 9),
                Boards.yard("other-gate", "h", "Y", "Y", "1", 2, 4),
                Boards.yard("overlapping", "g", "Z", "Z", "1", 5, 12));

        assertThat(site.yards().get("other-gate").within()).isNull();
        assertThat(site.yards().get("overlapping").within()).isNull();
    }

    @Test
    void a_broken_outline_costs_the_nesting_and_nothing_else() {
        String yard = Boards.yard("x", "g", "X", "X", "7", 0, 9).replaceFirst("\\[0, 0\\],", "");

        assertThat(read(yard).yards().get("x").capacity()).isEqualTo(7);
    }

    @Test
    void a_time_zone_that_does_not_exist_is_replaced_for_the_browser_would_stumble() {
        assertThat(SiteReading.parse("{\"timeZone\": \"Mars/Base\", \"features\": []}")
                        .timeZone())
                .isEqualTo(SiteMap.DEFAULT_ZONE);
    }

    @Test
    void what_is_no_site_file_is_refused_in_one_line() {
        assertThatThrownBy(() -> SiteReading.parse("{"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("site file is not JSON: ");
        assertThatThrownBy(() -> SiteReading.parse("[]")).hasMessage("site file has no array 'features'");
    }

    private static SiteMap read(String... features) {
        return SiteReading.parse("{\"features\": [" + String.join(",", features) + "]}");
    }
}
