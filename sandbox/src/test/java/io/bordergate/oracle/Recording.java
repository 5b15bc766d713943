package io.bordergate.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A whole positions file, read and sorted out: the tracks by truck, the last moment known, and every line's fate. Immutable. */
record Recording(List<Fix> usable, List<Track> tracks, Optional<Instant> clock, FateTable fates) {

    static Recording read(Path positions, Site site, Instant now) throws IOException {
        return of(lines(TextLines.read(positions), site, now), site);
    }

    /** The first line is the header; without one there is no input. */
    static List<Line> lines(List<String> texts, Site site, Instant now) {
        return lines(texts, Bindings.of(List.of()), site, now);
    }

    static List<Line> lines(List<String> texts, Bindings bindings, Site site, Instant now) {
        if (texts.isEmpty()) {
            return List.of();
        }
        LineReader reader = new LineReader(TextLines.withoutMark(texts.get(0)), bindings, site, now);
        return texts.stream().skip(1).map(reader::read).toList();
    }

    static Recording of(List<Line> lines, Site site) {
        FateTable fates = new FateTable("positions");
        TreeMap<String, Arrivals> byTruck = new TreeMap<>();
        for (Line line : lines) {
            line.refusal().ifPresent(fates::count);
            line.usableFix().ifPresent(fix -> {
                Arrivals arrivals = byTruck.computeIfAbsent(fix.truck(), truck -> new Arrivals(site));
                fates.count(arrivals.take(fix));
            });
        }
        List<Track> tracks = new ArrayList<>();
        byTruck.forEach((truck, arrivals) -> tracks.add(new Track(truck, arrivals.steps())));
        tracks.removeIf(track -> track.steps().isEmpty());
        List<Fix> usable =
                lines.stream().flatMap(line -> line.usableFix().stream()).toList();
        return new Recording(usable, tracks, lastRecordTime(lines), fates);
    }

    /** Quarantined lines move the clock too; a claim to be received after now does not. */
    static Optional<Instant> lastRecordTime(Collection<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.fix().stream())
                .filter(fix -> !fix.capped())
                .map(Fix::recordTime)
                .reduce(Lateness::later);
    }
}
