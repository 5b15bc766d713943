package io.bordergate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CliTest {

    private static final long NO_PROCESS = 99_999_999;

    @TempDir
    Path folder;

    @BeforeEach
    void ownHome() {
        System.setProperty("gate.home", folder.toString());
    }

    @AfterEach
    void noHome() {
        System.clearProperty("gate.home");
    }

    @ParameterizedTest
    @CsvSource({
        "'', no command given",
        "dance, dance",
        "tail, TOPIC",
        "tail border.truck.position --loud, --loud",
        "tail border.truck.position --max many, many",
        "tail border.truck.position --max 0, --max is 0",
        "tail border.truck.positions, border.truck.position",
        "topics --partitions x, x",
    })
    void wrongUsageIsOneLineAndExitCodeTwo(String line, String said) {
        var run = CliRun.of(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("gate")
                .contains(said);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"tail border.truck.position", "topics"})
    void saysThatNothingRuns(String line) {
        new RunFile("127.0.0.1:1", "http://127.0.0.1:1", NO_PROCESS, 12).write(GateHome.find());

        var run = CliRun.of(line.split(" "));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains("no sandbox runs here", "gate up");
    }

    @Test
    void refusesTopicsWithoutPartitions() {
        var run = CliRun.of("topics", "--bootstrap", "127.0.0.1:9", "--partitions", "0");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains("0 partitions");
    }

    @Test
    void saysWhatIsNoAddress() {
        var run = CliRun.of("topics", "--bootstrap", "nowhere");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains("'nowhere'", "HOST:PORT");
    }

    @Test
    void helpNamesEveryCommand() {
        var run = CliRun.of("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("tail", "topics");
    }

    @Test
    void findsTheSandboxThatRuns() {
        var home = GateHome.find();
        var written = RunFile.ofThisProcess("127.0.0.1:9092", "http://127.0.0.1:8081/apis/ccompat/v7", 6);

        written.write(home);

        assertThat(RunFile.find(home)).contains(written);
        RunFile.delete(home);
        assertThat(RunFile.find(home)).isEmpty();
    }
}
