package io.bordergate.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * An instance whose stores have been written to disk many times is killed with -9 and started on the volume as it was left: it
 * always works again without a hand. (A store left behind by a crash can be what a start fails on, KAFKA-21034.)
 */
@EnabledIfSystemProperty(named = "faults", matches = "long", disabledReason = "takes minutes: -Dfaults=long")
class RestartsOnItsVolumeST {
    private static final int PER_SECOND = 400;
    private static final Duration READY_WITHIN = Tier.limit(60);

    @Test
    void needsNoHand() throws Exception {
        Tier tier = Tier.chosen();
        // So little memory that the stores are flushed all the time.
        try (var stand = Stand.open("volume", Map.of("BORDER_ROCKSDB_BYTES", "262144"))) {
            List<String> lines = stand.publishDay(300, tier.pick(300, 700));
            AppProcess app = stand.startApps(1).get(0);
            stand.load().start(lines, PER_SECOND);
            List<Double> seconds = new ArrayList<>();
            List<Long> flushed = new ArrayList<>();
            for (int kill = 0; kill < tier.pick(1, 5); kill++) {
                stand.load().awaitMore(PER_SECOND * 5);
                Waiting.until("three flushes", Tier.limit(60), () -> tableFiles(app.volume()) >= 3);
                app.kill();
                flushed.add(tableFiles(app.volume()));
                stand.note("killed with table files: " + flushed.get(kill));
                long start = System.nanoTime();
                app.start();
                app.awaitReady();
                seconds.add(Math.rint((System.nanoTime() - start) / 1e8) / 10);
                stand.note("ready after " + seconds.get(kill) + " s");
            }
            stand.load().finish();

            assertThat(flushed).allMatch(count -> count >= 3);
            new Examination(
                            stand,
                            stand.newVerdict()
                                    .figure("secondsToReady", seconds)
                                    .figure("tableFiles", flushed)
                                    .check(
                                            "ready within " + READY_WITHIN.toSeconds() + " s",
                                            seconds.stream().allMatch(s -> s <= READY_WITHIN.toSeconds()),
                                            ""))
                    .examine()
                    .pass(stand.folder());
        }
    }

    /** Each flush of a store makes one. */
    private static long tableFiles(Path volume) {
        try (Stream<Path> files = Files.walk(volume)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sst"))
                    .count();
        } catch (IOException | java.io.UncheckedIOException e) {
            // Files come and go while it runs: look again.
            return 0;
        }
    }
}
