package io.bordergate.sandbox.replay;

import static io.bordergate.sandbox.replay.Trips.NOON;
import static io.bordergate.sandbox.replay.Trips.trip;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.event.TripStatus;
import io.bordergate.event.TruckTripChanged;
import java.util.List;
import org.junit.jupiter.api.Test;

class TripsCsvTest {

    @Test
    void writesEveryColumn() {
        var trip = trip("VN:12C12345|huu-nghi|2026-05-04T11:00:00Z", "2026050400002", "2026050400001")
                .setArrivedAt(NOON)
                .setEnteredYardAt(NOON.plusMillis(1_250))
                .setLeftYardAt(NOON.plusSeconds(60))
                .setCrossedAt(NOON.plusSeconds(3_600))
                .build();

        assertThat(lines(trip))
                .containsExactly(
                        "trip_id,truck_id,gate_id,direction,declaration_ids,data_stage,physical_stage,arrived_at,"
                                + "entered_yard_at,left_yard_at,crossed_at,closed_by",
                        "VN:12C12345|huu-nghi|2026-05-04T11:00:00Z,VN:12C12345,huu-nghi,EXPORT,"
                                + "2026050400001 2026050400002,ARRIVED,IN_YARD,2026-05-04T12:00:00Z,"
                                + "2026-05-04T12:00:01.250Z,2026-05-04T12:01:00Z,2026-05-04T13:00:00Z,OPEN");
    }

    @Test
    void leavesEmptyWhatIsNotKnown() {
        var trip = trip("t").setGateId(null).setTruckId("VN:\"12\",C").build();

        assertThat(lines(trip)).last().isEqualTo("t,\"VN:\"\"12\"\",C\",,EXPORT,,ARRIVED,IN_YARD,,,,,OPEN");
    }

    @Test
    void sortsByTextAndLeavesOutWhatWasWithdrawn() {
        // By UTF-16 code unit, as the oracle sorts, the lorry comes before the full-width letter.
        var trips = List.of(
                trip("VN:\uFF21").build(),
                trip("b").setTruckId("VN:2").build(),
                trip("gone").setStatus(TripStatus.WITHDRAWN).build(),
                trip("B").setStatus(TripStatus.ENDED).build(),
                trip("VN:\uD83D\uDE9A").build(),
                trip("b").setTruckId("VN:1").build());

        assertThat(TripsCsv.holding(trips))
                .extracting(trip -> trip.getTripId() + " " + trip.getTruckId())
                .containsExactly(
                        "B VN:12C12345", "VN:\uD83D\uDE9A VN:12C12345", "VN:\uFF21 VN:12C12345", "b VN:1", "b VN:2");
    }

    private static List<String> lines(TruckTripChanged trip) {
        return TripsCsv.lines(TripsCsv.holding(List.of(trip)));
    }
}
