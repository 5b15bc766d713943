package io.bordergate.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sections 5 and 6 of docs/positions.md against answers worked out by hand. Times are those of May 2024 in UTC. */
class DeviceRulesTest {

    private static final Site NOWHERE = Site.of(JsonNodeFactory.instance.objectNode());
    private static final Instant NOW = Instant.parse("2024-12-01T00:00:00Z");
    private static final String HERE = "21.5,106.5";
    /** 556 m north of it. */
    private static final String NEXT_TO_IT = "21.505,106.5";

    private final List<String> lines = new ArrayList<>(List.of("truck_id,device_id,event_time,lat,lon,vehicle"));
    private final List<String> bindings =
            new ArrayList<>(List.of("device_id,truck_id,valid_from,valid_to,registered_at"));

    @Test
    void aLineWaitsForADayForItsDeviceToBeBound() {
        binds("D1", "A", "04T08:00:00Z");
        binds("D2", "A", "04T08:00:00.001Z");
        sees("", "D1", "03T08:00:00Z", HERE);
        sees("", "D2", "03T08:00:00Z", HERE);
        sees("", "D3", "03T08:00:00Z", HERE);
        assertThat(fates()).containsExactly("HELD,AWAITS_BINDING,3");

        sees("B", "", "04T08:00:00Z", HERE);
        assertThat(fates()).containsExactly("APPLIED,,2", "HELD,AWAITS_BINDING,2");

        sees("B", "", "04T08:00:00.001Z", HERE);
        assertThat(fates()).containsExactly("APPLIED,,3", "QUARANTINED,UNKNOWN_DEVICE,2");
    }

    @Test
    void aLineThatCannotBeReadWaitsForNothing() {
        sees("", "D1", "yesterday", HERE);
        sees("", "", "03T08:00:00Z", HERE);

        assertThat(fates()).containsExactly("DEAD_LETTERED,UNREADABLE,2");
    }

    @Test
    void whatWaitedMayBeLateBesideAnotherDeviceOfItsTruck() {
        binds("D1", "A", "03T09:00:00Z");
        sees("", "D1", "03T08:00:00Z", HERE);
        sees("A", "D2", "03T08:31:00Z", HERE);
        assertThat(fates()).containsExactly("APPLIED,,1", "HELD,AWAITS_BINDING,1");

        sees("B", "D2", "03T09:00:00Z", HERE);
        assertThat(fates()).containsExactly("APPLIED,,2", "LATE,OUTSIDE_WINDOW,1");
    }

    @Test
    void twoDevicesThatAreApartForFiveMinutesDisagree() {
        sees("A", "D1", "03T08:00:00Z", HERE);
        sees("A", "D2", "03T08:00:01Z", NEXT_TO_IT);
        sees("A", "D2", "03T08:05:00Z", NEXT_TO_IT);
        assertThat(fates()).containsExactly("APPLIED,,3");

        sees("A", "D1", "03T08:05:01Z", HERE);
        assertThat(fates()).containsExactly("APPLIED,,3", "FLAGGED,DEVICE_DISAGREE,1");

        sees("A", "D1", "03T08:05:02Z", NEXT_TO_IT);
        sees("A", "D2", "03T08:05:03Z", HERE);
        assertThat(fates()).containsExactly("APPLIED,,5", "FLAGGED,DEVICE_DISAGREE,1");
    }

    @Test
    void aDeviceThatComesBackWithinAnHourIsTwo() {
        sees("A", "D1", "03T08:00:00Z", HERE);
        sees("B", "D1", "03T08:30:00Z", HERE);
        sees("A", "D1", "03T09:00:00Z", HERE);
        sees("A", "D1", "03T10:00:00Z", HERE);
        assertThat(fates()).containsExactly("APPLIED,,2", "FLAGGED,DEVICE_SHARED,2");

        sees("B", "D1", "03T10:00:01Z", HERE);
        assertThat(fates()).containsExactly("APPLIED,,3", "FLAGGED,DEVICE_SHARED,2");
    }

    @Test
    void whatItsFeedCallsAnotherVehicleIsNoTruck() {
        lines.add("A,D1,2024-05-03T08:00:00Z," + HERE + ",other");
        lines.add("A,D1,2024-05-03T08:00:01Z," + HERE + ",car");

        assertThat(fates()).containsExactly("APPLIED,,1", "QUARANTINED,NOT_A_TRUCK,1");
    }

    private void sees(String truck, String device, String time, String place) {
        lines.add(truck + "," + device + ",2024-05-" + time + "," + place + ",");
    }

    private void binds(String device, String truck, String known) {
        bindings.add(device + "," + truck + ",2024-05-01T00:00:00Z,,2024-05-" + known);
    }

    private List<String> fates() {
        return Oracle.run(NOWHERE, new Input(lines, List.of(), List.of(), bindings), NOW).fates().stream()
                .skip(1)
                .map(line -> line.substring("positions,".length()))
                .toList();
    }
}
