package io.bordergate.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Draws inputs for the figures of gates: the wandering trucks of {@link RandomTrips}, close together, convoys that are
 * announced, days of many trucks and of few, a site with hours and levels, goods of all kinds, and operators who open and close. The
 * same seed gives the same input. Not thread-safe.
 */
public final class RandomGates {

    private static final int MINUTES_OF_DAYS = 5 * 24 * 60;
    private static final List<String> CATEGORIES =
            List.of("FRUIT", "FRUIT", "OTHER_PERISHABLE", "NEW_VEHICLE", "OTHER");

    private static final Comparator<ObjectNode> BY_RECORD_TIME =
            Comparator.comparing(line -> Instant.parse(line.path("recordTime").asText()));

    private final ObjectMapper json = new ObjectMapper();
    private final Random random;

    private RandomGates(long seed) {
        this.random = new Random(~seed);
    }

    /** So many trucks that are seen, and convoys of others that are only announced and confirmed. */
    public static TripCase generate(long seed, int trucks, int convoys) {
        RandomGates gates = new RandomGates(seed);
        TripCase trips =
                RandomTrips.generate(seed, trucks, List.of(300, 900, 2880).get(gates.random.nextInt(3)));
        ObjectNode site = trips.siteTree();
        new RandomGateSite(gates.random).addTo(site);
        List<String> milestones = gates.withConvoys(trips.milestones(), convoys).stream()
                .map(gates::withOtherGoods)
                .toList();
        return new TripCase(site.toPrettyString(), trips.positions(), milestones, gates.statuses(), trips.now());
    }

    /** In the order of their recordTimes, too. */
    private List<String> withConvoys(List<String> milestones, int convoys) {
        List<ObjectNode> all = new ArrayList<>(new RandomConvoys(random).papers(convoys));
        if (random.nextBoolean()) {
            all.addAll(new RandomRush(random).papers());
        }
        milestones.forEach(line -> all.add(read(line)));
        all.sort(BY_RECORD_TIME);
        return all.stream().map(JsonNode::toString).toList();
    }

    private String withOtherGoods(String milestone) {
        ObjectNode line = read(milestone);
        if (line.has("goods") || (line.has("trucks") && random.nextBoolean())) {
            ArrayNode goods = line.putArray("goods");
            for (int i = random.nextInt(2); i >= 0; i--) {
                goods.addObject()
                        .put("category", CATEGORIES.get(random.nextInt(CATEGORIES.size())))
                        .put("refrigerated", random.nextBoolean());
            }
        }
        return line.toString();
    }

    /** In the order of their recordTimes. */
    private List<String> statuses() {
        List<ObjectNode> lines = new ArrayList<>();
        for (int i = random.nextInt(3) == 0 ? 0 : random.nextInt(9); i > 0; i--) {
            lines.add(status());
        }
        lines.sort(BY_RECORD_TIME);
        return lines.stream().map(JsonNode::toString).toList();
    }

    private ObjectNode status() {
        Instant eventTime = RandomTrips.START.plus(Duration.ofMinutes(random.nextInt(MINUTES_OF_DAYS)));
        Duration delay = Duration.ofSeconds(random.nextInt(8) == 0 ? random.nextInt(200_000) - 100_000 : 0);
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("gateId", random.nextInt(20) == 0 ? "chi-ma" : pick(RandomTripSite.GATES))
                .put("status", pick(List.of("OPEN", "OPEN", "CLOSED", "CLOSED", "REDUCED", "resting")))
                .put("eventTime", eventTime.toString())
                .put("recordTime", eventTime.plus(delay).toString());
        if (random.nextInt(3) == 0) {
            line.put("openingHours", pick(List.of("08:00-16:00", "00:00-24:00", "21:30-23:00", "16:00-08:00")));
        }
        if (random.nextInt(3) == 0) {
            line.put("direction", pick(List.of("EXPORT", "IMPORT")));
        }
        if (random.nextInt(6) == 0) {
            line.put("goods", pick(List.of("FRUIT", "REFRIGERATED")));
        }
        return line;
    }

    private ObjectNode read(String line) {
        try {
            return (ObjectNode) json.readTree(line);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
