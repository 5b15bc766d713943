package io.bordergate.sandbox.faults;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Without any fault, but with all that trackers do: late, doubled, displaced and contradictory fixes, batches after a tunnel or
 * most of a day. Three instances say what the oracle says.
 */
@EnabledIfSystemProperty(named = "faults", matches = "quick|long", disabledReason = "takes minutes: -Dfaults=quick")
class KeepsCountInAnyOrderST {

    @Test
    void saysWhatTheOracleSays() throws Exception {
        Tier tier = Tier.chosen();
        try (var stand = Stand.open("any-order")) {
            List<String> lines = stand.publishDay(300, tier.pick(30, 300));
            stand.startApps(3);
            stand.load().start(lines, tier.pick(2_000, 300));
            stand.load().finishAll();

            new Examination(stand, stand.newVerdict()).examine().pass(stand.folder());
        }
    }
}
