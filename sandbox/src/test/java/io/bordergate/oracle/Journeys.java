package io.bordergate.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A made-up input: the text of a site file, the lines of a positions file with its header, and a now that is long after
 * all of it, so that the wall clock of whoever reads it makes no difference. Immutable.
 */
public record Journeys(String site, List<String> positions, String lineEnd, Instant now) {

    public Path siteFile(Path folder) {
        return folder.resolve("site.json");
    }

    public Path positionsFile(Path folder) {
        return folder.resolve("positions.csv");
    }

    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(siteFile(folder), site);
        Files.writeString(positionsFile(folder), String.join(lineEnd, positions) + lineEnd);
    }

    public Journeys withPositions(List<String> otherPositions) {
        return new Journeys(site, otherPositions, lineEnd, now);
    }
}
