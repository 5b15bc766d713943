package io.bordergate.sandbox.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bordergate.oracle.DrawnPapers;
import io.bordergate.oracle.Outing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Draws a day at Huu Nghi and Tan Thanh. As the trackers tell it: trucks that stop in zones, queue, pass through and fall
 * silent, told late, twice, in the wrong order, in batches after a tunnel, with contradictions and with dirt. And as the
 * papers tell it: declared or not, confirmed by one authority or both, amended, cancelled, late and wrong. The same seed and
 * the same end give the same day. Not thread-safe.
 */
final class RandomDay {
    static final String HEADER = "truck_id,event_time,received_time,lat,lon";
    private static final Duration LENGTH = Duration.ofHours(24);
    private static final int DISPLACED_BY = 30;
    /** Gates that trucks go to and are declared for. */
    private static final List<String> GATES = List.of("huu-nghi", "tan-thanh");

    private final Random random;
    private final Instant end;
    private final List<Zone> zones = new ArrayList<>();
    private final List<String> fleet = new ArrayList<>();
    private final List<Outing> outings = new ArrayList<>();
    private final String site;
    private final List<Told> told = new ArrayList<>();

    /** @param gate number in {@link #GATES} */
    private record Zone(int gate, boolean isYard, double west, double south, double east, double north) {}

    /** A line and when it was received. */
    private record Told(Instant received, String line) {}

    private RandomDay(long seed, Path siteFile, Instant end) throws IOException {
        this.random = new Random(seed);
        this.end = end;
        var json = (ObjectNode) new ObjectMapper().readTree(siteFile.toFile());
        for (JsonNode feature : json.path("features")) {
            var rules = (ObjectNode) feature.path("properties");
            // Hours of silence do not fit often into a day.
            rules.put("silenceAfter", "PT15M").put("silenceTimeout", "PT40M");
            if (GATES.contains(rules.path("gate").asText())
                    && feature.path("geometry").path("type").asText().equals("Polygon")) {
                zones.add(zoneOf(feature));
            }
        }
        this.site = json.toString();
    }

    /**
     * What was sent of a day.
     *
     * @param site the site file's text
     * @param lines of a positions file, without the header, and of a milestones file, in the order of sending
     */
    record Day(String site, List<String> lines) {}

    /** About so many fixes for each truck, and a tenth more of repeats, contradictions and dirt; none received later. */
    static Day generate(long seed, Path siteFile, int trucks, int fixesPerTruck, Instant end) throws IOException {
        var day = new RandomDay(seed, siteFile, end);
        for (int truck = 0; truck < trucks; truck++) {
            day.drive((truck % 3 == 0 ? "CN:\u6842A" : "VN:12C") + (10_000 + truck), fixesPerTruck, truck % 20 == 7);
        }
        DrawnPapers.of(day.random, day.fleet, day.outings).forEach(paper -> day.add(paper.received(), paper.line()));
        return new Day(day.site, day.displaced());
    }

    /** Whether a line is of a milestones file. */
    static boolean isPaper(String line) {
        return line.startsWith("{");
    }

    private void drive(String truck, int fixes, boolean tunnels) {
        long gap = LENGTH.toMillis() * 3 / 4 / fixes;
        Instant time = end.minusMillis((long) (LENGTH.toMillis() * (0.75 + 0.25 * random.nextDouble())));
        Instant underground = Instant.MIN;
        fleet.add(truck);
        Zone zone = somewhere();
        double[] at = within(zone);
        Instant arrived = time;
        int stop = 0;
        while (time.isBefore(end)) {
            if (stop-- == 0) {
                Zone next = somewhere();
                if (next.gate() != zone.gate()) {
                    leave(truck, zone, arrived, time);
                    arrived = time;
                }
                zone = next;
                at = within(zone);
                stop = random.nextInt(12);
                underground = tunnels && random.nextInt(12) == 0 ? time.plus(batch()) : underground;
            }
            Instant received = time.isBefore(underground) ? underground : time.plus(delay());
            tell(truck, time, received, at[0] + 0.00004 * random.nextGaussian(), at[1]);
            boolean silent = random.nextInt(60) == 0;
            time = time.plusMillis(1 + (long) (2 * gap * random.nextDouble()) + (silent ? 2_400_000 : 0));
        }
    }

