package io.bordergate.sandbox.replay;

import static io.bordergate.event.DiscrepancyKind.AUTHORITY_LAG;
import static io.bordergate.event.DiscrepancyKind.NO_SHOW;
import static io.bordergate.event.DiscrepancyKind.WRONG_GATE;
import static io.bordergate.event.DiscrepancyStatus.CLOSED;
import static io.bordergate.event.DiscrepancyStatus.WITHDRAWN;
import static io.bordergate.sandbox.replay.Trips.NOON;
import static io.bordergate.sandbox.replay.Trips.discrepancy;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.event.TripDiscrepancyChanged;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscrepanciesCsvTest {
    private final List<TripDiscrepancyChanged> all = List.of(
            discrepancy("t2", NO_SHOW).setGateId(null).build(),
            discrepancy("t1", NO_SHOW)
                    .setStatus(CLOSED)
                    .setClosedAt(NOON.plusSeconds(1))
                    .build(),
            discrepancy("t1", WRONG_GATE).setStatus(WITHDRAWN).build(),
            discrepancy("t1", AUTHORITY_LAG).build(),
            discrepancy("t3", NO_SHOW).build());

    @Test
    void writesWhatHoldsOrHeldSortedByTripAndNameOfTheKind() {
        assertThat(DiscrepanciesCsv.lines(DiscrepanciesCsv.holding(all)))
                .containsExactly(
                        "trip_id,truck_id,gate_id,kind,opened_at,closed_at",
                        "t1,VN:12C12345,huu-nghi,AUTHORITY_LAG,2026-05-04T12:00:00Z,",
                        "t1,VN:12C12345,huu-nghi,NO_SHOW,2026-05-04T12:00:00Z,2026-05-04T12:00:01Z",
                        "t2,VN:12C12345,,NO_SHOW,2026-05-04T12:00:00Z,",
                        "t3,VN:12C12345,huu-nghi,NO_SHOW,2026-05-04T12:00:00Z,");
    }

    @Test
    void countsWhatIsOpen() {
        assertThat(DiscrepanciesCsv.openByKind(DiscrepanciesCsv.holding(all)))
                .hasToString("{AUTHORITY_LAG=1, NO_SHOW=2}");
    }
}
