package io.bordergate.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The brute-force second opinion on {@code gate replay}: from the same input it writes the same {@code stays.csv},
 * {@code occupancy.csv}, {@code trips.csv}, {@code discrepancies.csv}, {@code fates.csv}, {@code alerts.csv},
 * {@code daily.csv} and {@code advice.csv}, by the shortest way from the definitions: decide for each line whether it counts, sort what counts
 * by truck and time, walk it past every zone; as docs/positions.md has it; then docs/trips.md section by section; then
 * docs/gates.md, docs/forecast.md and docs/advice.md, minute by minute from what was known at each. Nothing is ever forgotten: inputs must
 * span less than 30 days. Stateless.
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
 *   <li><b>device_id</b>: where the truck_id is blank, the truck is that of the binding that holds at event_time.
 *   <li><b>Quarantined</b>, the first that applies: UNKNOWN_DATUM (neither empty, WGS84 nor GCJ02), NOT_A_TRUCK (the
 *       key as it stands: after two digits a series with an R in it, whatever follows), ZERO_ISLAND
 *       (both within 0.001 degrees of zero, or either exactly zero), OUT_OF_RANGE, both judged as written; then GCJ02
 *       is converted and all that follows is judged in WGS-84: OUT_OF_BOX, FUTURE_TIME (eventTime later than recordTime
 *       by more than 5 min), BAD_TIME (eventTime before 2001, or before recordTime by more than 30 days, and not mended).
 *   <li><b>LATE</b>: eventTime before the newest recordTime of the truck so far, this line included, less the window.
 *       Quarantined lines do not move it, late lines do.
 *   <li><b>DUPLICATE</b>: same truck, eventTime and position as a line that counts. Of several positions at one time
 *       each but the first to come is CONFLICT; a position's recordTime is the earliest among its duplicates. A vague
 *       fix has no position: it is no duplicate of a placed one, wherever that is.
 *   <li><b>FLOOD</b> lines do not move the window of their truck; late ones do.
 *   <li><b>POS_FROZEN</b>: a vague one among the 5 fixes before is at no place, so the truck is not frozen.
 *   <li><b>Zones</b> are all features with a Polygon or MultiPolygon, of any kind; edges and vertices, of holes too,
 *       are inside, exactly. Rules that are absent: never silent, no least dwell, no exit buffer. A fix outside by no
 *       more than the buffer neither ends the stay nor is inside.
 *   <li><b>A sign of life</b> is a vague fix or a suspect that was not accepted; the place it stands in for is that of
 *       the last accepted fix.
 *   <li><b>Silence</b> is strictly more than the timeout between two fixes of the track, or between its last fix and
 *       the clock: the greatest recordTime of all lines of all files that are not dead-lettered and not received after
 *       now. A line of JSON without {@code recordTime} was received at its eventTime.
 *   <li><b>stays.csv</b> has visits only; an open stay is one. <b>occupancy.csv</b> counts exactly those, and says
 *       nothing about an instant at which comings and goings cancel out.
 *   <li><b>A crossing line</b> is cut by the straight way between two fixes; a fix on it is right of it.
 * </ul>
 *
 * <p>And of trips and forecasts:
 *
 * <ul>
 *   <li><b>DUPLICATE</b> is a milestone whose content any line of the same identity had, also one that was set aside.
 *       The recordTime of a content is the earliest of its lines.
 *   <li><b>AWAITS_DECLARATION</b> is a fate at the end: what is released is counted by its flags.
 *   <li>A limit <b>has passed</b> once the clock has reached it.
 *   <li>A <b>spell</b> holds from its beginning on, and no more at its end.
 *   <li><b>Such a spell</b> of a former cover is one that also overlaps; a passage that arrives with the next has no
 *       moment, and overlaps none.
 *   <li>Of <b>SILENT_INSIDE</b> the last visit is the one that ended last, of several the last in order, and the next
 *       sighting is the truck's next, in whatever passage.
 *   <li>A trip's <b>kind</b> is found as its direction is; GOODS if no active cover gives one.
 *   <li>The <b>first fact</b> of a gate is its first change of status, or the first trip there that is counted.
 *   <li><b>PREDICTION</b> begins 24 hours after the first fact, with what was forecast in the quarter hour before. It keeps
 *       to its thresholds as what it predicts would; then it counts one level less.
 *   <li>A truck was <b>seen on its way</b> at its last accepted fix while it was in no gate, yard or crossing; a newer one
 *       counts if it is ten minutes newer. The line to the gate ends at the nearest edge of its zone.
 * </ul>
 */
public final class Oracle {

