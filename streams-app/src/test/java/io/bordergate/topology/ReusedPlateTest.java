package io.bordergate.topology;

import static io.bordergate.contract.BorderTopics.DECLARATION_MILESTONE;
import static io.bordergate.contract.BorderTopics.QUARANTINE;
import static io.bordergate.contract.BorderTopics.TRUCK_POSITION;
import static io.bordergate.contract.BorderTopics.TRUCK_STAY;
import static io.bordergate.contract.BorderTopics.TRUCK_TRIP;
import static io.bordergate.fixtures.Times.at;
import static io.bordergate.topology.GateBench.ROAD;
import static io.bordergate.topology.GateBench.YARD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.event.Authority;
import io.bordergate.event.Classifier;
import io.bordergate.event.DeclarationMilestoneReported;
import io.bordergate.event.DeclaredTruck;
import io.bordergate.event.MilestoneType;
import io.bordergate.event.TripStatus;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.TruckTripChanged;
import io.bordergate.fixtures.FakeRegistry;
import io.bordergate.fixtures.Spot;
import io.bordergate.stored.TruckTripsState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plate is given to another vehicle. Neither feed knows a vehicle otherwise, so it is one truck to us; but what the new one
 * does is no part of what the old one did.
 */
class ReusedPlateTest {
    private static final String PLATE = "12C12345";
    private static final String TRUCK = "VN:" + PLATE;
    private static final Spot ANOTHER_PROVINCE = Spot.at(50, 20_000);
    private static final Instant NOON = Instant.ofEpochMilli(at("12:00"));

    @TempDir
    Path folder;

    private FakeRegistry registry;
    private GateBench bench;

    @BeforeEach
    void open() {
        registry = new FakeRegistry();
        bench = GateBench.live(registry, folder);
    }

    @AfterEach
    void close() {
        bench.close();
        registry.close();
    }

    /** Of the truck; the papers of the old one are kept longer, by their own id. */
    @Test
    void knowsNothingOfTheOldVehicleWhenTheNewOneComes() {
        TruckTripChanged old = passageOfTheOldVehicle();

        bench.tickLater(3).tickLater(40);
        bench.fates(TRUCK_POSITION);

        assertThat(bench.tracks()).isEmpty();
        assertThat(bench.keys(TripTracking.TRIPS)).isEmpty();
        assertNothingGoesOn(old, 41);
    }

    /** The fix of the new vehicle is the first that is heard of the time between. */
    @Test
    void beginsAnewAlsoIfNothingElseCameInBetween() {
        TruckTripChanged old = passageOfTheOldVehicle();

        assertNothingGoesOn(old, 40);
        bench.tickLater(41);

        assertThat(bench.tracks()).containsExactly(TRUCK);
        assertThat(bench.<TruckTripsState>objects(TripTracking.TRIPS)
                        .get(TRUCK)
                        .value()
                        .getTrips())
                .extracting(TruckTripChanged::getTripId)
                .doesNotContain(old.getTripId())
                .hasSize(1);
    }

    @Test
    void seesJumpsWhereBothAreOnTheRoadAtOneTime() {
        bench.fix(TRUCK, "10:00", YARD)
                .fix(TRUCK, "10:01", ANOTHER_PROVINCE)
                .fix(TRUCK, "10:02", YARD)
                .fix(TRUCK, "10:03", ANOTHER_PROVINCE)
                .fix(TRUCK, "10:04", YARD);

        assertThat(bench.fates(TRUCK_POSITION)).isEqualTo(Map.of("APPLIED", 3L, "QUARANTINED TELEPORT", 2L));
        assertThat(bench.setAside(QUARANTINE)).hasSize(2);
        assertThat(bench.stays()).isEqualTo("VN:12C12345 yard VISIT 10:00- OPEN r1");
    }

    /** Declared, seen in the yard for an hour, and gone; what was sent of it is read, and the newest of its trip returned. */
    private TruckTripChanged passageOfTheOldVehicle() {
        declare("old", Instant.ofEpochMilli(at("09:30")));
        bench.fix(TRUCK, "10:00", YARD).fix(TRUCK, "10:30", YARD).fix(TRUCK, "11:00", ROAD);
        bench.tick("12:00");
        bench.read(TRUCK_STAY, TruckStayChanged.class);
        List<TruckTripChanged> trips = bench.read(TRUCK_TRIP, TruckTripChanged.class);
        TruckTripChanged old = trips.get(trips.size() - 1);
        assertThat(old.getStays()).hasSize(1);
        assertThat(old.getDeclarations()).hasSize(1);
        return old;
    }

    private void assertNothingGoesOn(TruckTripChanged old, int days) {
        bench.read(TRUCK_TRIP, TruckTripChanged.class);
        Instant came = NOON.plus(Duration.ofDays(days));
        bench.laterDay(days, TRUCK, YARD);

        assertThat(bench.read(TRUCK_STAY, TruckStayChanged.class))
                .singleElement()
                .satisfies(stay -> {
                    assertThat(stay.getRevision()).isEqualTo(1);
                    assertThat(stay.getEnteredAt()).isEqualTo(came);
                });
        List<TruckTripChanged> live = bench.read(TRUCK_TRIP, TruckTripChanged.class).stream()
                .filter(trip -> trip.getStatus() == TripStatus.LIVE)
                .toList();
        assertThat(live).singleElement().satisfies(trip -> {
            assertThat(trip.getTripId()).isNotEqualTo(old.getTripId());
            assertThat(trip.getRevision()).isEqualTo(1);
            assertThat(trip.getArrivedAt()).isEqualTo(came);
            assertThat(trip.getDeclarations()).isEmpty();
            assertThat(trip.getMilestones()).isEmpty();
            assertThat(trip.getStays()).hasSize(1);
        });
    }

    private void declare(String id, Instant time) {
        var milestone = DeclarationMilestoneReported.newBuilder()
                .setDeclarationId(id)
                .setType(MilestoneType.DECLARED)
                .setAuthority(Authority.ENTERPRISE)
                .setClassifier(Classifier.ACT)
                .setEventTime(time)
                .setGateId("huu-nghi")
                .setPlannedArrival(time.plus(Duration.ofMinutes(30)))
                .setTrucks(List.of(new DeclaredTruck("VN", PLATE, null)))
                .build();
        bench.put(
                DECLARATION_MILESTONE,
                id.getBytes(UTF_8),
                bench.bytes(DECLARATION_MILESTONE, DeclarationMilestoneReported.class, milestone),
                time.toEpochMilli());
    }
}
