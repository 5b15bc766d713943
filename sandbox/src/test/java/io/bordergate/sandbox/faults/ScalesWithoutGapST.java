package io.bordergate.sandbox.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Instances are stopped as an orchestrator stops them and started again: the others take over at once. */
@EnabledIfSystemProperty(named = "faults", matches = "long", disabledReason = "takes minutes: -Dfaults=long")
class ScalesWithoutGapST {
    private static final int PER_SECOND = 50;
    private static final Duration GAP_LIMIT = Tier.limit(10);

    @Test
    void handsOverAtOnce() throws Exception {
        Tier tier = Tier.chosen();
        try (var stand = Stand.open("scaling")) {
            List<String> lines = stand.publishDay(300, tier.pick(250, 500));
            List<AppProcess> apps = stand.startApps(3);
            stand.load().start(lines, PER_SECOND);
            List<Double> gaps = new ArrayList<>();
            try (var watch = stand.watch()) {
                watch.awaitNews(Stand.PARTITIONS, Tier.limit(60));
                for (int round = 0; round < tier.pick(1, 3); round++) {
                    for (AppProcess app : apps.subList(0, tier.pick(1, 3))) {
                        gaps.add(restart(app, stand, watch));
                    }
                }
            }
            stand.load().finish();

            double worst = gaps.stream().mapToDouble(gap -> gap).max().orElseThrow();
            new Examination(
                            stand,
                            stand.newVerdict()
                                    .figure("restarts", gaps.size())
                                    .figure("gapsSeconds", gaps)
                                    .check(
                                            "readers wait at most " + GAP_LIMIT.toSeconds() + " s",
                                            worst <= GAP_LIMIT.toSeconds(),
                                            worst + " s"))
                    .examine()
                    .pass(stand.folder());
        }
    }

    /** Two instances for some seconds, then three again. */
    private static double restart(AppProcess app, Stand stand, GapWatch watch) throws Exception {
        watch.takeWorst();
        stand.note("stop " + app.name());
        app.stop();
        stand.load().awaitMore(PER_SECOND * 2);
        app.start();
        app.awaitReady();
        stand.note(app.name() + " is back");
        stand.load().awaitMore(PER_SECOND * 3);
        watch.awaitNews(Stand.PARTITIONS, Tier.limit(60));
        double gap = watch.takeWorst().toMillis() / 1e3;
        stand.note("longest gap " + gap + " s");
        return gap;
    }
}
