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

    @Test
    void refusesAFileThatEndsTooEarly() throws IOException {
        Path positions = positions("header", "first", "last but half");
        Files.writeString(beside(positions, ".count"), "4\n");

        assertRefused(positions + " ends too early: it has 3 lines, " + beside(positions, ".count")
                + " says 4: fetch it again");
    }

    @Test
    void refusesAFileThatIsTooLong() throws IOException {
        Path positions = positions("header", "first", "second");
        Files.writeString(beside(positions, ".count"), "2 positions.csv");

        assertRefused(
                positions + " is too long: it has 3 lines, " + beside(positions, ".count") + " says 2: fetch it again");
    }

    @Test
    void refusesAFileThatIsNotTheOneOfItsSum() throws IOException {
        Path positions = positions("header", "first");
        Files.writeString(
                beside(positions, ".sha256"),
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  positions.csv\n");

        assertRefused(positions + " is not the file that " + beside(positions, ".sha256") + " is of: fetch it again");
    }

    @Test
    void refusesWhatSaysNothingOfItsFile() throws IOException {
        Path positions = positions("header");
        Files.writeString(beside(positions, ".count"), "many");
        assertRefused(beside(positions, ".count") + " does not begin with a number of lines: mend it, or take it away");

        Files.writeString(beside(positions, ".count"), "1");
        Files.write(beside(positions, ".sha256"), new byte[] {(byte) 0xFF, 0});
        assertRefused(
                beside(positions, ".sha256") + " does not begin with a SHA-256 of 64 digits: mend it, or take it away");
    }

    /** Whatever is wrong with the file comes after what is said of it. */
    @Test
    void takesAFileThatIsWhatIsSaidOfIt() throws IOException {
        Path positions = Files.writeString(folder.resolve("positions.csv"), "");
        Files.writeString(beside(positions, ".count"), "0");
        Files.writeString(
                beside(positions, ".sha256"), "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855");

        assertRefused(folder.resolve("nowhere.csv"), "there is no such file, or it may not be read");
        Sidecar.check(positions);
    }

    private Path positions(String... lines) throws IOException {
        return Files.writeString(folder.resolve("positions.csv"), String.join("\n", lines));
    }

    private static Path beside(Path file, String suffix) {
        return Path.of(file + suffix);
    }

    private void assertRefused(String why) throws IOException {
        Path devices = folder.resolve("devices.csv");
        assertRefused(Files.writeString(devices, "device_id,truck_id,valid_from,valid_to\n"), why);
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
