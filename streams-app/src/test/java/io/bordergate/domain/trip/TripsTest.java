package io.bordergate.domain.trip;

import static io.bordergate.domain.declaration.Authority.BORDER_GUARD;
import static io.bordergate.domain.declaration.Authority.CUSTOMS;
import static io.bordergate.domain.declaration.MilestoneType.CROS;
import static io.bordergate.domain.declaration.MilestoneType.CUSR;
import static io.bordergate.domain.declaration.MilestoneType.GTIN;
import static io.bordergate.domain.declaration.MilestoneType.GTOT;
import static io.bordergate.domain.declaration.MilestoneType.TURNED_BACK;
import static io.bordergate.domain.declaration.MilestoneType.YARD_IN;
import static io.bordergate.domain.declaration.MilestoneType.YARD_OUT;
import static io.bordergate.domain.declaration.TradeDirection.EXPORT;
import static io.bordergate.domain.site.ZoneKind.GATE;
import static io.bordergate.domain.site.ZoneKind.YARD;
import static io.bordergate.domain.trip.TripStory.at;
import static io.bordergate.domain.trip.TripStory.discrepancies;
import static io.bordergate.domain.trip.TripStory.stages;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a trip is, by example. */
class TripsTest {

    /** The observed export: border guard 83 minutes after customs, finished nearly four hours before the exit. */
    private static TripStory export() {
        return new TripStory("VN:12C12345")
                .confirmed(GTIN, CUSTOMS, "04 09:40:14")
                .confirmed(YARD_IN, CUSTOMS, "04 09:57:07")
                .confirmed(GTIN, BORDER_GUARD, "04 11:03:25")
                .confirmed(CUSR, CUSTOMS, "04 10:07:46")
                .confirmed(YARD_OUT, CUSTOMS, "04 13:51:58")
                .confirmed(GTOT, BORDER_GUARD, "04 13:53:42")
                .confirmed(CROS, BORDER_GUARD, "04 13:53:42")
                .declared("huu-nghi", EXPORT, "22:46:40", "23:03");
    }

    @Test
    void arrivalCountsWhenBothAuthoritiesHaveConfirmedAtTheLaterTime() {
        Trip trip = export().tripsAt("04 14:00").get(0);

        assertThat(trip.arrivedAt()).isEqualTo(at("04 11:03:25"));
        assertThat(trip.leftYardAt()).isEqualTo(at("04 13:51:58"));
        assertThat(trip.crossedAt()).isEqualTo(at("04 13:53:42"));
        assertThat(stages(trip)).isEqualTo("huu-nghi CROSSED EXPECTED CROSSED");
        assertThat(trip.tripId()).isEqualTo("VN:12C12345|huu-nghi|2026-05-03T22:46:40Z");
    }

    @Test
    void oneAuthorityIsNoArrival() {
        Trip trip = new TripStory("VN:12C12345")
                .confirmed(GTIN, CUSTOMS, "09:40")
                .declared("huu-nghi", EXPORT, "08:00", "09:30")
                .tripsAt("10:24")
                .get(0);

        assertThat(trip.arrivedAt()).isNull();
        assertThat(stages(trip)).isEqualTo("huu-nghi DECLARED EXPECTED OPEN");
        assertThat(discrepancies(trip)).isEmpty();
    }

    @Test
    void saysWhereTheFlowsContradictEachOtherAndForHowLong() {
        Trip trip = export().tripsAt("04 14:00").get(0);

        assertThat(discrepancies(trip))
                .containsExactly(
                        "NO_SHOW 2026-05-04T03:03:00Z 2026-05-04T09:40:14Z",
                        "AUTHORITY_LAG 2026-05-04T10:25:14Z 2026-05-04T11:03:25Z",
                        "CONFIRMED_NOT_SEEN 2026-05-04T10:25:14Z 2026-05-04T13:53:42Z",
                        "FINISHED_NOT_LEFT 2026-05-04T13:07:46Z 2026-05-04T13:51:58Z");
    }

    @Test
    void finishedIsNotAnExit() {
        Trip trip = new TripStory("VN:12C12345")
                .confirmed(CUSR, CUSTOMS, "10:07")
                .declared("huu-nghi", EXPORT, "08:00", "09:30")
                .visits(YARD, "huu-nghi", "09:30", null)
                .tripsAt("10:30")
                .get(0);

        assertThat(stages(trip)).isEqualTo("huu-nghi FINISHED IN_YARD OPEN");
        assertThat(trip.leftYardAt()).isNull();
    }

    @Test
    void whoIsThereAndNotDeclaredIsTold() {
        Trip trip = new TripStory("CN:桂A12345")
                .visits(YARD, "huu-nghi", "09:30", null)
                .tripsAt("09:30")
                .get(0);

        assertThat(discrepancies(trip)).containsExactly("UNDECLARED_ARRIVAL 2026-05-03T09:30:00Z null");
    }