    private void leave(String truck, Zone zone, Instant arrived, Instant left) {
        boolean fromVietnam = truck.startsWith("VN");
        boolean turnsBack = random.nextInt(6) == 0;
        outings.add(new Outing(
                truck,
                zone.gate(),
                0,
                fromVietnam,
                fromVietnam == turnsBack,
                arrived,
                zone.isYard() ? Optional.of(arrived) : Optional.empty(),
                left));
    }

    private void tell(String truck, Instant time, Instant received, double lat, double lon) {
        add(received, line(truck, time, received, lat, lon));
        int luck = random.nextInt(100);
        if (luck < 3) {
            add(received, line(truck, time, received.plusSeconds(luck), lat, lon));
        } else if (luck == 3) {
            add(received, line(truck, time, received, lat + 0.01, lon));
        } else if (luck == 4) {
            add(received, dirt(truck, time, received, lat, lon));
        }
    }

    private void add(Instant received, String line) {
        if (!received.plusSeconds(3).isAfter(end)) {
            told.add(new Told(received, line));
        }
    }

    private String dirt(String truck, Instant time, Instant received, double lat, double lon) {
        return switch (random.nextInt(9)) {
            case 0 -> line(truck, time, received, 0, 0);
            case 1 -> line(truck, time, received, lon, lat);
            case 2 -> line(truck, time, received, -lat, lon);
            case 3 -> line(truck, received.plusSeconds(301), received, lat, lon);
            case 4 -> line(truck, Instant.EPOCH, received, lat, lon);
            case 5 -> line(truck, received.minus(Duration.ofDays(31)), received, lat, lon);
            case 6 -> line(truck, time, received, lat, lon) + ",";
            case 7 -> line(truck, time, received, lat, lon).replace("T", " ");
            default -> line("", time, received, lat, lon);
        };
    }

    /** Mostly seconds, at times minutes, now and then more than the lateness window of half an hour. */
    private Duration delay() {
        int luck = random.nextInt(100);
        long most = luck < 80 ? 40_000 : luck < 92 ? 600_000 : luck < 98 ? 1_800_000 : 7_200_000;
        return Duration.ofMillis((long) (most * random.nextDouble()));
    }

    /** How long a tracker stores before it forwards: an hour as in a tunnel, or the better part of the day. */
    private Duration batch() {
        return random.nextInt(4) == 0 ? Duration.ofHours(9) : Duration.ofMinutes(20 + random.nextInt(50));
    }

    private Zone somewhere() {
        return zones.get(random.nextInt(zones.size()));
    }

    private double[] within(Zone zone) {
        double wide = random.nextInt(4) == 0 ? 5 : 1.3;
        return new double[] {
            rounded((zone.south() + zone.north()) / 2
                    + wide * (zone.north() - zone.south()) * (random.nextDouble() - 0.5)),
            rounded((zone.west() + zone.east()) / 2 + wide * (zone.east() - zone.west()) * (random.nextDouble() - 0.5))
        };
    }

    /** Lines change places with near ones. */
    private List<String> displaced() {
        told.sort(Comparator.comparing(Told::received).thenComparing(Told::line));
        record Goal(int place, String line) {}
        List<Goal> goals = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            goals.add(new Goal(i + random.nextInt(DISPLACED_BY), told.get(i).line()));
        }
        goals.sort(Comparator.comparingInt(Goal::place));
        return goals.stream().map(Goal::line).toList();
    }

    private static String line(String truck, Instant time, Instant received, double lat, double lon) {
        return String.join(
                ",",
                truck,
                time.toString(),
                received.toString(),
                Double.toString(rounded(lat)),
                Double.toString(rounded(lon)));
    }

    private static double rounded(double degrees) {
        return Math.rint(degrees * 1e6) / 1e6;
    }

    private static Zone zoneOf(JsonNode feature) {
        JsonNode rules = feature.path("properties");
        double[] box = {180, 90, -180, -90};
        for (JsonNode point : feature.path("geometry").path("coordinates").path(0)) {
            box[0] = Math.min(box[0], point.path(0).asDouble());
            box[1] = Math.min(box[1], point.path(1).asDouble());
            box[2] = Math.max(box[2], point.path(0).asDouble());
            box[3] = Math.max(box[3], point.path(1).asDouble());
        }
        return new Zone(
                GATES.indexOf(rules.path("gate").asText()),
                rules.path("kind").asText().equals("yard"),
                box[0],
                box[1],
                box[2],
                box[3]);
    }
}
