package io.bordergate.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The brute-force second opinion on {@code gate replay}: from the same input it writes the same {@code stays.csv},
 * {@code occupancy.csv} and {@code fates.csv}, by the shortest way from the definitions: decide for each line whether
 * it counts, sort what counts by truck and time, walk it past every zone. Stateless.
 *
 * <p>Where the definitions leave room, this holds:
 *
 * <ul>
 *   <li><b>recordTime</b> is {@code received_time} if it is there and not empty, else {@code event_time}; if it lies
 *       after the program's own now, it is now. Times are cut to milliseconds.
 *   <li><b>UNREADABLE</b> (dead-lettered): not UTF-8, not as many fields as the header, a quote that is not closed on
 *       its line or not at a field's edge, no {@code truck_id} (empty or blank), an unparsable number or time in any
 *       known column, NaN, infinity, a time without zone, a blank line. If the header lacks a required column, all
 *       lines are.
 *   <li><b>Quarantined</b>, the first that applies: UNKNOWN_DATUM (neither empty, WGS84 nor GCJ02), ZERO_ISLAND
 *       (both within 0.001 degrees of zero, or either exactly zero), OUT_OF_RANGE, both judged as written; then GCJ02
 *       is converted and all that follows is judged in WGS-84: OUT_OF_BOX, FUTURE_TIME (eventTime later than recordTime
 *       by more than 5 min), BAD_TIME (eventTime before 2001, or before recordTime by more than 30 days).
 *   <li><b>LATE</b>: eventTime before the newest recordTime of the truck so far, this line included, less the window.
 *       Quarantined lines do not move it, late lines do.
 *   <li><b>DUPLICATE</b>: same truck, eventTime and position as a line that counts. Of several positions at one time
 *       one is APPLIED and each other is CONFLICT; a position's recordTime is the earliest among its duplicates.
 *   <li><b>Zones</b> are all features with a Polygon or MultiPolygon, of any kind; edges and vertices, of holes too,
 *       are inside, exactly. Rules that are absent: never silent, no least dwell, no exit buffer. A fix outside by no
 *       more than the buffer neither ends the stay nor is inside.
 *   <li><b>Silence</b> is strictly more than the timeout between two fixes of the track, or between its last fix and
 *       the clock: the greatest recordTime of all lines that are not dead-lettered and not received after now.
 *   <li><b>stays.csv</b> has visits only; an open stay is one. <b>occupancy.csv</b> counts exactly those, and says
 *       nothing about an instant at which comings and goings cancel out.
 *   <li>{@code maxSpeedKmh} and {@code accuracy_m} change nothing: a verdict on a fix by its neighbours would depend
 *       on the order of arrival.
 * </ul>
 */
public final class Oracle {

    private static final String USAGE = "usage: Oracle --site FILE --positions FILE --out DIR";

    private Oracle() {}

    /** The three files, each as lines with a header. Immutable. */
    public record Result(List<String> stays, List<String> occupancy, List<String> fates) {}

    public static Result run(Path site, Path positions, Instant now) throws IOException {
        Site places = Site.read(site);
        Recording recording = Recording.read(positions, places, now);
        List<Stay> visits = visits(recording, places);
        return new Result(
                staysCsv(visits), Occupancy.toCsv(visits), recording.fates().toCsv());
    }

    /** Every cut of a crossing line, truck by truck and line by line. */
    static List<Cut> cuts(Path site, Path positions, Instant now) throws IOException {
        Site places = Site.read(site);
        return Recording.read(positions, places, now).tracks().stream()
                .flatMap(track -> places.lines().stream().flatMap(line -> Crossings.cuts(track, line).stream()))
                .toList();
    }

    /** Every pass of a zone, truck by truck and zone by zone. */
    static List<Pass> passes(Path site, Path positions, Instant now) throws IOException {
        Site places = Site.read(site);
        Recording recording = Recording.read(positions, places, now);
        return recording.tracks().stream()
                .flatMap(track -> places.zones().stream()
                        .flatMap(zone -> Presence.of(track, zone, recording.clock()).passes().stream()))
                .toList();
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 6) {
            System.err.println(USAGE);
            System.exit(2);
        }
        Map<String, String> options = Map.of(args[0], args[1], args[2], args[3], args[4], args[5]);
        if (!options.keySet().containsAll(List.of("--site", "--positions", "--out"))) {
            System.err.println(USAGE);
            System.exit(2);
        }
        Result result = run(Path.of(options.get("--site")), Path.of(options.get("--positions")), Instant.now());
        Path out = Files.createDirectories(Path.of(options.get("--out")));
        TextLines.write(out.resolve("stays.csv"), result.stays());
        TextLines.write(out.resolve("occupancy.csv"), result.occupancy());
        TextLines.write(out.resolve("fates.csv"), result.fates());
    }

    private static List<Stay> visits(Recording recording, Site site) {
        List<Stay> visits = new ArrayList<>();
        for (Track track : recording.tracks()) {
            for (Zone zone : site.zones()) {
                visits.addAll(Presence.of(track, zone, recording.clock()).visits());
            }
        }
        visits.sort(Stay.IN_FILE_ORDER);
        return visits;
    }

    private static List<String> staysCsv(List<Stay> visits) {
        List<String> lines = new ArrayList<>();
        lines.add("truck_id,zone_id,entered_at,left_at,closed_by");
        visits.forEach(visit -> lines.add(visit.toCsv()));
        return lines;
    }
}
