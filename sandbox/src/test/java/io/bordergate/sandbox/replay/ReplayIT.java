package io.bordergate.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.oracle.Oracle;
import io.bordergate.oracle.RandomJourneys;
import io.bordergate.sandbox.CliRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way, from files through broker, registry and topology into files, against a program that shares no code with
 * it: the same at any number of partitions and instances, and byte for byte the same again.
 */
class ReplayIT {
    private static final long SEED = 20_260_503;

    @TempDir
    Path folder;

    @Test
    void givesWhatTheOracleGivesAtAnyNumberOfPartitionsAndInstances() throws IOException {
        var journeys = RandomJourneys.generate(SEED, 24, 200);
        journeys.writeTo(folder);
        var expected = Oracle.run(journeys.siteFile(folder), journeys.positionsFile(folder), journeys.now());

        Path one = replay(1, 1);
        Path twelve = replay(12, 3);

        new OracleComparison("seed " + SEED, expected).check(one);
        OracleComparison.checkEqual(one, twelve);
    }

    @Test
    void countsEveryLineOfEveryFile() throws IOException {
        var journeys = RandomJourneys.generate(SEED + 1, 3, 20);
        journeys.writeTo(folder);
        Path milestones = Files.writeString(folder.resolve("milestones.jsonl"), """
                {"declarationId":"2026050300533","type":"DECLARED","authority":"ENTERPRISE","eventTime":"2024-05-03T13:15:21+07:00"}
                {"declarationId":"2026050300533","type":"CUSR","authority":"CUSTOMS","eventTime":"1980-01-06T00:00:00Z"}
                {"declarationId":"2026050300533","type":"CUSR","authority":"CUSTOMS","eventTime":"1969-12-31T23:59:59Z"}
                not JSON

                {"declarationId":"2026050300533"}
                """);
        Path status = Files.write(
                folder.resolve("status.jsonl"),
                concat(
                        "{\"gateId\":\"g\",\"status\":\"OPEN\",\"eventTime\":\"2024-05-03T07:00:00+07:00\"}\n"
                                .getBytes(StandardCharsets.UTF_8),
                        new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1, '\n'}));

        Path out = replay(2, 1, "--milestones", milestones.toString(), "--status", status.toString());

        List<String> fates = Files.readAllLines(out.resolve("fates.csv"));
        assertThat(fates)
                .contains(
                        "milestones,HELD,AWAITS_DECLARATION,1",
                        "milestones,QUARANTINED,BAD_TIME,2",
                        "milestones,DEAD_LETTERED,UNREADABLE,3",
                        "status,QUARANTINED,NO_SUCH_GATE,1",
                        "status,DEAD_LETTERED,UNREADABLE,1");
        assertThat(total(fates, "positions")).isEqualTo(journeys.positions().size() - 1);
        assertThat(total(fates, "milestones")).isEqualTo(6);
        assertThat(total(fates, "status")).isEqualTo(2);
    }

    /** Two devices change trucks at noon; a third is on none. */
    @Test
    void followsDevicesFromTruckToTruck() throws IOException {
        Files.writeString(folder.resolve("site.json"), """
                {"type":"FeatureCollection","siteId":"one-yard","timeZone":"Asia/Ho_Chi_Minh","features":[{"type":"Feature",
                "id":"yard","properties":{"kind":"yard","gate":"huu-nghi","name":"Yard","source":"made up"},
                "geometry":{"type":"Polygon",
                "coordinates":[[[106.7,21.9],[106.8,21.9],[106.8,22.0],[106.7,22.0],[106.7,21.9]]]}}]}
                """);
        Files.writeString(folder.resolve("positions.csv"), """
                truck_id,device_id,event_time,lat,lon,vehicle
                ,D1,2024-05-03T11:59:00Z,21.97,106.71,
                ,D2,2024-05-03T12:00:00Z,21.97,106.60,
                ,D1,2024-05-03T12:01:00Z,21.97,106.71,
                VN:12C33333,D2,2024-05-03T12:02:00Z,21.97,106.71,TRUCK
                ,D9,2024-05-02T12:01:59.999Z,21.97,106.71,
                ,D9,2024-05-03T12:02:00Z,21.97,106.71,
                ,,2024-05-03T12:02:00Z,21.97,106.71,
                VN:12C44444,,2024-05-03T12:02:00Z,21.97,106.71,OTHER
                """);
        Path devices = Files.writeString(folder.resolve("devices.csv"), """
                device_id,truck_id,valid_from,valid_to
                D1,VN:12C11111,2024-05-03T00:00:00Z,2024-05-03T12:00:00Z
                D2,VN:12C22222,2024-05-03T00:00:00Z,2024-05-03T12:00:00Z
                D1,VN:12C22222,2024-05-03T12:00:00Z,
                D2,VN:12C11111,2024-05-03T12:00:00Z,
                """);

        Path out = replay(1, 1, "--devices", devices.toString());

        assertThat(Files.readAllLines(out.resolve("stays.csv")))
                .containsExactly(
                        "truck_id,zone_id,entered_at,left_at,closed_by",
                        "VN:12C11111,yard,2024-05-03T11:59:00Z,2024-05-03T12:00:00Z,EXIT",
                        "VN:12C22222,yard,2024-05-03T12:01:00Z,,OPEN",
                        "VN:12C33333,yard,2024-05-03T12:02:00Z,,OPEN");
        assertThat(Files.readAllLines(out.resolve("fates.csv")))
                .containsExactly(
                        "input,fate,reason,count",
                        "positions,APPLIED,,4",
                        "positions,DEAD_LETTERED,UNREADABLE,1",
                        "positions,HELD,AWAITS_BINDING,1",
                        "positions,QUARANTINED,NOT_A_TRUCK,1",
                        "positions,QUARANTINED,UNKNOWN_DEVICE,1");
    }

    private Path replay(int partitions, int instances, String... more) {
        Path out = folder.resolve("out-" + partitions + "-" + instances);
        String[] arguments = concat(
                new String[] {
                    "replay",
                    "--site",
                    folder.resolve("site.json").toString(),
                    "--positions",
                    folder.resolve("positions.csv").toString(),
                    "--out",
                    out.toString(),
                    "--partitions",
                    Integer.toString(partitions),
                    "--instances",
                    Integer.toString(instances)
                },
                more);
        var run = CliRun.of(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return out;
    }

    private static long total(List<String> fates, String input) {
        return fates.stream()
                .filter(line -> line.startsWith(input + ","))
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(',') + 1)))
                .sum();
    }

    private static String[] concat(String[] first, String... second) {
        var all = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var all = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
