package io.bordergate.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two cases as they were observed at Huu Nghi, milestone by milestone, and the rows that docs/trips.md makes of them. */
class ObservedCasesTest {

    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final String EXPORT = "2026050200533";
    private static final String IMPORT = "2026050300533";

    private final List<String> milestones = new ArrayList<>();

    @Test
    void theExportThatCameTenHoursLate() throws IOException {
        say(
                EXPORT,
                "DECLARED",
                "ENTERPRISE",
                "02T22:46:40",
                "\"direction\":\"EXPORT\"," + "\"plannedArrival\":\"2026-05-02T23:03:00+07:00\","
                        + trucks("VN", "12C-123.45"));
        say(EXPORT, "REGISTERED", "CUSTOMS", "02T22:50:45");
        say(EXPORT, "INSP", "MEDICAL_QUARANTINE", "03T08:54:20");
        say(EXPORT, "GTIN", "CUSTOMS", "03T09:40:14");
        say(EXPORT, "YARD_IN", "CUSTOMS", "03T09:57:07");
        say(EXPORT, "FEES_PAID", "MANAGEMENT_CENTRE", "03T10:07:35");
        say(EXPORT, "CUSR", "CUSTOMS", "03T10:07:46");
        say(EXPORT, "GTIN", "BORDER_GUARD", "03T11:03:25");
        say(EXPORT, "YARD_OUT", "CUSTOMS", "03T13:51:58");
        say(EXPORT, "YARD_OUT", "BORDER_GUARD", "03T13:53:42");
        say(EXPORT, "CROS", "BORDER_GUARD", "03T13:53:42");

        String trip = "VN:12C12345|huu-nghi|2026-05-02T15:46:40Z";
        assertThat(run().trips().subList(1, 2))
                .containsExactly(
                        trip + ",VN:12C12345,huu-nghi,EXPORT," + EXPORT + ",CROSSED,EXPECTED,"
                                + "2026-05-03T04:03:25Z,2026-05-03T02:57:07Z,2026-05-03T06:51:58Z,2026-05-03T06:53:42Z,CROSSED");
        assertThat(run().discrepancies())
                .containsExactly(
                        "trip_id,truck_id,gate_id,kind,opened_at,closed_at",
                        trip + ",VN:12C12345,huu-nghi,AUTHORITY_LAG,2026-05-03T03:25:14Z,2026-05-03T04:03:25Z",
                        trip + ",VN:12C12345,huu-nghi,CONFIRMED_NOT_SEEN,2026-05-03T03:25:14Z,2026-05-03T06:53:42Z",
                        trip + ",VN:12C12345,huu-nghi,FINISHED_NOT_LEFT,2026-05-03T06:07:46Z,2026-05-03T06:51:58Z",
                        trip + ",VN:12C12345,huu-nghi,NO_SHOW,2026-05-02T20:03:00Z,2026-05-03T02:40:14Z");
        assertThat(run().fates()).containsExactly("input,fate,reason,count", "milestones,APPLIED,,11");
    }

    @Test
    void theImportThatWasTransshippedIntoTwo() throws IOException {
        say(
                IMPORT,
                "DECLARED",
                "ENTERPRISE",
                "03T13:15:21",
                "\"direction\":\"IMPORT\"," + "\"plannedArrival\":\"2026-05-03T13:30:00+07:00\","
                        + trucks("CN", "\u6842A\u00B712345"));
        say(IMPORT, "REGISTERED", "CUSTOMS", "03T13:19:15");
        say(IMPORT, "GTIN", "CUSTOMS", "03T13:34:11");
        say(IMPORT, "YARD_IN", "CUSTOMS", "03T13:34:11");
        say(IMPORT, "GTIN", "BORDER_GUARD", "03T13:34:04");
        say(IMPORT, "INSP", "MEDICAL_QUARANTINE", "03T13:34:19");
        say(IMPORT, "TRANSSHIPPED", "CUSTOMS", "03T14:21:40");
        say(IMPORT, "FEES_PAID", "MANAGEMENT_CENTRE", "03T14:48:22");
        say(IMPORT, "CUSR", "CUSTOMS", "03T15:05:58");
        say(IMPORT, "YARD_OUT", "BORDER_GUARD", "03T15:39:08");
        say(IMPORT, "CROS", "BORDER_GUARD", "03T15:39:08");
        say(IMPORT, "GTOT", "CUSTOMS", "03T17:46:46", trucks("VN", "12C-111.11"));
        say(IMPORT, "GTOT", "CUSTOMS", "03T17:53:03", trucks("VN", "12C-222.22"));

        String left = "VN:12C11111|huu-nghi|2026-05-03T10:46:46Z,VN:12C11111,huu-nghi,";
        String leftLater = "VN:12C22222|huu-nghi|2026-05-03T10:53:03Z,VN:12C22222,huu-nghi,";
        String brought = "CN:\u6842A12345|huu-nghi|2026-05-03T06:15:21Z,CN:\u6842A12345,huu-nghi,";
        assertThat(run().trips().subList(1, 4))
                .containsExactly(
                        brought + "IMPORT," + IMPORT + ",CROSSED,EXPECTED,2026-05-03T06:34:11Z,2026-05-03T06:34:11Z,"
                                + "2026-05-03T08:39:08Z,2026-05-03T08:39:08Z,CROSSED",
                        left + "IMPORT," + IMPORT + ",LEFT,EXPECTED,,,2026-05-03T10:46:46Z,,LEFT",
                        leftLater + "IMPORT," + IMPORT + ",LEFT,EXPECTED,,,2026-05-03T10:53:03Z,,LEFT");
        assertThat(run().discrepancies())
                .containsExactly(
                        "trip_id,truck_id,gate_id,kind,opened_at,closed_at",
                        brought + "CONFIRMED_NOT_SEEN,2026-05-03T07:19:04Z,2026-05-03T08:39:08Z");
    }

    private void say(String declaration, String type, String authority, String time, String... more) {
        List<String> members = new ArrayList<>(List.of(
                "\"declarationId\":\"" + declaration + "\"",
                "\"type\":\"" + type + "\"",
                "\"authority\":\"" + authority + "\"",
                "\"gateId\":\"huu-nghi\"",
                "\"eventTime\":\"2026-05-" + time + "+07:00\""));
        members.addAll(List.of(more));
        milestones.add("{" + String.join(",", members) + "}");
    }

    private static String trucks(String country, String plate) {
        return "\"trucks\":[{\"country\":\"" + country + "\",\"plate\":\"" + plate + "\"}]";
    }

    private Oracle.Result run() throws IOException {
        String site = "{\"features\":[{\"id\":\"huu-nghi\",\"properties\":{\"kind\":\"gate\"},"
                + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[106.71112,21.97062]}}]}";
        Input input = new Input(List.of(), milestones, List.of());
        return Oracle.run(Site.of(new ObjectMapper().readTree(site)), input, NOW);
    }
}
