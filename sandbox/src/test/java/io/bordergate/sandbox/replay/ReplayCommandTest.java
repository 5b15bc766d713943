package io.bordergate.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.sandbox.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the files of a replay is said in one line, before anything is started. */
class ReplayCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeInput() throws IOException {
        Files.writeString(folder.resolve("positions.csv"), "truck_id,event_time,lat,lon,device_id\n");
        Files.writeString(folder.resolve("site.json"), """
                {"type":"FeatureCollection","siteId":"one-yard","timeZone":"Asia/Ho_Chi_Minh","features":[{"type":"Feature",
                "id":"yard","properties":{"kind":"yard","gate":"huu-nghi","name":"Yard","source":"made up"},
                "geometry":{"type":"Polygon",
                "coordinates":[[[106.7,21.9],[106.8,21.9],[106.8,22.0],[106.7,22.0],[106.7,21.9]]]}}]}
                """);
    }

    @Test
    void listsAllFaultsOfTheBindings() throws IOException {
        Path devices = Files.writeString(folder.resolve("devices.csv"), """
                device_id,truck_id,valid_from,valid_to
                D1,VN:12C11111,2024-05-03T00:00:00Z,
                D1,VN:12C22222,2024-05-04T00:00:00Z,
                D2,,2024-05-04T00:00:00Z,
                """);

        assertRefused(
                devices, devices + ": line 4: truck_id is empty; line 3: overlaps line 2, which binds the same device");
    }

    @Test
    void saysThatThereAreNoBindings() {
        Path devices = folder.resolve("nowhere.csv");

        assertRefused(devices, "cannot read " + devices + ": there is no such file, or it may not be read");
    }

    @Test
    void saysThatBindingsAreNoText() throws IOException {
        Path devices = Files.write(folder.resolve("devices.csv"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});

        assertRefused(devices, "cannot read " + devices + ": is it a text file in UTF-8?");
    }

    private void assertRefused(Path devices, String why) {
        var run = CliRun.of(
                "replay",
                "--site",
                folder.resolve("site.json").toString(),
                "--positions",
                folder.resolve("positions.csv").toString(),
                "--devices",
                devices.toString(),
                "--out",
                folder.resolve("out").toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().endsWith(why);
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
