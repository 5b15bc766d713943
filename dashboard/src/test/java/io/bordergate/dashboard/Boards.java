package io.bordergate.dashboard;

import java.time.Instant;

/** Site files and figures in the tests' words. */
final class Boards {
    static final Instant NOON = Instant.parse("2026-05-03T05:00:00Z");

    private Boards() {}

    /** Two gates; yard b lies inside yard a; park is a buffer. */
    static String siteFile() {
        return """
            {"type": "FeatureCollection", "siteId": "test", "timeZone": "Asia/Ho_Chi_Minh", "features": [
              %s, %s, %s, %s, %s, %s, %s
            ]}""".formatted(
                        gate("north", "North", "Bắc"),
                        yard("a", "north", "Yard A", "Bãi A", "100", 0, 10),
                        yard("b", "north", "Yard B", "Bãi B", "20", 2, 4),
                        yard("c", "north", "Yard C", "Bãi C", "50", 20, 30),
                        buffer("park", "north"),
                        gate("south", "South", "Nam"),
                        yard("d", "south", "Yard D", "Bãi D", "null", 40, 50));
    }

    static SiteMap site() {
        return SiteReading.parse(siteFile());
    }

    static String gate(String id, String name, String nameVi) {
        return """
            {"type": "Feature", "id": "%s", "properties": {"kind": "gate", "gate": "%s", "name": "%s", "name_vi": "%s"},
             "geometry": null}""".formatted(id, id, name, nameVi);
    }

    /** A square yard from one corner to the other, in degrees. */
    static String yard(String id, String gate, String name, String nameVi, String capacity, int from, int to) {
        return """
            {"type": "Feature", "id": "%s", "properties": {"kind": "yard", "gate": "%s", "name": "%s", "name_vi": "%s",
             "capacity": %s}, "geometry": {"type": "Polygon", "coordinates": [[[%d, %d], [%d, %d], [%d, %d], [%d, %d],
             [%d, %d]]]}}""".formatted(id, gate, name, nameVi, capacity, from, from, to, from, to, to, from, to, from, from);
    }

    private static String buffer(String id, String gate) {
        return """
            {"type": "Feature", "id": "%s", "properties": {"kind": "buffer", "gate": "%s", "name": "Park", "capacity": 600},
             "geometry": null}""".formatted(id, gate);
    }

    static YardFigure figure(String yard, int confirmed, int uncertain, Instant asOf) {
        return new YardFigure(yard, null, confirmed, uncertain, null, asOf);
    }
}
