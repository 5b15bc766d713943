package io.bordergate.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A few fixes written down by hand, on a site of one square yard at 106..107 east, 21..22 north, and a line at 107.5 east
 * with the west on its left. Times are those of 3 May 2024 in UTC. Not thread-safe.
 */
final class PositionScene {

    private static final Instant NOW = Instant.parse("2024-12-01T00:00:00Z");
    /** A thousandth of a degree is 103.5 m here. */
    private static final Map<String, String> SPOTS = Map.of(
            "in", "21.5,106.5",
            "edge+", "21.5,107.001",
            "east", "21.5,107.25",
            "beyond", "21.5,108",
            "west", "21.5,105.75");

    private final List<String> lines =
            new ArrayList<>(List.of("truck_id,event_time,lat,lon,received_time,accuracy_m,speed_kmh"));
    private String members = "";
    private String yardRules = "";
    private String lineRules = "";

    /** Members of the site, with single quotes. */
    PositionScene site(String json) {
        members = json + ",";
        return this;
    }

    /** Properties of the yard. */
    PositionScene rules(String json) {
        yardRules = json;
        return this;
    }

    /** Properties of the line. */
    PositionScene lineRules(String json) {
        lineRules = json;
        return this;
    }

    /** Fixes as {@code 08:00 in ~150 @12.5}: time, spot, and optionally accuracy in metres and speed in km/h. */
    PositionScene sees(String truck, String... fixes) {
        for (String fix : fixes) {
            String[] words = fix.split(" ", -1);
            String time = words[0].length() == 5 ? words[0] + ":00" : words[0];
            lines.add(truck + ",2024-05-03T" + time + "Z," + SPOTS.get(words[1]) + ",," + word('~', words) + ","
                    + word('@', words));
        }
        return this;
    }

    /** A line as it stands, up to the time of its receipt. */
    PositionScene line(String text) {
        lines.add(text + ",,");
        return this;
    }

    List<String> stays() {
        return run().stays().stream().skip(1).map(PositionScene::shortened).toList();
    }

    List<String> fates() {
        return run().fates().stream()
                .skip(1)
                .map(line -> line.substring("positions,".length()))
                .toList();
    }

    /** As {@code A LEFT_TO_RIGHT 08:01}. */
    List<String> cuts() {
        return recording().tracks().stream()
                .flatMap(track -> Crossings.cuts(track, places().lines().get(0)).stream())
                .map(cut -> shortened(cut.truck() + " " + cut.direction() + " " + cut.at()))
                .toList();
    }

    /** As {@code A 08:01 08:02}. */
    List<String> passes() {
        Recording recording = recording();
        return recording.tracks().stream()
                .flatMap(track -> Presence.of(track, places().zone("yard"), recording.clock()).passes().stream())
                .map(pass -> shortened(pass.truck() + " " + pass.from() + " " + pass.to()))
                .toList();
    }

    private Oracle.Result run() {
        return Oracle.run(places(), new Input(lines, List.of(), List.of()), NOW);
    }

    private Recording recording() {
        return Recording.of(Recording.lines(lines, places(), NOW), places());
    }

    private Site places() {
        String json = "{" + members + "'features':["
                + feature("yard", yardRules, "Polygon", "[[[106,21],[107,21],[107,22],[106,22],[106,21]]]") + ","
                + feature("line", lineRules, "LineString", "[[107.5,21],[107.5,22]]") + "]}";
        try {
            return Site.of(new ObjectMapper().readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String feature(String id, String rules, String shape, String coordinates) {
        return "{'id':'" + id + "','properties':{" + rules + "},'geometry':{'type':'" + shape + "','coordinates':"
                + coordinates + "}}";
    }

    private static String word(char mark, String[] words) {
        for (String word : words) {
            if (word.charAt(0) == mark) {
                return word.substring(1);
            }
        }
        return "";
    }

    private static String shortened(String line) {
        return line.replaceAll("2024-05-03T(\\d\\d:\\d\\d):00Z", "$1").replaceAll("2024-05-03T([0-9:.]+)Z", "$1");
    }
}
