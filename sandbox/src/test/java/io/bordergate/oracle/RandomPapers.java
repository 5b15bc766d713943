package io.bordergate.oracle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws what is declared and confirmed of an outing, as far as it is at all: right or wrong, early, late or missing, by
 * one authority or both. Not thread-safe.
 */
final class RandomPapers {

    private static final List<Duration> LIMITS = List.of(
            Duration.ZERO,
            Duration.ofMinutes(45),
            Duration.ofHours(2),
            Duration.ofHours(3),
            Duration.ofHours(4),
            Duration.ofHours(48),
            Duration.ofHours(72));
    private static final List<Double> SHARES = List.of(0.0, 0.2, 0.5, 0.8, 0.95);

    private final Random random;
    private final RandomPlates plates;
    private final List<String> fleet;
    private final RandomAmendments amendments;
    private final List<ObjectNode> papers = new ArrayList<>();
    private int declarations;
    private double shareConfirmed;

    RandomPapers(Random random, RandomPlates plates, List<String> fleet) {
        this.random = random;
        this.plates = plates;
        this.fleet = fleet;
        this.amendments = new RandomAmendments(random);
    }

    List<ObjectNode> papers() {
        return papers;
    }

    void declare(Outing outing) {
        String id = declared(outing);
        if (chance(5)) {
            amend(id, outing, outing);
        }
    }

    /** One declaration for both: amended for the other gate at some time, and confirmed at each as far as it is at all. */
    void declareMove(Outing first, Outing second) {
        String id = declared(first);
        amend(id, first, second);
        confirm(id, second);
    }

    private String declared(Outing outing) {
        String id = "20240503%05d".formatted(declarations++);
        Instant declared = outing.arrived().minus(Duration.ofMinutes(random.nextInt(1800) - 120));
        ObjectNode declaration = paper(id, "DECLARED", "ENTERPRISE", declared);
        fill(declaration, outing);
        trucks(declaration, truckList(outing.truck()));
        if (!chance(30)) {
            papers.add(declaration); // else an orphan: all that follows waits for ever, or names its truck itself
        }
        shareConfirmed = SHARES.get(random.nextInt(SHARES.size()));
        confirm(id, outing);
        change(id, outing, declared);
        return id;
    }

    private void amend(String id, Outing first, Outing second) {
        for (RandomAmendments.Amendment amendment : amendments.of(first, second)) {
            ObjectNode paper = chance(6)
                    ? paper(id, "REGISTERED", "CUSTOMS", amendment.at())
                    : paper(id, "AMENDED", "ENTERPRISE", amendment.at());
            if (!chance(8)) {
                paper.put("gateId", RandomTripSite.GATES.get(amendment.gate()));
            }
            if (chance(2)) {
                paper.put("yardId", RandomTripSite.yardId(amendment.gate(), amendment.yard()));
            }
            if (chance(3)) {
                trucks(paper, truckList(first.truck()));
            }
            papers.add(paper);
        }
        if (chance(8)) {
            papers.add(paper(
                    id,
                    "CANCELLED",
                    "ENTERPRISE",
                    second.arrived().plus(minutes(400)).minus(minutes(400))));
        }
    }

    private void fill(ObjectNode paper, Outing outing) {
        int gate = chance(8) ? 1 - outing.gate() : outing.gate();
        if (!chance(15)) {
            paper.put("gateId", chance(40) ? "chi-ma" : RandomTripSite.GATES.get(gate));
        }
        if (!chance(8)) {
            paper.put("direction", chance(20) ? "sideways" : outing.direction());
        }
        if (!chance(4)) {
            Instant planned = near(outing.arrived().plus(Duration.ofMinutes((long) (120 * random.nextGaussian()))));
            paper.put("plannedArrival", planned.toString());
        }
        if (!chance(3)) {
            int yard = chance(6) ? 1 - outing.yard() : outing.yard();
            paper.put("yardId", chance(20) ? "nowhere" : RandomTripSite.yardId(gate, yard));
        }
        if (chance(6)) {
            paper.put("tripKind", pick("GOODS", "EMPTY", "YARD_ONLY", "weird"));
        }
        if (chance(3)) {
            paper.putArray("goods").addObject().put("category", "FRUIT").put("refrigerated", random.nextBoolean());
        }
    }

