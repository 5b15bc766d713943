package io.bordergate.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Draws inputs in which something is to be advised: far more trucks for two gates than their yards hold, few for others,
 * some of them seen on the road, before they are declared or after, in buffers and in yards; and gates that take some goods
 * no more. The same seed gives the same input. Not thread-safe.
 */
public final class RandomAdvice {

    private static final Instant NOW = Instant.parse("2024-12-01T00:00:00Z");
    private static final int MINUTES = 30 * 60;
    private static final int CONVOYS = 55;
    private static final List<String> GOODS = List.of("FRUIT", "OTHER_PERISHABLE", "NEW_VEHICLE", "OTHER");
    private static final Comparator<ObjectNode> BY_RECORD_TIME =
            Comparator.comparing(line -> Instant.parse(line.path("recordTime").asText()));

    private final Random random;
    private final RandomAdviceSite site;
    private final List<Draft> fixes = new ArrayList<>();
    private final List<ObjectNode> papers = new ArrayList<>();
    private int trucks;

    private RandomAdvice(long seed) {
        this.random = new Random(seed);
        this.site = new RandomAdviceSite(random);
    }

    public static TripCase generate(long seed) {
        RandomAdvice advice = new RandomAdvice(seed);
        for (int convoy = 0; convoy < CONVOYS; convoy++) {
            advice.addConvoy(convoy);
        }
        return advice.finish();
    }

    private TripCase finish() {
        Instant end = RandomTrips.START.plus(Duration.ofMinutes(MINUTES));
        fixes.removeIf(fix -> fix.recordTime().isAfter(end));
        papers.removeIf(
                paper -> Instant.parse(paper.path("recordTime").asText()).isAfter(end));
        fixes.add(Draft.of("LAST", end, end, new Point(105, 20)));
        fixes.sort(Comparator.comparing(Draft::recordTime));
        papers.sort(BY_RECORD_TIME);
        List<String> columns = List.of("truck_id", "event_time", "received_time", "lat", "lon");
        List<String> positions = new ArrayList<>(List.of(String.join(",", columns)));
        fixes.forEach(fix -> positions.add(fix.toCsv(columns)));
        return new TripCase(site.toJson(), positions, lines(papers), lines(statuses()), NOW);
    }

    private static List<String> lines(List<ObjectNode> nodes) {
        return nodes.stream().map(JsonNode::toString).toList();
    }

    private void addConvoy(int number) {
        boolean isToBusy = random.nextInt(5) > 0;
        int gate = isToBusy
                ? random.nextInt(RandomAdviceSite.BUSY_GATES)
                : RandomAdviceSite.BUSY_GATES
                        + random.nextInt(RandomAdviceSite.GATES.size() - RandomAdviceSite.BUSY_GATES);
        String id = "20240503A%04d".formatted(number);
        Instant planned = RandomTrips.START.plus(minutes(MINUTES + 8 * 60));
        ObjectNode declared = paper(id, "DECLARED", planned.minus(minutes(20 * 60)))
                .put("authority", "ENTERPRISE")
                .put("gateId", RandomAdviceSite.GATES.get(gate))
                .put("direction", random.nextInt(4) > 0 ? "EXPORT" : "IMPORT");
        if (random.nextInt(8) > 0) {
            declared.put("plannedArrival", planned.toString());
        }
        declared.putArray("goods").addObject().put("category", pick(GOODS)).put("refrigerated", random.nextInt(4) == 0);
        ArrayNode list = declared.putArray("trucks");
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            String plate = "43C" + (20_000 + trucks++);
            list.addObject().put("country", "VN").put("plate", plate);
            if (random.nextInt(6) > 0) {
                come(id, plate, gate, planned.plus(Duration.ofMinutes((long) (60 * random.nextGaussian()))));
            }
        }
    }

    /** By its tracker or by its papers; away from the busy gates soon. */
    private void come(String id, String plate, int gate, Instant arrived) {
        Instant gone = arrived.plus(minutes(gate < RandomAdviceSite.BUSY_GATES ? 1200 : 90));
        if (random.nextBoolean()) {
            drive("VN:" + plate, gate, arrived, gone);
        } else {
            of(plate, paper(id, "GTIN", arrived));
            of(plate, paper(id, "GTIN", arrived).put("authority", "BORDER_GUARD"));
        }
        if (random.nextInt(5) > 0) {
            of(plate, paper(id, random.nextInt(8) > 0 ? "CROS" : "TURNED_BACK", gone));
        }
    }

    private void drive(String truck, int gate, Instant arrived, Instant gone) {
        Instant seen = arrived.minus(Duration.ofMinutes(30)).minus(minutes(90));
        fixAt(truck, seen, site.road(gate, 0.1 + 0.3 * random.nextDouble()));
        if (random.nextBoolean()) {
            fixAt(truck, seen.plus(minutes(20)), site.buffer(gate));
        }
        if (random.nextInt(6) > 0) {
            fixAt(truck, arrived, site.yard(gate));
            fixAt(truck, gone, site.abroad(gate));
        } else if (random.nextBoolean()) {
            fixAt(truck, gone, site.road(gate, 0.5));
        }
    }

    private void fixAt(String truck, Instant time, Point at) {
        fixes.add(Draft.of(truck, time, time.plusSeconds(random.nextInt(60)), at));
    }

    private static void of(String plate, ObjectNode paper) {
        paper.putArray("trucks").addObject().put("country", "VN").put("plate", plate);
    }

    private ObjectNode paper(String id, String type, Instant time) {
        ObjectNode paper = JsonNodeFactory.instance
                .objectNode()
                .put("declarationId", id)
                .put("type", type)
                .put("authority", "CUSTOMS")
                .put("eventTime", time.toString())
                .put("recordTime", time.plusSeconds(random.nextInt(120)).toString());
        papers.add(paper);
        return paper;
    }

    private List<ObjectNode> statuses() {
        List<ObjectNode> lines = new ArrayList<>();
        for (int i = random.nextInt(9); i > 0; i--) {
            String time = RandomTrips.START.plus(minutes(MINUTES)).toString();
            ObjectNode line = JsonNodeFactory.instance
                    .objectNode()
                    .put("gateId", pick(RandomAdviceSite.GATES))
                    .put("status", pick(List.of("OPEN", "CLOSED", "CLOSED", "REDUCED", "resting")))
                    .put("eventTime", time)
                    .put("recordTime", time);
            if (random.nextInt(4) > 0) {
                line.put("goods", pick(List.of("FRUIT", "REFRIGERATED", "OTHER")));
            }
            if (random.nextInt(3) == 0) {
                line.put("direction", pick(List.of("EXPORT", "IMPORT")));
            }
            lines.add(line);
        }
        lines.sort(BY_RECORD_TIME);
        return lines;
    }

    private Duration minutes(int bound) {
        return Duration.ofMinutes(random.nextInt(bound));
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
