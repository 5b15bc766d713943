package io.bordergate.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bordergate.simulator.scenario.Paperwork;
import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The disorder of offices: as much of it as the scenario says, and nothing that contradicts the trucks. */
class PaperworkTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Paperwork PROMISED = DirtyDay.SIMULATION.scenario().paperwork();

    @Test
    void saysNothingOfUndeclaredTrucksAndLittleOfNoShows() {
        assertThat(DirtyDay.journeys(Story.UNDECLARED))
                .allMatch(journey -> DirtyDay.milestones(journey).isEmpty());
        assertThat(DirtyDay.journeys(Story.NO_SHOW))
                .allSatisfy(journey -> assertThat(types(journey)).containsExactlyInAnyOrder("DECLARED", "REGISTERED"));
    }

    @Test
    void tellsTheStoryOfEachTruck() {
        assertThat(DirtyDay.journeys(Story.TURNED_BACK))
                .allSatisfy(journey ->
                        assertThat(types(journey)).contains("TURNED_BACK").doesNotContain("CUSR", "CROS"));
        assertThat(DirtyDay.journeys(Story.MOVED))
                .allSatisfy(journey -> assertThat(types(journey)).contains("AMENDED", "CROS"));
        assertThat(DirtyDay.journeys(Story.TRANSSHIPPED))
                .allSatisfy(journey -> assertThat(types(journey)).contains("TRANSSHIPPED", "CROS"));
        assertThat(DirtyDay.journeys(Story.RECEIVER))
                .allSatisfy(journey -> assertThat(types(journey)).containsExactly("GTOT"));
        assertThat(DirtyDay.journeys(Story.TWO_DECLARATIONS))
                .allSatisfy(journey -> assertThat(DirtyDay.milestones(journey))
                        .extracting(milestone -> milestone.declaration().id())
                        .containsOnly(
                                journey.papers().declarations().get(0).id(),
                                journey.papers().declarations().get(1).id()));
    }

    @Test
    void aTurnBackComesAfterTheArrivalWasConfirmed() {
        assertThat(DirtyDay.journeys(Story.TURNED_BACK)).allSatisfy(journey -> {
            List<Milestone> milestones = DirtyDay.milestones(journey);
            assertThat(time(milestones, "TURNED_BACK").orElseThrow())
                    .isGreaterThan(time(milestones, "GTIN").orElse(0L));
        });
    }

    @Test
    void namesTheTruckWhereADeclarationIsForTwo() {
        assertThat(DirtyDay.journeys(Story.SHARED_DECLARATION)).allSatisfy(journey -> {
            for (Milestone milestone : DirtyDay.milestones(journey)) {
                assertThat(milestone.named())
                        .hasSize(
                                switch (milestone.type()) {
                                    case "DECLARED" -> 2;
                                    case "REGISTERED" -> 0;
                                    default -> 1;
                                });
            }
        });
    }

    @Test
    void hasTheSharesOfTheScenario() {
        List<TruckJourney> ordinary = DirtyDay.journeys(Story.ORDINARY);
        Set<List<Object>> seen = new HashSet<>();
        double all = 0;
        double repeated = 0;
        double late = 0;
        double lacking = 0;
        for (TruckJourney journey : ordinary) {
            List<Milestone> milestones = DirtyDay.milestones(journey);
            for (Milestone milestone : milestones) {
                if (seen.add(
                        List.of(milestone.declaration().id(), milestone.confirmation(), milestone.eventMillis()))) {
                    all++;
                    late += isLate(milestone) ? 1 : 0;
                } else {
                    repeated++;
                }
            }
            lacking += milestones.stream()
                                    .filter(milestone -> milestone.type().equals("GTIN"))
                                    .map(Milestone::authority)
                                    .distinct()
                                    .count()
                            == 1
                    ? 1
                    : 0;
        }
        assertThat(repeated / all).isCloseTo(PROMISED.repeatedShare(), offset(0.005));
        assertThat(lacking / ordinary.size()).isCloseTo(PROMISED.missingAuthorityShare(), offset(0.01));
        assertThat(late / all).isCloseTo(PROMISED.delayedShare(), offset(0.02));
    }

    @Test
    void writesPlatesInManyWaysThatMeanTheSameTruck() throws Exception {
        Set<String> writings = new HashSet<>();
        for (TruckJourney journey : DirtyDay.journeys(Story.ORDINARY)) {
            Milestone declared = DirtyDay.milestones(journey).get(0);
            JsonNode truck =
                    JSON.readTree(declared.report(0).json()).path("trucks").path(0);
            String plate = truck.path("plate").asText();
            writings.add(plate.replaceAll("[0-9]", "9").replaceAll("[A-Z]", "A").replaceAll("[a-z]", "a"));
            assertThat(truck.path("country").asText() + ":" + normalised(plate))
                    .isEqualTo(journey.truck().truckId());
        }
        assertThat(writings).contains("99A-999.99", "99a-999.99", "99A·99999").hasSizeGreaterThan(12);
    }

    @Test
    void saysWhenItWasReceivedNeverBeforeItHappened() throws Exception {
        for (TruckJourney journey : DirtyDay.journeys().subList(0, 2_000)) {
            for (Milestone milestone : DirtyDay.milestones(journey)) {
                JsonNode json = JSON.readTree(milestone.report(0).json());
                Instant happened = time(json, "eventTime");
                Instant received = time(json, "recordTime");
                assertThat(received)
                        .isAfterOrEqualTo(happened)
                        .isEqualTo(milestone.report(0).recordTime());
            }
        }
    }

    /** Those from before the start are received when a receiver connects, and say nothing here. */
    private static boolean isLate(Milestone milestone) {
        return milestone.recordMillis() - milestone.eventMillis() > 5 * 60_000
                && milestone.recordMillis() > DirtyDay.START.toEpochMilli() + 60_000;
    }

    private static List<String> types(TruckJourney journey) {
        return DirtyDay.milestones(journey).stream()
                .map(Milestone::type)
                .distinct()
                .toList();
    }

    private static Optional<Long> time(List<Milestone> milestones, String type) {
        return milestones.stream()
                .filter(milestone -> milestone.type().equals(type))
                .map(Milestone::eventMillis)
                .max(Long::compare);
    }

    private static Instant time(JsonNode json, String field) {
        return OffsetDateTime.parse(json.path(field).asText()).toInstant();
    }

    /** By the words of the definition of a truck's identity, not by the simulator's code. */
    private static String normalised(String plate) {
        return Normalizer.normalize(plate, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s.\\-·/]", "");
    }
}
