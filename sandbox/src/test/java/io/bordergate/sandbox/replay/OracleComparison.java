package io.bordergate.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.oracle.Oracle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The result files of a replay against those of a program that shares no code with it, line by line. Immutable. */
record OracleComparison(String seed, Oracle.Result expected) {
    /** Every file that a replay writes. */
    private static final Map<String, Function<Oracle.Result, List<String>>> WHAT_THE_ORACLE_SAYS = Map.of(
            StaysCsv.NAME, Oracle.Result::stays,
            OccupancyCsv.NAME, Oracle.Result::occupancy,
            TripsCsv.NAME, Oracle.Result::trips,
            DiscrepanciesCsv.NAME, Oracle.Result::discrepancies,
            FatesCsv.NAME, Oracle.Result::fates,
            AlertsCsv.NAME, Oracle.Result::alerts,
            DailyCsv.NAME, Oracle.Result::daily,
            AdviceCsv.NAME, Oracle.Result::advice);

    /** Fails at the first file that differs. */
    void check(Path results) {
        WHAT_THE_ORACLE_SAYS.forEach((file, lines) -> assertThat(lines(results.resolve(file)))
                .as(file + " of " + seed)
                .isEqualTo(lines.apply(expected)));
    }

    /** Fails if two replays of one input differ in a byte of any file. */
    static void checkEqual(Path one, Path other) {
        for (String file : WHAT_THE_ORACLE_SAYS.keySet()) {
            assertThat(other.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
