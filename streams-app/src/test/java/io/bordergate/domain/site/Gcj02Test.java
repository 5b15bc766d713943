package io.bordergate.domain.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The way back from the shifted datum, against the public forward formula and the shifts known on the ground. */
class Gcj02Test {
    @Test
    void findsTheWayBackWithinAMetreAllOverChinaAndTheBorder() {
        double worst = 0;
        for (double lat = 18; lat <= 53; lat += 0.7) {
            for (double lon = 74; lon <= 134; lon += 0.9) {
                worst = Math.max(worst, errorAt(lat, lon));
            }
        }
        for (double lat = 20.5; lat <= 23.5; lat += 0.05) {
            for (double lon = 102; lon <= 108.5; lon += 0.05) {
                worst = Math.max(worst, errorAt(lat, lon));
            }
        }

        assertThat(worst).isLessThan(0.01);
    }

    @Test
    void shiftsHanoiBy441Metres() {
        double[] there = Gcj02.toGcj02(21.0285, 105.8542);

        assertThat(metres(21.0285, 105.8542, there[0], there[1])).isCloseTo(441, within(5.0));
    }

    @Test
    void shiftsHuuNghi311MetresSouthAnd365MetresEast() {
        double[] there = Gcj02.toGcj02(21.97062, 106.71112);

        assertThat(north(there[0] - 21.97062)).isCloseTo(-311, within(2.0));
        assertThat(east(there[1] - 106.71112, 21.97062)).isCloseTo(365, within(2.0));
        assertThat(metres(21.97062, 106.71112, there[0], there[1])).isCloseTo(480, within(2.0));
    }

    @Test
    void keepsWhatIsNoNumber() {
        assertThat(Gcj02.toWgs84(Double.NaN, 106)[0]).isNaN();
        assertThat(Gcj02.toWgs84(21, Double.POSITIVE_INFINITY)[1]).isNotFinite();
    }

    private static double errorAt(double lat, double lon) {
        double[] there = Gcj02.toGcj02(lat, lon);
        double[] back = Gcj02.toWgs84(there[0], there[1]);
        return metres(lat, lon, back[0], back[1]);
    }

    private static double metres(double lat1, double lon1, double lat2, double lon2) {
        return Math.hypot(north(lat2 - lat1), east(lon2 - lon1, lat1));
    }

    private static double north(double degrees) {
        return Math.toRadians(degrees) * 6_371_008.8;
    }

    private static double east(double degrees, double latitude) {
        return north(degrees) * Math.cos(Math.toRadians(latitude));
    }
}
