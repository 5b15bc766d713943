package io.bordergate.sandbox.faults;

import io.bordergate.contract.BorderTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Brokers are killed with -9 under load, each the one that matters most to somebody, and one hangs: all goes on. */
@EnabledIfSystemProperty(named = "faults", matches = "long", disabledReason = "takes minutes: -Dfaults=long")
class SurvivesKilledBrokerST {
    private static final int PER_SECOND = 100;
    private static final Duration STALL_LIMIT = Tier.limit(30);

    /** Who is killed, and what it is asked for. */
    private record Victim(String role, ToIntFunction<Cluster> broker) {}

    @Test
    void losesAndDoublesNothing() throws Exception {
        Tier tier = Tier.chosen();
        try (var stand = Stand.open("killed-broker")) {
            List<String> lines = stand.publishDay(300, tier.pick(200, 700));
            stand.startApps(2);
            stand.load().start(lines, PER_SECOND);
            List<String> stalls = new ArrayList<>();
            double worst = 0;
            try (var watch = stand.watch()) {
                watch.awaitNews(Stand.PARTITIONS, Tier.limit(60));
                for (Victim victim : victims(stand).subList(0, tier.pick(1, 5))) {
                    double stall = kill(victim, stand, watch);
                    worst = Math.max(worst, stall);
                    stalls.add(victim.role() + ": " + stall + " s");
                }
                if (tier.isLong()) {
                    double stall = hang(stand, watch);
                    worst = Math.max(worst, stall);
                    stalls.add("hangs for 10 s: " + stall + " s");
                }
            }
            stand.load().finish();

            new Examination(
                            stand,
                            stand.newVerdict()
                                    .figure("stalls", stalls)
                                    .check(
                                            "readers wait at most " + STALL_LIMIT.toSeconds() + " s",
                                            worst <= STALL_LIMIT.toSeconds(),
                                            worst + " s"))
                    .examine()
                    .pass(stand.folder());
        }
    }

    private static List<Victim> victims(Stand stand) {
        return List.of(
                new Victim("leader of positions", cluster -> cluster.leaderOf(BorderTopics.TRUCK_POSITION.name(), 0)),
                new Victim("controller", Cluster::controller),
                new Victim("coordinator of the group", cluster -> cluster.groupCoordinator(stand.applicationId())),
                new Victim("coordinator of transactions", Cluster::transactionCoordinator),
                new Victim("leader of stays", cluster -> cluster.leaderOf(BorderTopics.TRUCK_STAY.name(), 0)));
    }

    private static double kill(Victim victim, Stand stand, GapWatch watch) throws Exception {
        int broker = victim.broker().applyAsInt(stand.cluster());
        watch.takeWorst();
        stand.cluster().kill(broker);
        stand.note("killed broker " + broker + ", " + victim.role());
        stand.load().awaitMore(PER_SECOND * 10);
        stand.cluster().restart(broker);
        stand.note("broker " + broker + " is back in step");
        return stallUntilAllIsWell(stand, watch);
    }

    /** As a machine that stops for 10 s and goes on, believing that it is still what it was. */
    private static double hang(Stand stand, GapWatch watch) throws Exception {
        int broker = stand.cluster().leaderOf(BorderTopics.TRUCK_POSITION.name(), 1);
        watch.takeWorst();
        stand.cluster().pause(broker);
        stand.note("paused broker " + broker);
        stand.load().awaitMore(PER_SECOND * 10);
        stand.cluster().resume(broker);
        stand.note("broker " + broker + " is back in step");
        return stallUntilAllIsWell(stand, watch);
    }

    private static double stallUntilAllIsWell(Stand stand, GapWatch watch) {
        stand.load().awaitMore(PER_SECOND * 3);
        stand.note(Examination.behind(stand));
        watch.awaitNews(Stand.PARTITIONS, Tier.limit(90));
        double stall = watch.takeWorst().toMillis() / 1e3;
        stand.note("longest gap " + stall + " s");
        return stall;
    }
}
