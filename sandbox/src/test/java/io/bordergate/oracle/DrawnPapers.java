package io.bordergate.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A line of a milestones file and when it was received. Immutable.
 *
 * @param received as the line itself says
 */
public record DrawnPapers(Instant received, String line) {

    /** What was declared and confirmed of these outings, right and wrong, in the order in which it was received. */
    public static List<DrawnPapers> of(Random random, List<String> fleet, List<Outing> outings) {
        var papers = new RandomPapers(random, new RandomPlates(random, false), fleet);
        for (Outing outing : outings) {
            if (random.nextInt(6) > 0) {
                papers.declare(outing);
            }
        }
        List<DrawnPapers> drawn = new ArrayList<>();
        for (ObjectNode paper : new RandomReceipt(random).receive(papers.papers())) {
            drawn.add(new DrawnPapers(Instant.parse(paper.path("recordTime").asText()), paper.toString()));
        }
        return drawn;
    }
}
