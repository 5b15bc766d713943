package io.bordergate.sandbox.faults;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A burst while all is up, then hours of backlog while all instances are stopped: they drain it, and say the same. */
@EnabledIfSystemProperty(named = "faults", matches = "long", disabledReason = "takes minutes: -Dfaults=long")
class DrainsBacklogST {

    @Test
    void catchesUp() throws Exception {
        Tier tier = Tier.chosen();
        try (var stand = Stand.open("backlog")) {
            List<String> lines = stand.publishDay(300, tier.pick(120, 800));
            List<AppProcess> apps = stand.startApps(2);
            int burst = lines.size() / 10;
            stand.load().sendAll(lines.subList(0, burst));
            stand.note("burst of " + burst);
            for (AppProcess app : apps) {
                app.stop();
            }
            stand.load().sendAll(lines.subList(burst, lines.size()));
            stand.note("backlog of " + (lines.size() - burst));

            long start = System.nanoTime();
            for (AppProcess app : apps) {
                app.start();
            }
            apps.forEach(AppProcess::awaitReady);
            double ready = (System.nanoTime() - start) / 1e9;
            var verdict = stand.newVerdict();
            var examination = new Examination(stand, verdict);
            examination.examine();
            double seconds = ready + verdict.number("secondsToDrain");
            verdict.figure("backlog", lines.size() - burst)
                    .figure("secondsFromStartToDrained", Math.rint(seconds * 10) / 10)
                    .figure("drainedPerSecond", Math.round((lines.size() - burst) / seconds))
                    .pass(stand.folder());
        }
    }
}
