package io.bordergate.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oracle against answers worked out by hand, on one square yard at 106..107 east, 21..22 north. */
class OracleTest {

    private static final Instant NOW = Instant.parse("2024-12-01T00:00:00Z");
    private static final String SQUARE = "[[106,21],[107,21],[107,22],[106,22],[106,21]]";
    private static final String INSIDE = "21.5,106.5";
    private static final String OUTSIDE = "21.5,107.5";

    @TempDir
    private Path folder;

    @Test
    void aStayEndsAtTheFirstFixOutside() throws IOException {
        var result = run("", "A,08:00:00," + INSIDE, "A,08:01:00," + INSIDE, "A,08:02:00," + OUTSIDE);

        assertThat(stays(result)).containsExactly("A,yard,08:00:00,08:02:00,EXIT");
        assertThat(occupancy(result)).containsExactly("yard,08:00:00,1", "yard,08:02:00,0");
        assertThat(fates(result)).containsExactly("APPLIED,,3");
    }

    @Test
    void silenceIsStrictlyLongerThanTheTimeout() throws IOException {
        var result = run(
                "'silenceTimeout':'PT10M'", "A,08:00:00," + INSIDE, "A,08:10:00," + INSIDE, "A,08:20:00.001," + INSIDE);

        assertThat(stays(result)).containsExactly("A,yard,08:00:00,08:10:00,SILENCE", "A,yard,08:20:00.001,,OPEN");
    }

    @Test
    void theClockOfTheWholeInputEndsAStayToo() throws IOException {
        String rule = "'silenceTimeout':'PT10M'";

        assertThat(stays(run(rule, "A,08:00:00," + INSIDE, "B,08:10:00," + OUTSIDE)))
                .containsExactly("A,yard,08:00:00,,OPEN");
        assertThat(stays(run(rule, "A,08:00:00," + INSIDE, "B,08:10:00.001," + OUTSIDE)))
                .containsExactly("A,yard,08:00:00,08:00:00,SILENCE");
    }

    @Test
    void quarantinedLinesMoveTheClockButClaimsFromTheFutureDoNot() throws IOException {
        String rule = "'silenceTimeout':'PT10M'";

        assertThat(stays(run(rule, "A,08:00:00," + INSIDE, "B,09:00:00,0,0")))
                .containsExactly("A,yard,08:00:00,08:00:00,SILENCE");
        assertThat(stays(run(rule, "A,08:00:00," + INSIDE, "!B,2999-01-01T00:00:00Z,21.5,106.5,")))
                .containsExactly("A,yard,08:00:00,,OPEN");
    }

    @Test
    void withinTheExitBufferATruckHasNotLeftAndIsNotInside() throws IOException {
        // one thousandth of a degree at 21.5 north is 103.46 m
        var result = run(
                "'exitBufferMetres':104",
                "A,07:59:00,21.5,107.001",
                "A,08:00:00," + INSIDE,
                "A,08:01:00,21.5,107.001",
                "A,08:02:00,21.5,107.00101",
                "B,08:00:00," + INSIDE,
                "B,08:01:00,21.5,107.001");

        assertThat(stays(result)).containsExactly("A,yard,08:00:00,08:02:00,EXIT", "B,yard,08:00:00,,OPEN");
    }

    @Test
    void aShortStayIsAPassAndAnOpenOneIsAVisit() throws IOException {
        var result = run(
                "'minDwell':'PT2M'",
                "A,08:00:00," + INSIDE,
                "A,08:01:59.999," + OUTSIDE,
                "B,08:00:00," + INSIDE,
                "B,08:02:00," + OUTSIDE,
                "C,08:02:00," + INSIDE);

        assertThat(stays(result)).containsExactly("B,yard,08:00:00,08:02:00,EXIT", "C,yard,08:02:00,,OPEN");
        assertThat(occupancy(result)).containsExactly("yard,08:00:00,1"); // one leaves as one comes
        assertThat(passes()).containsExactly("A yard 08:00:00 08:01:59.999");
    }

    @Test
    void edgesAndCornersAreInside() throws IOException {
        var result = run(
                "",
                "corner,08:00:00,22,107",
                "edge,08:00:00,21.25,106",
                "out-n,08:00:00," + Math.nextUp(22.0) + ",106.5",
                "out-w,08:00:00,21.25," + Math.nextDown(106.0));

        assertThat(stays(result)).containsExactly("corner,yard,08:00:00,,OPEN", "edge,yard,08:00:00,,OPEN");
    }

    @Test
    void ofTwoPlacesAtOneTimeTheEarlierReceivedCounts() throws IOException {
        var result = run(
                "",
                "!A,2024-05-03T08:00:00Z,21.5,107.5,2024-05-03T08:00:09Z",
                "!A,2024-05-03T08:00:00Z,21.5,106.5,2024-05-03T08:00:10Z",
                "!A,2024-05-03T08:00:00Z,21.5,106.5,2024-05-03T08:00:08Z",
                "!B,2024-05-03T08:00:00Z,21.5,107.5,2024-05-03T08:00:08Z",
                "!B,2024-05-03T08:00:00Z,21.5,106.5,2024-05-03T08:00:08Z",
                "!C,2024-05-03T08:00:00Z,21.4,107.5,2024-05-03T08:00:08Z",
                "!C,2024-05-03T08:00:00Z,21.5,106.5,2024-05-03T08:00:08Z");

        assertThat(stays(result)).containsExactly("A,yard,08:00:00,,OPEN", "B,yard,08:00:00,,OPEN");
        assertThat(fates(result)).containsExactly("APPLIED,,3", "FLAGGED,CONFLICT,3", "NO_OP,DUPLICATE,1");
    }

