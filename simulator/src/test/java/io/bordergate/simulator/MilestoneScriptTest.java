package io.bordergate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bordergate.simulator.Report.MilestoneReport;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The confirmations of the authorities, as lines of JSON. */
class MilestoneScriptTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void confirmsEveryStepOfATripOncePerAuthority() {
        TruckJourney journey = NormalDay.SIMULATION.plan().journeys().get(2_000);
        List<Milestone> milestones = new MilestoneScript(journey, NormalDay.SIMULATION.scenario()).milestones();

        assertThat(milestones)
                .extracting(milestone -> milestone.type() + " " + milestone.authority())
                .containsExactlyInAnyOrder(
                        "DECLARED ENTERPRISE",
                        "REGISTERED CUSTOMS",
                        "INSP MEDICAL_QUARANTINE",
                        "GTIN CUSTOMS",
                        "GTIN BORDER_GUARD",
                        "YARD_IN CUSTOMS",
                        "FEES_PAID MANAGEMENT_CENTRE",
                        "CUSR CUSTOMS",
                        "YARD_OUT CUSTOMS",
                        "GTOT BORDER_GUARD",
                        "CROS BORDER_GUARD");
    }

    @Test
    void declaresTruckGoodsAndPlanInTheWireFormat() throws IOException {
        JsonNode declared = JSON.readTree(reports().stream()
                .filter(report -> report.json().contains("\"DECLARED\""))
                .findFirst()
                .orElseThrow()
                .json());

        assertThat(declared.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly(
                        "declarationId",
                        "type",
                        "authority",
                        "classifier",
                        "eventTime",
                        "recordTime",
                        "gateId",
                        "direction",
                        "plannedArrival",
                        "yardId",
                        "channel",
                        "trucks",
                        "goods");
        assertThat(declared.path("declarationId").asText()).matches("202605[0-9]{7}");
        assertThat(declared.path("eventTime").asText()).endsWith("+07:00");
        assertThat(declared.path("trucks").path(0).path("country").asText()).isIn("VN", "CN");
        assertThat(declared.path("trucks").path(0).path("trailer").isNull()).isTrue();
        assertThat(declared.path("goods").path(0).path("category").asText()).isIn("FRUIT", "OTHER");
    }

    @Test
    void isNeverReceivedBeforeItHappened() throws IOException {
        for (MilestoneReport report : reports()) {
            JsonNode json = JSON.readTree(report.json());
            OffsetDateTime happened =
                    OffsetDateTime.parse(json.path("eventTime").asText());
            assertThat(report.recordTime()).isAfterOrEqualTo(happened.toInstant());
            assertThat(json.path("declarationId").asText()).isEqualTo(report.declarationId());
        }
    }

    @Test
    void givesEveryDeclarationItsOwnNumber() {
        List<TruckJourney> journeys = NormalDay.SIMULATION.plan().journeys();
        TreeSet<String> numbers = new TreeSet<>();
        journeys.forEach(journey -> numbers.add(journey.declaration().id()));

        assertThat(numbers).hasSameSizeAs(journeys);
    }

    private static List<MilestoneReport> reports() {
        return NormalDay.reports(Duration.ofHours(2))
                .filter(MilestoneReport.class::isInstance)
                .map(MilestoneReport.class::cast)
                .toList();
    }
}