    private void confirm(String id, Outing outing) {
        Instant arrived = outing.arrived();
        Instant inside = outing.enteredYard().orElse(arrived);
        maybe(id, "REGISTERED", "CUSTOMS", arrived.minus(minutes(600)), outing);
        maybe(id, "GTIN", "CUSTOMS", near(arrived), outing);
        maybe(id, "GTIN", "BORDER_GUARD", near(arrived.plus(minutes(30))), outing);
        if (chance(4)) {
            maybe(id, "GTIN", pick("ENTERPRISE", "YARD_OPERATOR"), arrived.plus(minutes(60)), outing);
        }
        maybe(id, "YARD_IN", "YARD_OPERATOR", near(inside), outing);
        maybe(id, pick("INSP", "INSP_REQUIRED", "FEES_PAID", "TRANSPORT_LICENSED"), "TRANSPORT", inside, outing);
        maybe(id, pick("CUSS", "CUSI"), "CUSTOMS", inside.plus(minutes(60)), outing);
        maybe(id, "CUSR", "CUSTOMS", near(inside.plus(minutes(90))), outing);
        maybe(id, "YARD_OUT", "YARD_OPERATOR", near(outing.left()), outing);
        if (outing.hasTurnedBack() != chance(12)) {
            maybe(id, "TURNED_BACK", "BORDER_GUARD", outing.left(), outing);
        } else {
            maybe(id, "GTOT", "CUSTOMS", near(outing.left()), outing);
            maybe(id, "CROS", "BORDER_GUARD", near(outing.left().plus(minutes(20))), outing);
        }
    }

    private void change(String id, Outing outing, Instant declared) {
        if (chance(6)) {
            ObjectNode amended = paper(id, "AMENDED", "ENTERPRISE", declared.plus(minutes(900)));
            trucks(amended, truckList(chance(2) ? other() : outing.truck()));
            papers.add(amended);
        }
        if (chance(8)) {
            ObjectNode cancelled = paper(id, "CANCELLED", "ENTERPRISE", declared.plus(minutes(2000)));
            if (chance(3)) {
                trucks(cancelled, List.of(chance(2) ? other() : outing.truck()));
            }
            papers.add(cancelled);
            if (chance(3)) {
                Instant anew =
                        Instant.parse(cancelled.path("eventTime").asText()).plus(minutes(2));
                ObjectNode declaredAnew = paper(id, "DECLARED", "ENTERPRISE", anew);
                trucks(declaredAnew, chance(2) ? List.of() : List.of(outing.truck()));
                papers.add(declaredAnew);
            }
        }
        if (chance(8)) {
            transship(id, outing);
        }
        if (chance(8)) {
            ObjectNode plan = paper(id, "GTIN", "ENTERPRISE", outing.arrived().plus(minutes(300)));
            papers.add(plan.put("classifier", pick("PLN", "EST")).put("recordTime", declared.toString()));
        }
    }

    private void transship(String id, Outing outing) {
        papers.add(paper(id, "TRANSSHIPPED", "CUSTOMS", near(outing.left())));
        for (int i = 0; i < 2; i++) {
            ObjectNode leaves = paper(id, "GTOT", "CUSTOMS", outing.left().plus(minutes(200)));
            trucks(leaves, List.of(other()));
            papers.add(leaves);
        }
    }

    private void maybe(String id, String type, String authority, Instant time, Outing outing) {
        if (random.nextDouble() > shareConfirmed) {
            return;
        }
        ObjectNode paper = paper(id, type, authority, time);
        if (chance(6)) {
            trucks(paper, List.of(outing.truck()));
        }
        if (chance(25)) {
            fill(paper, outing);
        }
        papers.add(paper);
    }

    private ObjectNode paper(String id, String type, String authority, Instant time) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("declarationId", id)
                .put("type", type)
                .put("authority", authority)
                .put("eventTime", time.toString());
    }

    /** Mostly the truck alone. */
    private List<String> truckList(String truck) {
        List<String> trucks = new ArrayList<>(List.of(truck));
        while (chance(5)) {
            trucks.add(other());
        }
        return trucks;
    }

    private void trucks(ObjectNode paper, List<String> ids) {
        ArrayNode trucks = paper.putArray("trucks");
        ids.forEach(id -> trucks.add(plates.write(id)));
    }

    private String other() {
        return fleet.get(random.nextInt(fleet.size()));
    }

    /** Often exact to the minute, sometimes at a limit or a millisecond to either side. */
    private Instant near(Instant time) {
        if (chance(6)) {
            Duration limit = LIMITS.get(random.nextInt(LIMITS.size()));
            return time.plus(limit.plusMillis(random.nextInt(3) - 1L));
        }
        return time.plus(minutes(chance(8) ? 400 : 25)).minus(minutes(20));
    }

    private Duration minutes(int bound) {
        return Duration.ofMinutes(random.nextInt(bound));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }
}
