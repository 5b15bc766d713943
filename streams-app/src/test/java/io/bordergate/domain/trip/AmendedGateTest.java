package io.bordergate.domain.trip;

import static io.bordergate.domain.declaration.Authority.BORDER_GUARD;
import static io.bordergate.domain.declaration.Authority.CUSTOMS;
import static io.bordergate.domain.declaration.MilestoneType.CUSR;
import static io.bordergate.domain.declaration.MilestoneType.GTIN;
import static io.bordergate.domain.site.ZoneKind.GATE;
import static io.bordergate.domain.trip.TripStory.at;
import static io.bordergate.domain.trip.TripStory.discrepancies;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A gate that is amended while the truck is on its way, at the first gate, or at the second. */
class AmendedGateTest {
    @Test
    void eachGateKeepsWhatWasConfirmedThere() {
        List<Trip> trips = new TripStory("VN:12C12345")
                .confirmed(GTIN, CUSTOMS, "09:35")
                .confirmed(GTIN, BORDER_GUARD, "09:40")
                .confirmed(GTIN, CUSTOMS, "13:10")
                .confirmed(CUSR, CUSTOMS, "13:30")
                .declaredAndAmended("tan-thanh", "11:00", "huu-nghi", "08:00", "10:00")
                .visits(GATE, "tan-thanh", "09:30", "12:00")
                .visits(GATE, "huu-nghi", "13:00", null)
                .tripsAt("13:40");

        assertThat(trips)
                .extracting(TripStory::stages)
                .containsExactly("tan-thanh ARRIVED MOVED MOVED", "huu-nghi FINISHED AT_GATE OPEN");
        assertThat(trips.get(0).covers()).singleElement().satisfies(cover -> {
            assertThat(cover.gateId()).isEqualTo("tan-thanh");
            assertThat(cover.confirmations()).hasSize(2);
        });
        assertThat(trips).allSatisfy(trip -> assertThat(trip.discrepancies()).isEmpty());
    }

    @Test
    void theTruckIsGivenTimeToMove() {
        TripStory story = new TripStory("VN:12C12345")
                .declaredAndAmended("tan-thanh", "11:00", "huu-nghi", "08:00", "10:00")
                .confirmed(GTIN, CUSTOMS, "09:35")
                .visits(GATE, "tan-thanh", "09:30", null);

        assertThat(kinds(story, "16:59")).doesNotContain("WRONG_GATE");
        assertThat(story.tripsAt("17:00"))
                .singleElement()
                .satisfies(trip -> assertThat(discrepancies(trip)).contains("WRONG_GATE 2026-05-03T17:00:00Z null"));
        assertThat(story.nextLookAfter("16:00")).isEqualTo(at("17:00"));
    }

    @Test
    void anAmendmentToTheGateWhereItIsEndsTheDiscrepancy() {
        TripStory story = new TripStory("VN:12C12345")
                .declaredAndAmended("huu-nghi", "11:00", "tan-thanh", "08:00", "10:00")
                .visits(GATE, "tan-thanh", "09:30", null);

        assertThat(story.tripsAt("11:10"))
                .singleElement()
                .satisfies(trip -> assertThat(discrepancies(trip))
                        .containsExactly("WRONG_GATE 2026-05-03T09:30:00Z 2026-05-03T11:00:00Z"));
    }

    @Test
    void aGateThatWasAmendedBeforeTheTruckCameIsWrongAtOnce() {
        TripStory story = new TripStory("VN:12C12345")
                .declaredAndAmended("tan-thanh", "09:00", "huu-nghi", "08:00", "10:00")
                .visits(GATE, "tan-thanh", "09:30", null);

        assertThat(kinds(story, "09:40")).containsExactly("WRONG_GATE");
    }

    private static List<String> kinds(TripStory story, String now) {
        return story.tripsAt(now).get(0).discrepancies().stream()
                .map(each -> each.kind().name())
                .toList();
    }
}