    private static final String USAGE =
            "usage: Oracle --site FILE [--positions FILE] [--milestones FILE] [--status FILE] --out DIR";
    private static final Set<String> OPTIONS = Set.of("--site", "--positions", "--milestones", "--status", "--out");

    private Oracle() {}

    /** The eight files, each as lines with a header. Immutable. */
    public record Result(
            List<String> stays,
            List<String> occupancy,
            List<String> trips,
            List<String> discrepancies,
            List<String> fates,
            GateReport gates) {

        /** Found when they are first asked for: that takes longer than all the rest. */
        public List<String> alerts() {
            return gates.alerts();
        }

        public List<String> daily() {
            return gates.daily();
        }

        public List<String> advice() {
            return gates.advice();
        }
    }

    public static Result run(Path site, Path positions, Instant now) throws IOException {
        return run(site, positions, null, null, now);
    }

    /** Each file but the site may be null: there is none. */
    public static Result run(Path site, Path positions, Path milestones, Path status, Instant now) throws IOException {
        Site places = Site.read(site);
        return run(places, new Input(lines(positions), lines(milestones), lines(status)), now);
    }

    /** Positions of devices that may not know which truck they are on, and the file that does. */
    public static Result runWithDevices(Path site, Path positions, Path bindings, Instant now) throws IOException {
        return run(Site.read(site), new Input(lines(positions), List.of(), List.of(), lines(bindings)), now);
    }

    static Result run(Site site, Input input, Instant now) {
        List<Line> lines = Recording.lines(input.positions(), Bindings.of(input.bindings()), site, now);
        Milestones milestones = Milestones.of(input.milestones(), site, now);
        Statuses statuses = Statuses.of(input.statuses(), site, now);
        Optional<Instant> clock = Stream.of(Recording.lastRecordTime(lines), milestones.clock(), statuses.clock())
                .flatMap(Optional::stream)
                .reduce(Lateness::later);
        Recording recording = Recording.of(Waiting.settle(lines, clock.orElse(Instant.MIN)), site);
        List<Stay> visits = visits(recording, site, clock);
        Map<String, Sightings> seen = new TreeMap<>();
        recording.tracks().forEach(track -> seen.put(track.truck(), Sightings.of(track, site, clock)));
        TripTable trips = TripTable.of(seen, milestones.declarations(), site, clock.orElse(Instant.MIN));
        return new Result(
                staysCsv(visits),
                Occupancy.toCsv(visits),
                trips.tripsCsv(),
                trips.discrepanciesCsv(),
                fatesCsv(List.of(recording.fates(), milestones.fates(), statuses.fates())),
                new GateReport(
                        Received.inOrder(recording.usable(), milestones.usable(), statuses.used()),
                        site,
                        clock.orElse(Instant.MIN)));
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
        Map<String, Path> options = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], Path.of(args[i + 1]));
        }
        boolean isUsable = args.length % 2 == 0
                && OPTIONS.containsAll(options.keySet())
                && options.keySet().containsAll(List.of("--site", "--out"));
        if (!isUsable) {
            System.err.println(USAGE);
            System.exit(2);
        }
        Result result = run(
                options.get("--site"),
                options.get("--positions"),
                options.get("--milestones"),
                options.get("--status"),
                Instant.now());
        write(result, Files.createDirectories(options.get("--out")));
    }

    private static void write(Result result, Path out) throws IOException {
        TextLines.write(out.resolve("stays.csv"), result.stays());
        TextLines.write(out.resolve("occupancy.csv"), result.occupancy());
        TextLines.write(out.resolve("trips.csv"), result.trips());
        TextLines.write(out.resolve("discrepancies.csv"), result.discrepancies());
        TextLines.write(out.resolve("fates.csv"), result.fates());
        TextLines.write(out.resolve("alerts.csv"), result.alerts());
        TextLines.write(out.resolve("daily.csv"), result.daily());
        TextLines.write(out.resolve("advice.csv"), result.advice());
    }

    private static List<String> lines(Path file) throws IOException {
        return file == null ? List.of() : TextLines.read(file);
    }

    private static List<Stay> visits(Recording recording, Site site, Optional<Instant> clock) {
        List<Stay> visits = new ArrayList<>();
        for (Track track : recording.tracks()) {
            for (Zone zone : site.zones()) {
                visits.addAll(Presence.of(track, zone, clock).visits());
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

    private static List<String> fatesCsv(List<FateTable> inputs) {
        List<String> lines = new ArrayList<>();
        lines.add("input,fate,reason,count");
        inputs.forEach(input -> lines.addAll(input.toCsv()));
        return lines;
    }
}
