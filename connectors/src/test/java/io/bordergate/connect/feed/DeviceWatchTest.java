package io.bordergate.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lines say of the devices that sent them: two on one truck in two places, or two trucks with one id. */
class DeviceWatchTest {
    private static final String HEADER = "device_id,truck_id,event_time,lat,lon,datum,vehicle";
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-05-10T00:00:00Z"), ZoneOffset.UTC);
    private static final String HERE = "21.970,106.71";
    /** 556 m north of it. */
    private static final String THERE = "21.975,106.71";
    /** Some 11 km north of it. */
    private static final String FAR = "22.07,106.71";

    private final PositionCsv csv = new PositionCsv(
            HEADER,
            "test",
            DeviceBindings.parse(List.of(
                    "device_id,truck_id,valid_from,valid_to",
                    "S,A,2026-05-03T00:00:00Z,2026-05-03T12:10:00Z",
                    "S,B,2026-05-03T12:10:00Z,2026-05-03T12:20:00Z",
                    "S,A,2026-05-03T12:20:00Z,")),
            NOW);

    @Test
    void twoDevicesOfATruckDisagreeOnceTheyHaveBeenApartForFiveMinutes() {
        assertThat(says("D1", "A", "12:00:00", HERE)).isEqualTo("");
        assertThat(says("D2", "A", "12:00:00", THERE)).isEqualTo("");
        assertThat(says("D1", "A", "12:04:59", HERE)).isEqualTo("");
        assertThat(says("D2", "A", "12:04:59", THERE)).isEqualTo("");
        assertThat(says("D1", "A", "12:05:00", HERE)).isEqualTo("DEVICE_DISAGREE D1");
        assertThat(says("D2", "A", "12:05:00", THERE)).isEqualTo("DEVICE_DISAGREE D2");
        assertThat(says("D1", "A", "12:05:01", THERE)).isEqualTo("");
        assertThat(says("D2", "A", "12:10:02", HERE)).isEqualTo("");
    }

    /** Two trackers of a moving truck seldom speak at one moment. */
    @Test
    void aTruckIsGivenTheWayThatItMayHaveGone() {
        for (int minute = 10; minute < 30; minute++) {
            assertThat(says("D1", "A", "12:" + minute + ":00", "21." + minute + ",106.71"))
                    .isEqualTo("");
            // 1.1 km in 40 s is 100 km/h.
            assertThat(says("D2", "A", "12:" + minute + ":40", "21." + (minute + 1) + ",106.71"))
                    .isEqualTo("");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "B, WGS84, TRUCK, 22.07, 106.71",
        "A, GCJ02, TRUCK, 22.07, 106.71",
        "A, BD09, TRUCK, 22.07, 106.71",
        "A, WGS84, TRAILER, 22.07, 106.71",
        "A, WGS84, OTHER, 22.07, 106.71",
        "A, WGS84, TRUCK, 0, 106.71",
        "A, WGS84, TRUCK, 22.07, 0",
        "A, WGS84, TRUCK, 91, 106.71",
        "A, WGS84, TRUCK, 22.07, 181"
    })
    void whatIsNoPlaceOfTheTruckIsNotCompared(String truck, String datum, String vehicle, String lat, String lon) {
        for (int minute = 10; minute < 20; minute++) {
            String time = "12:" + minute + ":00";
            assertThat(says("D1", "A", time, HERE)).isEqualTo("");
            assertThat(read("D2", truck, time, lat + "," + lon + "," + datum + "," + vehicle))
                    .isEqualTo("");
        }
    }

    @Test
    void whatIsMoreThanFiveMinutesOldIsNotCompared() {
        assertThat(says("D1", "A", "12:00:00", HERE)).isEqualTo("");
        assertThat(says("D2", "A", "12:05:00", FAR)).isEqualTo("");
        assertThat(says("D1", "A", "12:10:00.001", HERE)).isEqualTo("");
        assertThat(says("D2", "A", "12:15:00", FAR)).isEqualTo("DEVICE_DISAGREE D2");
    }

    @Test
    void ofMoreThanFourDevicesTheOneThatWasHeardOfLongestAgoIsForgotten() {
        assertThat(says("D1", "A", "12:00:00", HERE)).isEqualTo("");
        assertThat(says("D2", "A", "12:00:00", FAR)).isEqualTo("");
        for (String other : List.of("D3", "D4", "D5")) {
            assertThat(says(other, "A", "12:00:00", HERE)).isEqualTo("");
        }
        assertThat(says("D3", "A", "12:05:00", HERE)).isEqualTo("DEVICE_DISAGREE D3");
        assertThat(says("D1", "A", "12:05:00", HERE)).isEqualTo("");
    }

    @Test
    void aDeviceThatComesBackToATruckIsTwo() {
        assertThat(says("D1", "A", "12:00:00", HERE)).isEqualTo("");
        assertThat(says("D1", "B", "12:30:00", FAR)).isEqualTo("");
        assertThat(says("D1", "A", "13:00:00", HERE)).isEqualTo("DEVICE_SHARED D1");
        assertThat(says("D1", "A", "13:01:00", HERE)).isEqualTo("DEVICE_SHARED D1");
        assertThat(says("D1", "C", "14:00:00", HERE)).isEqualTo("DEVICE_SHARED D1");
        assertThat(says("D1", "C", "14:00:00.001", HERE)).isEqualTo("");
        assertThat(says("D2", "A", "13:01:00", HERE)).isEqualTo("");
    }

    @Test
    void aDeviceThatWasMovedIsOne() {
        assertThat(says("D1", "A", "12:00:00", HERE)).isEqualTo("");
        assertThat(says("D1", "A", "12:30:00", HERE)).isEqualTo("");
        assertThat(says("D1", "B", "12:30:00", FAR)).isEqualTo("");
        assertThat(says("D1", "B", "13:00:00", FAR)).isEqualTo("");
        assertThat(says("D1", "A", "13:30:00.001", FAR)).isEqualTo("");
    }

    @Test
    void whatBindingsSayLeavesNoDoubt() {
        assertThat(says("S", "", "12:05:00", HERE)).isEqualTo("");
        assertThat(says("S", "", "12:15:00", HERE)).isEqualTo("");
        assertThat(says("S", "", "12:25:00", HERE)).isEqualTo("");
        assertThat(says("D2", "A", "12:25:00", FAR)).isEqualTo("");
        assertThat(says("S", "", "12:30:00", HERE)).isEqualTo("DEVICE_DISAGREE S");
    }

    private String says(String device, String truck, String time, String place) {
        return read(device, truck, time, place + ",,");
    }

    private String read(String device, String truck, String time, String rest) {
        DeviceRemark remark = csv.read(device + "," + truck + ",2026-05-03T" + time + "Z," + rest)
                .remark();
        return remark == null ? "" : remark.kind() + " " + remark.deviceId();
    }
}