    @Test
    void aTruckThatMovesToAnotherGateIsAtOneOfThem() {
        List<Trip> trips = new TripStory("VN:12C12345")
                .declared("huu-nghi", EXPORT, "08:00", "10:00")
                .visits(GATE, "tan-thanh", "09:30", "10:00")
                .visits(GATE, "huu-nghi", "11:00", null)
                .tripsAt("11:05");

        assertThat(trips)
                .extracting(TripStory::stages)
                .containsExactly("tan-thanh UNDECLARED MOVED MOVED", "huu-nghi DECLARED AT_GATE OPEN");
        assertThat(trips).extracting(Trip::movedFrom).containsExactly(null, "tan-thanh");
        assertThat(discrepancies(trips.get(0))).containsExactly("WRONG_GATE 2026-05-03T09:30:00Z 2026-05-03T11:00:00Z");
    }

    @Test
    void aTruckThatIsTurnedBackHasNotCrossed() {
        Trip trip = new TripStory("VN:12C12345")
                .confirmed(TURNED_BACK, BORDER_GUARD, "12:00")
                .declared("huu-nghi", EXPORT, "08:00", "09:30")
                .visits(GATE, "huu-nghi", "09:30", "12:10")
                .tripsAt("12:30")
                .get(0);

        assertThat(stages(trip)).isEqualTo("huu-nghi TURNED_BACK LEFT TURNED_BACK");
        assertThat(trip.crossedAt()).isNull();
    }

    @Test
    void aTrackerThatWakesInTheYardBelongsToWhoWasConfirmedThere() {
        TripStory story = new TripStory("VN:12C12345")
                .confirmed(GTIN, CUSTOMS, "09:40")
                .confirmed(GTIN, BORDER_GUARD, "09:45")
                .declared("huu-nghi", EXPORT, "08:00", "09:30")
                .visits(YARD, "huu-nghi", "19:00", null);

        assertThat(story.tripsAt("19:10"))
                .singleElement()
                .satisfies(trip -> assertThat(stages(trip)).isEqualTo("huu-nghi ARRIVED IN_YARD OPEN"));
    }

    @Test
    void aTruckThatWasConfirmedGoneIsAnotherWhenItIsSeenAgain() {
        TripStory story = new TripStory("VN:12C12345")
                .confirmed(GTIN, CUSTOMS, "09:40")
                .confirmed(GTOT, BORDER_GUARD, "12:00")
                .declared("huu-nghi", EXPORT, "08:00", "09:30")
                .visits(YARD, "huu-nghi", "19:00", null);

        assertThat(story.tripsAt("19:10"))
                .extracting(TripStory::stages)
                .containsExactly("huu-nghi LEFT EXPECTED LEFT", "huu-nghi UNDECLARED IN_YARD OPEN");
    }

    @Test
    void jitterOnTheLineIsOneCrossing() {
        List<Trip> trips = new TripStory("VN:12C12345")
                .visits(YARD, "huu-nghi", "09:00", "10:00")
                .cuts("huu-nghi", 1, "10:00", "10:01")
                .cuts("huu-nghi", -1, "10:01", "10:02")
                .cuts("huu-nghi", 1, "10:02", "10:03")
                .tripsAt("10:05");

        assertThat(trips).extracting(TripStory::stages).containsExactly("huu-nghi UNDECLARED CROSSED CROSSED");
        assertThat(trips.get(0).crossedAt()).isEqualTo(at("10:03"));
    }

    @Test
    void silenceOverNightIsNoNewTrip() {
        List<Trip> trips = new TripStory("VN:12C12345")
                .fallsSilent(YARD, "huu-nghi", "20:00", "21:00")
                .visits(YARD, "huu-nghi", "04 07:00", null)
                .tripsAt("04 07:30");

        assertThat(trips).extracting(TripStory::stages).containsExactly("huu-nghi UNDECLARED IN_YARD OPEN");
        assertThat(discrepancies(trips.get(0)))
                .containsExactly(
                        "UNDECLARED_ARRIVAL 2026-05-03T20:00:00Z null",
                        "SILENT_INSIDE 2026-05-03T23:00:00Z 2026-05-04T07:00:00Z");
    }

    @Test
    void theOrderOfTheFactsMakesNoDifference() {
        var story = export().visits(GATE, "huu-nghi", "04 09:35", "04 14:00")
                .visits(YARD, "huu-nghi", "04 09:50", "04 13:50")
                .cuts("huu-nghi", 1, "04 13:52", "04 13:54")
                .declared("huu-nghi", EXPORT, "06 08:00", "06 09:00")
                .visits(YARD, "huu-nghi", "06 09:10", "06 11:00");
        List<Trip> expected = story.tripsAt("06 12:00");

        assertThat(expected).hasSize(2);
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(story.tripsInOtherOrder("06 12:00", seed))
                    .as("seed " + seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void knowsWhenToLookAgain() {
        var facts = new TripStory("VN:12C12345").declared("huu-nghi", EXPORT, "08:00", "09:30");

        assertThat(facts.tripsAt("09:00").get(0).discrepancies()).isEmpty();
        assertThat(facts.nextLookAfter("09:00")).isEqualTo(at("13:30"));
        assertThat(discrepancies(facts.tripsAt("13:30").get(0))).containsExactly("NO_SHOW 2026-05-03T13:30:00Z null");
    }
}
