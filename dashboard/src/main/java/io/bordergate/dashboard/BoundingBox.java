package io.bordergate.dashboard;

import io.bordergate.dashboard.Question.BadQuestionException;
import java.util.Arrays;

/** A part of the map, edges included, in degrees of WGS-84; it does not cross the date line. Immutable. */
record BoundingBox(double west, double south, double east, double north) {

    /** As GeoJSON orders its numbers: west,south,east,north. */
    static BoundingBox parse(String text) {
        try {
            double[] edges = Arrays.stream(text.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (edges.length == 4 && edges[0] <= edges[2] && edges[1] <= edges[3]) {
                return new BoundingBox(edges[0], edges[1], edges[2], edges[3]);
            }
        } catch (NumberFormatException e) {
            // Said below, as for too few numbers.
        }
        throw new BadQuestionException(
                "'bbox' must be west,south,east,north in degrees, such as 106.5,21.8,106.9,22.1");
    }

    boolean holds(double latitude, double longitude) {
        return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
    }
}