    @Test
    void exactlyAsOldAsTheWindowIsInTime() throws IOException {
        var result = run(
                "",
                "A,08:30:00," + OUTSIDE,
                "A,08:00:00," + INSIDE,
                "A,07:59:59.999," + INSIDE,
                "B,07:00:00," + OUTSIDE);

        assertThat(stays(result)).containsExactly("A,yard,08:00:00,08:30:00,EXIT");
        assertThat(fates(result)).containsExactly("APPLIED,,3", "LATE,OUTSIDE_WINDOW,1");
    }

    @Test
    void everyUnusableLineHasItsReason() throws IOException {
        var result = run(
                "",
                "!",
                "!A,2024-05-03T08:00:00,21.5,106.5,",
                "!A,2024-05-03T08:00:00Z,NaN,106.5,",
                "!\"A,2024-05-03T08:00:00Z,21.5,106.5,",
                "!\"A\",2024-05-03T08:00:00Z,0.0009,-0.0009,",
                "!A,2024-05-03T08:00:00Z,21.5,0,",
                "!A,2024-05-03T08:00:00Z,21.5,181,",
                "!A,2024-05-03T08:05:00.001Z,21.5,106.5,2024-05-03T08:00:00Z",
                "!A,2000-12-31T23:59:59.999Z,21.5,106.5,",
                "!A,2024-04-03T08:00:00Z,21.5,106.5,2024-05-03T08:00:00.001Z");

        assertThat(fates(result))
                .containsExactly(
                        "DEAD_LETTERED,UNREADABLE,4",
                        "QUARANTINED,BAD_TIME,2",
                        "QUARANTINED,FUTURE_TIME,1",
                        "QUARANTINED,OUT_OF_RANGE,1",
                        "QUARANTINED,ZERO_ISLAND,2");
        assertThat(stays(result)).isEmpty();
    }

    @Test
    void aLineIsCutOnceAlsoByATruckThatStopsOnIt() throws IOException {
        run(
                "",
                "A,08:00:00,21.5,107.9",
                "A,08:01:00,21.5,108",
                "A,08:02:00,21.5,108.1",
                "A,08:03:00,21.5,107.9",
                "B,08:00:00,21.5,105.5",
                "B,08:05:00,21.5,107.5");

        assertThat(Oracle.cuts(site(), positions(), NOW))
                .extracting(cut -> cut.truck() + " " + cut.direction() + " " + time(cut.at()))
                .containsExactly("A LEFT_TO_RIGHT 08:01:00", "A RIGHT_TO_LEFT 08:03:00");
        assertThat(passes()).containsExactly("B yard 08:00:00 08:05:00");
    }

    /** Each line is {@code truck,time of 3 May 2024,lat,lon}, or after an exclamation mark the text as it stands. */
    private Oracle.Result run(String rules, String... lines) throws IOException {
        Files.writeString(site(), site(rules));
        List<String> file = new ArrayList<>(List.of("truck_id,event_time,lat,lon,received_time"));
        for (String line : lines) {
            file.add(line.startsWith("!") ? line.substring(1) : fullTime(line) + ",");
        }
        TextLines.write(positions(), file);
        return Oracle.run(site(), positions(), NOW);
    }

    private static String fullTime(String line) {
        return line.replaceFirst(",(\\d\\d:\\d\\d:[0-9.]+),", ",2024-05-03T$1Z,");
    }

    private static String site(String rules) {
        String yard = "{'type':'Feature','id':'yard','properties':{RULES},"
                + "'geometry':{'type':'Polygon','coordinates':[SQUARE]}}";
        String line = "{'type':'Feature','id':'line','properties':{},"
                + "'geometry':{'type':'LineString','coordinates':[[108,21],[108,22]]}}";
        String site = "{'type':'FeatureCollection','features':[" + yard + "," + line + "]}";
        return site.replace("RULES", rules).replace("SQUARE", SQUARE).replace('\'', '"');
    }

    private Path site() {
        return folder.resolve("site.json");
    }

    private Path positions() {
        return folder.resolve("positions.csv");
    }

    private List<String> passes() throws IOException {
        return Oracle.passes(site(), positions(), NOW).stream()
                .map(pass -> pass.truck() + " " + pass.zone() + " " + time(pass.from()) + " " + time(pass.to()))
                .toList();
    }

    private static List<String> stays(Oracle.Result result) {
        return shortened(result.stays());
    }

    private static List<String> occupancy(Oracle.Result result) {
        return shortened(result.occupancy());
    }

    private static List<String> fates(Oracle.Result result) {
        return result.fates().stream()
                .skip(1)
                .map(line -> line.replaceFirst("positions,", ""))
                .toList();
    }

    private static List<String> shortened(List<String> csv) {
        return csv.stream().skip(1).map(OracleTest::shortened).toList();
    }

    private static String shortened(String line) {
        return line.replaceAll("2024-05-03T([0-9:.]+)Z", "$1");
    }

    private static String time(Instant at) {
        return shortened(at.toString());
    }
}
