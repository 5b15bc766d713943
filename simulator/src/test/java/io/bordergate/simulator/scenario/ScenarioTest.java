package io.bordergate.simulator.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bordergate.simulator.site.SiteMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A scenario is read whole or refused with every fault it has. */
class ScenarioTest {

    private static final Path SITE_FILE = Path.of("../deploy/site/lang-son.geojson");

    @Test
    void listsAllFaultsAtOnce() throws IOException {
        String bad = normalDay()
                .replace("seed: 20260504", "seed: many")
                .replace("days: 7\n", "dayz: 7\n")
                .replace("crossing: 07:00-18:00", "crossing: 18:00-07:00")
                .replace("perDay: 85", "perDay: -3")
                .replace("road: huu-nghi-south, phase: GATE", "road: huu-nghi-souht, phase: GATE")
                .replace("noiseMetres: 5 ", "noiseMetres: 50 ");

        assertThat(refused(bad).faults())
                .containsExactlyInAnyOrder(
                        "seed must be a whole number from -9223372036854775808 to 9223372036854775807, is \"many\"",
                        "days is missing",
                        "dayz is not known here: remove it or correct its name",
                        "opening.crossing must be a part of the day such as 07:00-18:00, is '18:00-07:00'",
                        "flows[0].perDay must be a whole number from 0 to 100000, is -3",
                        "flows[0].route[4].road names 'huu-nghi-souht', which is not under roads",
                        "flows[1].route[5].road names 'huu-nghi-souht', which is not under roads",
                        "reporting.noiseMetres must be a number from 0 to 10, is 50");
    }

    @Test
    void checksRoutesAgainstTheSite() throws IOException {
        String bad = normalDay()
                .replace(
                        "{park: bao-nguyen, kmh: 9, hours: {median: 10.5",
                        "{park: bao-nguyne, kmh: 9, hours: {median: 10.5")
                .replace("name: tracker-30s, share: 0.2", "name: tracker-30s, share: 0.3")
                .replace(
                        "- id: huu-nghi-import\n    gate: huu-nghi\n    direction: IMPORT",
                        "- id: huu-nghi-import\n    gate: huu-nghi\n    direction: EXPORT");

        assertThat(refused(bad).faults())
                .containsExactlyInAnyOrder(
                        "devices.share must add up to 1, adds up to 1.1",
                        "flow 'tan-thanh-export': parks in 'bao-nguyne', which is no yard of the site file",
                        "flow 'huu-nghi-import': route must cross the border at 'huu-nghi' once, as EXPORT");
    }

    @Test
    void givesOneMessageLinePerFault() throws IOException {
        ScenarioException refused = refused("name: x\n");

        assertThat(refused.getMessage().lines())
                .hasSameSizeAs(refused.faults())
                .allMatch(line -> line.startsWith("scenario test.yaml: "));
        assertThat(refused.faults()).contains("seed is missing", "flows is missing", "reporting is missing");
    }

    @Test
    void takesFromItsBaseWhatItDoesNotGive() throws IOException {
        Scenario normal = Scenario.named("normal-day", SiteMap.read(SITE_FILE));
        Scenario dirty = Scenario.named("dirty-day", SiteMap.read(SITE_FILE));

        assertThat(dirty.flows()).isEqualTo(normal.flows());
        assertThat(dirty.opening()).isEqualTo(normal.opening());
        assertThat(dirty.days()).isEqualTo(2);
        assertThat(dirty.deviations().sum()).isBetween(0.3, 0.5);
        assertThat(normal.deviations().sum()).isZero();
        assertThat(normal.reporting().gcj02Share()).isZero();
    }

    @Test
    void checksWhatGoesWrong() throws IOException {
        String bad = """
                base: normal-day
                deviations: {noShowShare: 1.2, turnBackShare: 0.1}
                paperwork: {delayedShare: 0.1, delayMinutes: {median: 5}}
                """;

        assertThat(refused(bad).faults())
                .containsExactlyInAnyOrder(
                        "deviations.noShowShare must be a number from 0 to 1, is 1.2",
                        "deviations.turnBackShare is not known here: remove it or correct its name",
                        "paperwork.delayMinutes.p95 is missing");
        assertThat(refused("base: normal-day\ndeviations: {noShowShare: 0.6, undeclaredShare: 0.6}\n")
                        .faults())
                .containsExactly("deviations must add up to 1 or less, add up to 1.2");
        assertThat(refused("base: no-such-day\n").faults())
                .containsExactly("base 'no-such-day' is no scenario of the simulator");
        assertThat(refused("base: [1]\n").faults()).containsExactly("base '' is no scenario of the simulator");
    }

    @Test
    void checksServicesAndChanges() throws IOException {
        String services = """
                base: calm-2024
                deviations: {movedShare: 0.1}
                services:
                  - {gate: huu-nghi, direction: EXPORT, perDay: [10, many], hours: 07:00-17:00}
                  - {gate: huu-nghi, direction: EXPORT, perDay: 10, hours: 07:00-17:00, stock: {trucks: 5}}
                changes:
                  - {gate: huu-nghi, status: SHUT, from: 2024-08-22T08:00:00+07:00}
                """;

        assertThat(refused(services).faults())
                .containsExactlyInAnyOrder(
                        "services[0].perDay must be whole numbers from 0 to 100000, has \"many\"",
                        "services[1].stock.hours is missing",
                        "changes[0].status must be OPEN, REDUCED or CLOSED, is 'SHUT'");
        String unfit = services.replace("many", "20")
                .replace("trucks: 5", "trucks: 5, hours: 9")
                .replace("gate: huu-nghi, status: SHUT", "gate: mong-cai, status: CLOSED");
        assertThat(refused(unfit).faults())
                .contains(
                        "services: there are two for huu-nghi EXPORT: give one",
                        "changes: there is no service at 'mong-cai' to change: add one or correct the gate",
                        "deviations: with services only undeclaredShare, noShowShare and twoDeclarationsShare may be above 0",
                        "flow 'chi-ma-import': has no service, but others have: give one for all, as they share yards");
        assertThat(refused("base: calm-2024\nroutes: {}\n").faults())
                .contains("flows[0].route names 'huu-nghi-out', which is not under routes");
    }

    @Test
    void fourOfFiveTrucksObeyUnlessItSaysOtherwise() throws IOException {
        SiteMap site = SiteMap.read(SITE_FILE);
        InputStream none = new ByteArrayInputStream("base: calm-2024\nobeyShare: 0\n".getBytes(UTF_8));

        assertThat(Scenario.named("normal-day", site).operation().obeyShare()).isEqualTo(0.8);
        assertThat(Scenario.read(none, "none.yaml", site).operation().obeyShare())
                .isZero();
        assertThat(refused("base: calm-2024\nobeyShare: 80\n").faults())
                .containsExactly("obeyShare must be a number from 0 to 1, is 80");
    }

    @Test
    void refusesWhatIsNotYaml() throws IOException {
        assertThat(refused("a: [1, 2\nb: }").faults())
                .singleElement()
                .asString()
                .startsWith("is not YAML: ");
    }

    private static ScenarioException refused(String yaml) throws IOException {
        SiteMap site = SiteMap.read(SITE_FILE);
        InputStream in = new ByteArrayInputStream(yaml.getBytes(UTF_8));
        return catchThrowableOfType(ScenarioException.class, () -> Scenario.read(in, "test.yaml", site));
    }

    private static String normalDay() throws IOException {
        try (InputStream in = ScenarioTest.class.getResourceAsStream("/scenarios/normal-day.yaml")) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
