package io.bordergate.oracle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws trucks without trackers that come to one side of a gate each day, declared shortly before, many on some days and few on
 * others; so that a day can be unlike those before. Each goes on within an hour, so that yards of a few places have room. Not thread-safe.
 */
final class RandomRush {

    private static final int DAYS = 4;
    private static final int MANY = 30;

    private final Random random;
    private final List<ObjectNode> papers = new ArrayList<>();
    private final String gate;
    private final String direction;
    private int declarations;

    RandomRush(Random random) {
        this.random = random;
        this.gate = RandomTripSite.GATES.get(random.nextInt(2));
        this.direction = random.nextBoolean() ? "EXPORT" : "IMPORT";
    }

    /** In no order. */
    List<ObjectNode> papers() {
        for (int day = 0; day < DAYS; day++) {
            int trucks = day == 0 || random.nextBoolean() ? MANY : random.nextInt(MANY);
            for (int i = 0; i < trucks; i++) {
                come(RandomTrips.START.plus(Duration.ofDays(day)).plus(minutes(24 * 60)));
            }
        }
        return papers;
    }

    private void come(Instant arrived) {
        int number = declarations++;
        String id = "20240503R%04d".formatted(number);
        ObjectNode declared = paper(id, "DECLARED", arrived.minus(minutes(240)))
                .put("authority", "ENTERPRISE")
                .put("gateId", gate)
                .put("direction", direction)
                .put("plannedArrival", arrived.toString());
        declared.putArray("trucks").addObject().put("country", "VN").put("plate", "51C" + (30_000 + number));
        paper(id, "GTIN", arrived);
        paper(id, "CROS", arrived.plus(minutes(60)));
    }

    private ObjectNode paper(String id, String type, Instant time) {
        ObjectNode paper = JsonNodeFactory.instance
                .objectNode()
                .put("declarationId", id)
                .put("type", type)
                .put("authority", "CUSTOMS")
                .put("eventTime", time.toString())
                .put("recordTime", time.plusSeconds(random.nextInt(60)).toString());
        papers.add(paper);
        return paper;
    }

    private Duration minutes(int bound) {
        return Duration.ofMinutes(random.nextInt(bound));
    }
}
