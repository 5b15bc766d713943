package io.bordergate.simulator.scenario;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/** When trucks may cross the border and leave yards for the inland, in local time; immutable. */
public record Opening(Hours crossing, Hours leaving, List<Double> hourlyWeights) {

    public Opening {
        hourlyWeights = List.copyOf(hourlyWeights);
    }

    /** A time of crossing for a draw from 0 to 1, by the weights of equal parts of the opening hours. */
    public LocalTime crossingAt(double draw) {
        return new Rhythm(crossing, hourlyWeights).at(draw);
    }

    /** A part of the day; {@code to} is not included. */
    public record Hours(LocalTime from, LocalTime to) {

        public boolean include(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(to);
        }

        public Hours endingEarlier(Duration by) {
            return new Hours(from, to.minus(by));
        }

        public Duration length() {
            return Duration.between(from, to);
        }
    }
}
