package io.bordergate.domain.trip;

import static io.bordergate.domain.declaration.Authority.BORDER_GUARD;
import static io.bordergate.domain.declaration.Authority.CUSTOMS;
import static io.bordergate.domain.declaration.MilestoneType.GTIN;
import static io.bordergate.domain.declaration.TradeDirection.EXPORT;
import static io.bordergate.domain.site.ZoneKind.GATE;
import static io.bordergate.domain.trip.TripStory.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a truck is expected. Ten kilometres of straight line are 14 of road, and 24 minutes. */
class EtaTest {
    private final TripStory story = new TripStory("VN:12C12345");

    @Test
    void isThePlanWhereNothingIsSeen() {
        assertEta(declared("20:00").tripsAt("09:00").get(0), "20:00", Eta.Basis.PLANNED);
    }

    @Test
    void followsTheTruckWhetherItIsEarlyOrLate() {
        assertEta(declared("20:00").onTheRoad("09:00", 10).tripsAt("09:05").get(0), "09:24", Eta.Basis.POSITION);
        assertEta(story.onTheRoad("21:00", 50).tripsAt("21:05").get(0), "23:00", Eta.Basis.POSITION);
    }

    @Test
    void isThePlanAgainWhenThePositionIsTwoHoursOld() {
        declared("20:00").onTheRoad("09:00", 10);

        assertEta(story.tripsAt("11:00").get(0), "09:24", Eta.Basis.POSITION);
        assertThat(story.nextLookAfter("11:00")).isEqualTo(at("11:00").plusMillis(1));
        assertEta(story.tripsAt("11:01").get(0), "20:00", Eta.Basis.PLANNED);
    }

    @Test
    void isThePlanOfATruckThatWaitsForItsDay() {
        declared("20:00");

        assertEta(story.onTheRoad("07:00", 10).tripsAt("07:05").get(0), "20:00", Eta.Basis.PLANNED);
        assertEta(story.onTheRoad("07:37", 10).tripsAt("07:40").get(0), "08:01", Eta.Basis.POSITION);
    }

    @Test
    void isThePlanOfATruckThatIsFarAway() {
        assertEta(declared("20:00").onTheRoad("09:00", 299).tripsAt("09:05").get(0), "20:57:36", Eta.Basis.POSITION);
        assertEta(story.onTheRoad("09:00", 301).tripsAt("09:05").get(0), "20:00", Eta.Basis.PLANNED);
    }

    @Test
    void followsTheTruckToTheNextOfItsTripsOnly() {
        List<Trip> trips = declared("04 08:00")
                .declared("huu-nghi", EXPORT, "01:00", "10:00")
                .onTheRoad("09:00", 10)
                .tripsAt("09:05");

        assertEta(trips.get(0), "09:24", Eta.Basis.POSITION);
        assertEta(trips.get(1), "04 08:00", Eta.Basis.PLANNED);
    }

    @Test
    void doesNotFollowATruckFromBeforeItsVisitToTheGate() {
        List<Trip> trips = declared("09:00")
                .declared("huu-nghi", EXPORT, "01:00", "20:00")
                .onTheRoad("08:55", 10)
                .visits(GATE, "huu-nghi", "09:20", "09:50")
                .tripsAt("10:00");

        assertThat(trips).hasSize(2);
        assertThat(trips.get(0).eta()).isEqualTo(Eta.NONE);
        assertEta(trips.get(1), "20:00", Eta.Basis.PLANNED);
    }

    @Test
    void endsWithTheArrivalThatIsConfirmed() {
        story.confirmed(GTIN, CUSTOMS, "09:00").confirmed(GTIN, BORDER_GUARD, "09:10");

        assertThat(declared("20:00")
                        .onTheRoad("09:00", 10)
                        .tripsAt("09:15")
                        .get(0)
                        .eta())
                .isEqualTo(Eta.NONE);
    }

    private TripStory declared(String planned) {
        return story.declared("huu-nghi", EXPORT, "00:30", planned);
    }

    private static void assertEta(Trip trip, String time, Eta.Basis basis) {
        Instant at = trip.eta().at();
        assertThat(trip.eta().basis()).isEqualTo(basis);
        assertThat(at).isCloseTo(at(time), within(basis == Eta.Basis.PLANNED ? 0 : tolerance(), ChronoUnit.SECONDS));
    }

    /** Of a straight line on a round earth. */
    private static long tolerance() {
        return Duration.ofMinutes(2).toSeconds();
    }
}
