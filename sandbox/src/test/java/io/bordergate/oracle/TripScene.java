package io.bordergate.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A small input written down by hand, on a site of two gates, g and h: each with a gate zone, a crossing line north of
 * it and yards y and z in it (the second gate only hy). Times are {@code 03T08:00} of May 2024 in UTC. Not thread-safe.
 */
final class TripScene {

    private static final Instant NOW = Instant.parse("2024-12-01T00:00:00Z");
    private static final Map<String, String> SPOTS = Map.ofEntries(
            Map.entry("road", "20.0,106.5"),
            Map.entry("approach", "20.7,106.5"),
            Map.entry("gate", "21.7,106.5"),
            Map.entry("y", "21.3,106.3"),
            Map.entry("z", "21.3,106.7"),
            Map.entry("line", "22.2,106.5"),
            Map.entry("china", "22.8,106.5"),
            Map.entry("h-gate", "21.7,110.5"),
            Map.entry("hy", "21.3,110.3"),
            Map.entry("h-road", "20.0,110.5"),
            Map.entry("h-china", "22.8,110.5"));

    private final List<String> positions = new ArrayList<>(List.of("truck_id,event_time,lat,lon"));
    private final List<String> milestones = new ArrayList<>();
    private final List<String> statuses = new ArrayList<>();
    private String limits = "";
    private String gate = "";
    private String yard = "";
    private String members = "";

    /** Members of gate g's limits, with single quotes. */
    TripScene limits(String json) {
        limits = json;
        return this;
    }

    /** Members of gate g beside its limits, with single quotes. */
    TripScene gate(String json) {
        gate = "," + json;
        return this;
    }

    /** Members of yard y, with single quotes. */
    TripScene yard(String json) {
        yard = json;
        return this;
    }

    /** Members of a change of gate g's status at that time, with single quotes. */
    TripScene status(String time, String json) {
        statuses.add(quoted("{'gateId':'g','eventTime':'" + instant(time) + "'," + json + "}"));
        return this;
    }

    /** Members of the site. */
    TripScene members(String json) {
        members = json;
        return this;
    }

    /** Steps as {@code 03T08:00 y}; between two of them the truck goes straight. */
    TripScene drives(String truck, String... steps) {
        for (String step : steps) {
            String[] parts = step.split(" ", -1);
            positions.add(truck + "," + instant(parts[0]) + "," + SPOTS.get(parts[1]));
        }
        return this;
    }

    /** The words are type, authority and, if it is not ACT, classifier; {@code more} are members with single quotes. */
    TripScene says(String declaration, String time, String words, String more) {
        String[] word = words.split(" ", -1);
        String json = "{'declarationId':'" + declaration + "','type':'" + word[0] + "','authority':'" + word[1]
                + "','classifier':'" + (word.length > 2 ? word[2] : "ACT") + "','eventTime':'" + instant(time) + "'"
                + (more.isEmpty() ? "" : "," + more) + "}";
        milestones.add(quoted(json));
        return this;
    }

    TripScene says(String declaration, String time, String words) {
        return says(declaration, time, words, "");
    }

    /** A line as it stands, but for its quotes. */
    TripScene line(String json) {
        milestones.add(quoted(json));
        return this;
    }

    /** Nothing but time goes by: a fix of a truck that is nowhere near. */
    TripScene until(String time) {
        positions.add("LAST," + instant(time) + ",10,10");
        return this;
    }

    static String trucks(String... ids) {
        List<String> trucks = new ArrayList<>();
        for (String id : ids) {
            String[] parts = id.split(":", -1);
            trucks.add("{'country':'" + parts[0] + "','plate':'" + parts[1] + "'}");
        }
        return "'trucks':[" + String.join(",", trucks) + "]";
    }

    List<String> trips() {
        return shortened(run().trips());
    }

    List<String> discrepancies() {
        return shortened(run().discrepancies());
    }

    List<String> alerts() {
        return shortened(run().alerts());
    }

    List<String> daily() {
        return shortened(run().daily());
    }

    List<String> milestoneFates() {
        return run().fates().stream()
                .filter(line -> line.startsWith("milestones,"))
                .map(line -> line.substring("milestones,".length()))
                .toList();
    }

    Oracle.Result run() {
        return Oracle.run(Site.of(json(site())), new Input(positions, milestones, statuses), NOW);
    }

    private String site() {
        List<String> features = List.of(
                zone("g", "gate", "g", 106, 21, 107, 22, "'limits':{" + limits + "}" + gate),
                zone("y", "yard", "g", 106.2, 21.2, 106.4, 21.4, yard),
                zone("z", "yard", "g", 106.6, 21.2, 106.8, 21.4, ""),
                zone("a", "approach", "g", 106, 20.5, 107, 20.9, ""),
                zone("h", "gate", "h", 110, 21, 111, 22, ""),
                zone("hy", "yard", "h", 110.2, 21.2, 110.4, 21.4, ""),
                feature("gl", "crossing", "g", "LineString", "[[107,22.5],[106,22.5]]", ""),
                feature("hl", "crossing", "h", "LineString", "[[111,22.5],[110,22.5]]", ""));
        return "{" + members + (members.isEmpty() ? "" : ",") + "'features':[" + String.join(",", features) + "]}";
    }

    private static String zone(
            String id, String kind, String gate, double west, double south, double east, double north, String more) {
        String ring = "[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]"
                .formatted(west, south, east, south, east, north, west, north, west, south);
        return feature(id, kind, gate, "Polygon", ring, "'silenceTimeout':'PT1H'" + (more.isEmpty() ? "" : "," + more));
    }

    private static String feature(String id, String kind, String gate, String shape, String coordinates, String more) {
        return "{'type':'Feature','id':'" + id + "','properties':{'kind':'" + kind + "','gate':'" + gate + "'"
                + (more.isEmpty() ? "" : "," + more) + "},'geometry':{'type':'" + shape + "','coordinates':"
                + coordinates + "}}";
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(quoted(text));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    private static String instant(String time) {
        return Instant.parse("2024-05-" + time + (time.length() == 8 ? ":00Z" : "Z"))
                .toString();
    }

    /** Without the header and the lines of the truck that only moves the clock; times as they were written. */
    private static List<String> shortened(List<String> csv) {
        return csv.stream()
                .skip(1)
                .map(line -> line.replaceAll("2024-05-(\\d\\dT\\d\\d:\\d\\d):00Z", "$1")
                        .replaceAll("2024-05-(\\d\\dT[0-9:.]+)Z", "$1"))
                .toList();
    }
}
