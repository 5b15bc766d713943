package io.bordergate.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A made-up input with both flows: the text of a site file, the lines of a positions file with its header and of a
 * milestones file and one of gate status, and a now that is long after all of it. Immutable.
 */
public record TripCase(
        String site, List<String> positions, List<String> milestones, List<String> statuses, Instant now) {

    /** Without a word of the operators. */
    public TripCase(String site, List<String> positions, List<String> milestones, Instant now) {
        this(site, positions, milestones, List.of(), now);
    }

    public Path siteFile(Path folder) {
        return folder.resolve("site.json");
    }

    public Path positionsFile(Path folder) {
        return folder.resolve("positions.csv");
    }

    public Path milestonesFile(Path folder) {
        return folder.resolve("milestones.jsonl");
    }

    public Path statusFile(Path folder) {
        return folder.resolve("status.jsonl");
    }

    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(siteFile(folder), site);
        TextLines.write(positionsFile(folder), positions);
        TextLines.write(milestonesFile(folder), milestones);
        TextLines.write(statusFile(folder), statuses);
    }

    public TripCase with(List<String> otherPositions, List<String> otherMilestones) {
        return new TripCase(site, otherPositions, otherMilestones, statuses, now);
    }

    TripCase withStatuses(List<String> otherStatuses) {
        return new TripCase(site, positions, milestones, otherStatuses, now);
    }

    /** What the oracle makes of it. */
    public Oracle.Result result() {
        return Oracle.run(parsedSite(), new Input(positions, milestones, statuses), now);
    }

    Site parsedSite() {
        return Site.of(siteTree());
    }

    /** Its own at each call. */
    ObjectNode siteTree() {
        try {
            return (ObjectNode) new ObjectMapper().readTree(site);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the made-up site is not JSON", broken);
        }
    }
}
