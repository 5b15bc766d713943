package io.bordergate.sandbox.faults;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Two of three instances are killed with -9 at once, and then all three: nothing is lost, and they catch up. */
@EnabledIfSystemProperty(named = "faults", matches = "long", disabledReason = "takes minutes: -Dfaults=long")
class SurvivesLossOfAllInstancesST {
    private static final int PER_SECOND = 100;
    private static final Duration CAUGHT_UP_WITHIN = Tier.limit(120);

    @Test
    void losesAndDoublesNothing() throws Exception {
        Tier tier = Tier.chosen();
        try (var stand = Stand.open("all-instances")) {
            List<String> lines = stand.publishDay(300, tier.pick(250, 400));
            List<AppProcess> apps = stand.startApps(3);
            stand.load().start(lines, PER_SECOND);
            stand.load().awaitMore(PER_SECOND * 5);

            killAndRestart(stand, apps.subList(0, 2));
            stand.load().awaitMore(PER_SECOND * 3);
            long start = System.nanoTime();
            killAndRestart(stand, apps);
            stand.load().finish();

            var verdict = new Examination(stand, stand.newVerdict()).examine();
            double seconds = Math.rint((System.nanoTime() - start) / 1e8) / 10;
            verdict.check(
                            "caught up within " + CAUGHT_UP_WITHIN.toSeconds() + " s, examination included",
                            seconds <= CAUGHT_UP_WITHIN.toSeconds(),
                            seconds + " s")
                    .pass(stand.folder());
        }
    }

    private static void killAndRestart(Stand stand, List<AppProcess> apps) throws Exception {
        for (AppProcess app : apps) {
            app.kill();
        }
        stand.note("killed " + apps.size() + " at once");
        stand.load().awaitMore(PER_SECOND);
        for (AppProcess app : apps) {
            app.start();
        }
        apps.forEach(AppProcess::awaitReady);
        stand.note("all back");
    }
}
