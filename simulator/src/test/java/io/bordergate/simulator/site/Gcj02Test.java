package io.bordergate.simulator.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

/** The shift of Chinese maps, against known places. */
class Gcj02Test {

    @Test
    void liesNorthEastOfTheTruthAtHuuNghi() {
        Point truth = new Point(106.71112, 21.97062);
        Point shifted = Gcj02.of(truth);

        assertThat(truth.northTo(shifted)).isCloseTo(-311, offset(5.0));
        assertThat(truth.eastTo(shifted)).isCloseTo(365, offset(5.0));
    }

    @Test
    void agreesWithAPublishedPairInBeijing() {
        Point shifted = Gcj02.of(new Point(116.404, 39.915));

        assertThat(shifted.lon()).isCloseTo(116.41024449916938, offset(1e-6));
        assertThat(shifted.lat()).isCloseTo(39.91640428150164, offset(1e-6));
    }
}
