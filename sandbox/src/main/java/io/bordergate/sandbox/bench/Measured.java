package io.bordergate.sandbox.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A figure from several rounds. Immutable. */
record Measured(
        @JsonProperty("median") double median,
        @JsonProperty("min") double min,
        @JsonProperty("max") double max) {

    static Measured of(List<Double> rounds) {
        List<Double> sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Measured(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }
}
