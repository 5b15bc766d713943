package io.bordergate.oracle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws trucks without trackers that are announced for a time, together or one by one, and come early, late or never; so
 * that there is something to forecast. Not thread-safe.
 */
final class RandomConvoys {

    private static final int DAYS = 4;

    private final Random random;
    private final List<ObjectNode> papers = new ArrayList<>();
    private int declarations;

    RandomConvoys(Random random) {
        this.random = random;
    }

    /** In no order. */
    List<ObjectNode> papers(int convoys) {
        for (int i = 0; i < convoys; i++) {
            Instant planned = RandomTrips.START.plus(minutes(DAYS * 24 * 60));
            String gate = RandomTripSite.GATES.get(random.nextInt(2));
            String direction = random.nextInt(3) > 0 ? "EXPORT" : "IMPORT";
            for (int truck = 1 + random.nextInt(5); truck > 0; truck--) {
                announce(planned.plus(minutes(60)), gate, direction);
            }
        }
        return papers;
    }

    private void announce(Instant planned, String gate, String direction) {
        int number = declarations++;
        String id = "20240503C%04d".formatted(number);
        ObjectNode declared = paper(id, "DECLARED", planned.minus(minutes(1800)))
                .put("authority", "ENTERPRISE")
                .put("gateId", gate)
                .put("direction", direction);
        if (random.nextInt(6) > 0) {
            declared.put("plannedArrival", planned.toString());
        }
        declared.putArray("trucks").addObject().put("country", "VN").put("plate", "43C" + (20_000 + number));
        if (random.nextInt(12) == 0) {
            paper(id, "CANCELLED", planned.minus(minutes(600)));
        }
        if (random.nextInt(5) > 0) {
            come(id, planned.plus(Duration.ofMinutes((long) (90 * random.nextGaussian()))));
        }
    }

    private void come(String id, Instant arrived) {
        paper(id, "GTIN", arrived);
        paper(id, "GTIN", arrived.plus(minutes(20))).put("authority", "BORDER_GUARD");
        if (random.nextInt(4) > 0) {
            paper(id, random.nextInt(8) > 0 ? "CROS" : "TURNED_BACK", arrived.plus(minutes(600)));
        }
    }

    private ObjectNode paper(String id, String type, Instant time) {
        Duration delay = random.nextInt(10) == 0 ? minutes(90) : Duration.ofSeconds(random.nextInt(60));
        ObjectNode paper = JsonNodeFactory.instance
                .objectNode()
                .put("declarationId", id)
                .put("type", type)
                .put("authority", "CUSTOMS")
                .put("eventTime", time.toString())
                .put("recordTime", time.plus(delay).toString());
        papers.add(paper);
        return paper;
    }

    private Duration minutes(int bound) {
        return Duration.ofMinutes(random.nextInt(bound));
    }
}
