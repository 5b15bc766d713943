package io.bordergate.sandbox.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** One of three instances is killed with -9 under load, again and again, and comes back on its volume. */
@EnabledIfSystemProperty(named = "faults", matches = "long", disabledReason = "takes minutes: -Dfaults=long")
class SurvivesKilledInstanceST {
    private static final int PER_SECOND = 50;
    /** Session and transaction of the dead end after 10 s each; what is left is for taking over. */
    private static final Duration GAP_LIMIT = Tier.limit(30);

    private final Random random = new Random(Tier.seed());
    private final Tier tier = Tier.chosen();

    @Test
    void losesAndDoublesNothing() throws Exception {
        int kills = tier.pick(3, 20);
        try (var stand = Stand.open("killed-instance")) {
            List<String> lines = stand.publishDay(300, tier.pick(250, 700));
            stand.startApps(3);
            stand.load().start(lines, PER_SECOND);
            List<Double> gaps = new ArrayList<>();
            try (var watch = stand.watch()) {
                watch.awaitNews(Stand.PARTITIONS, Tier.limit(60));
                for (int kill = 1; kill <= kills; kill++) {
                    gaps.add(gapOfOneKill(kill, stand, watch).toMillis() / 1e3);
                }
            }
            stand.load().finish();

            double worst = gaps.stream().mapToDouble(gap -> gap).max().orElseThrow();
            new Examination(
                            stand,
                            stand.newVerdict()
                                    .figure("kills", kills)
                                    .figure("gapsSeconds", gaps)
                                    .check(
                                            "readers wait at most " + GAP_LIMIT.toSeconds() + " s",
                                            worst <= GAP_LIMIT.toSeconds(),
                                            worst + " s"))
                    .examine()
                    .pass(stand.folder());
        }
    }

    /** The next kill comes 5 to 10 s, in the long tier 5 to 20 s, after the instance is back. */
    private Duration gapOfOneKill(int number, Stand stand, GapWatch watch) throws Exception {
        watch.takeWorst();
        AppProcess app = stand.apps().get(random.nextInt(3));
        app.kill();
        stand.note("kill " + number + ": " + app.name());
        if (random.nextBoolean()) {
            // Later than its session ends: until then the others have taken over.
            stand.load().awaitMore(PER_SECOND * 12);
        }
        app.start();
        app.awaitReady();
        stand.note(app.name() + " is back");
        stand.load().awaitMore(PER_SECOND * (5 + random.nextInt(tier.pick(5, 15))));
        watch.awaitNews(Stand.PARTITIONS, Tier.limit(60));
        Duration gap = watch.takeWorst();
        stand.note("longest gap " + gap.toMillis() + " ms");
        return gap;
    }
}
