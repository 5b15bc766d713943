package io.bordergate.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Draws how papers reach us: at once or late, some twice, some once more with other words, some with a clock that is
 * wrong, some with words we do not know. Not thread-safe.
 */
final class RandomReceipt {

    private final Random random;

    RandomReceipt(Random random) {
        this.random = random;
    }

    /** In the order of their recordTimes, which all of them tell. */
    List<ObjectNode> receive(List<ObjectNode> papers) {
        List<ObjectNode> received = new ArrayList<>();
        for (ObjectNode paper : papers) {
            if (!paper.has("recordTime")) {
                paper.put("recordTime", time(paper).plus(delay()).toString());
            }
            received.add(paper);
            if (random.nextInt(20) == 0) {
                received.add(shifted(paper.deepCopy()).put("source", "another"));
            }
            if (random.nextInt(20) == 0) {
                received.add(contradicted(shifted(paper.deepCopy())));
            }
            if (random.nextInt(25) == 0) {
                received.add(spoilt(paper.deepCopy()));
            }
        }
        received.sort(Comparator.comparing(
                paper -> Instant.parse(paper.path("recordTime").asText())));
        return received;
    }

    private static Instant time(ObjectNode paper) {
        return Instant.parse(paper.path("eventTime").asText());
    }

    private Duration delay() {
        return switch (random.nextInt(20)) {
            case 0 -> Duration.ofMinutes(-5);
            case 1 -> Duration.ofHours(random.nextInt(60));
            case 2, 3, 4 -> Duration.ofMinutes(random.nextInt(120));
            default -> Duration.ofSeconds(random.nextInt(90));
        };
    }

    private ObjectNode shifted(ObjectNode paper) {
        Instant recordTime = Instant.parse(paper.path("recordTime").asText());
        return paper.put(
                "recordTime", recordTime.plusSeconds(random.nextInt(3) * 30L).toString());
    }

    private ObjectNode contradicted(ObjectNode paper) {
        return switch (random.nextInt(4)) {
            case 0 -> paper.put("gateId", RandomTripSite.GATES.get(random.nextInt(2)));
            case 1 -> paper.put("yardId", "elsewhere");
            case 2 -> paper.put("direction", random.nextBoolean() ? "EXPORT" : "IMPORT");
            default -> {
                paper.remove("trucks");
                yield paper.put("channel", "RED");
            }
        };
    }

    private ObjectNode spoilt(ObjectNode paper) {
        return switch (random.nextInt(7)) {
            case 0 -> paper.put("type", "TELEPORTED");
            case 1 -> paper.put("authority", "someone");
            case 2 -> paper.put("classifier", "REQ");
            case 3 -> paper.put("eventTime", "1980-01-06T00:00:00Z");
            case 4 ->
                paper.put("eventTime", time(paper).plus(Duration.ofDays(2)).toString());
            case 5 ->
                paper.put("eventTime", time(paper).minus(Duration.ofDays(40)).toString());
            default -> paper.put("eventTime", "yesterday");
        };
    }
}
