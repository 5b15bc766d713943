package io.bordergate.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/**
 * Draws what a site of made-up trips says of the figures of its gates: capacities so small that a few trucks fill them,
 * hours, closures, and levels that are soon reached. Not thread-safe.
 */
final class RandomGateSite {

    /** In a histogram of seconds with three digits each of these begins a bar, so its rounding changes no level. */
    private static final List<int[]> WAITS =
            List.of(new int[] {20, 10, 60, 30, 240, 120}, new int[] {60, 30, 120, 60, 240, 120}, new int[] {
                120, 60, 480, 240, 1440, 960
            });

    private final Random random;

    RandomGateSite(Random random) {
        this.random = random;
    }

    void addTo(ObjectNode site) {
        site.put("dayEndsAt", pick("20:00", "20:00", "00:00", "07:30"));
        site.put("timeZone", pick("Asia/Ho_Chi_Minh", "Asia/Ho_Chi_Minh", "UTC"));
        for (JsonNode feature : site.path("features")) {
            ObjectNode rules = (ObjectNode) feature.path("properties");
            if (chance(2)) {
                rules.put("silenceAfter", pick("PT20M", "PT45M", "PT3H"));
            }
            switch (rules.path("kind").asText()) {
                case "yard" -> rules.put("capacity", 2 + random.nextInt(9));
                case "gate" -> addGate(rules);
                default -> {} // neither counted nor open
            }
        }
    }

    private void addGate(ObjectNode rules) {
        if (!chance(3)) {
            ObjectNode opening = rules.putObject("opening");
            if (!chance(3)) {
                addHours(opening.putArray("hours"));
            }
            if (chance(2)) {
                addClosures(opening.putArray("closures"));
            }
        }
        ObjectNode congestion = rules.putObject("congestion");
        if (chance(3)) {
            addLevels(congestion.putObject("occupancy"), 0.1, 0.05, 0.5, 0.4, 1, 0.5);
        }
        switch (random.nextInt(4)) {
            case 0 -> congestion.put("daysToClear", "off");
            case 1 -> addLevels(congestion.putObject("daysToClear"), 0.5, 0.25, 1.5, 1, 3, 2.5);
            default -> {} // as it is by itself
        }
        if (!chance(4)) {
            int[] minutes = WAITS.get(random.nextInt(WAITS.size()));
            addLevels(
                    congestion.putObject("waitMinutes"),
                    minutes[0],
                    minutes[1],
                    minutes[2],
                    minutes[3],
                    minutes[4],
                    minutes[5]);
        }
        if (!chance(3)) {
            congestion.put("hold", pick("PT0S", "PT10M", "PT2H"));
        }
    }

    private void addHours(ArrayNode hours) {
        switch (random.nextInt(3)) {
            case 0 -> add(hours, "MON-SUN", "07:00", "18:00");
            case 1 -> {
                add(hours, "MON-WED,FRI", "06:30", "12:00");
                add(hours, "MON-FRI", "13:00", "24:00");
            }
            default -> {
                add(hours, "THU-SAT", "00:00", "20:15");
                add(hours, "SUN", "08:00", "12:00");
                add(hours, "MON-TUE", "00:00", "24:00");
            }
        }
    }

    private static void add(ArrayNode hours, String days, String from, String to) {
        hours.addObject().put("days", days).put("from", from).put("to", to);
    }

    private void addClosures(ArrayNode closures) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            int day = 3 + random.nextInt(5);
            ObjectNode closure = closures.addObject()
                    .put("from", "2024-05-0" + day)
                    .put("to", "2024-05-0" + (day + random.nextInt(2)));
            if (chance(2)) {
                closure.put("side", pick("EXPORT", "IMPORT"));
            }
            if (chance(3)) {
                closure.put("goods", pick("FRUIT", "REFRIGERATED"));
            }
        }
    }

    private static void addLevels(ObjectNode levels, double... upAndDown) {
        levels.putArray("busy").add(upAndDown[0]).add(upAndDown[1]);
        levels.putArray("congested").add(upAndDown[2]).add(upAndDown[3]);
        levels.putArray("critical").add(upAndDown[4]).add(upAndDown[5]);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }
}
