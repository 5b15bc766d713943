package io.bordergate.topology;

import io.bordergate.domain.intake.Fate;
import io.bordergate.domain.intake.Reason;
import io.bordergate.metrics.GateMetrics;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;

/**
 * Trucks whose devices report places that cannot be, one after the other: not one bad fix, but a device that is set up
 * wrongly. Each such position is remarked in its headers before it is set aside. Kept in memory only, so that good positions
 * cost nothing, and counted anew after a restart. Not thread-safe.
 */
final class Misconfigured {
    static final String REMARK = "MISCONFIGURED";

    private static final int IN_A_ROW = 3;
    private static final int MOST_KEPT = 10_000;

    private final int partition;
    private final GateMetrics metrics;
    /** How many in a row; of too many trucks those that began first are forgotten. */
    private final Map<String, Integer> rows = new LinkedHashMap<>();

    private int trucks;

    Misconfigured(int partition, GateMetrics metrics) {
        this.partition = partition;
        this.metrics = metrics;
        metrics.misconfiguredTrucks(partition, 0);
    }

    /** Takes note of what became of a position, and remarks it where it is one of such a device. */
    void note(String truckId, Reason reason, Headers headers) {
        if (reason == Reason.OUT_OF_RANGE || reason == Reason.OUT_OF_BOX) {
            int row = rows.merge(truckId, 1, Integer::sum);
            if (row == IN_A_ROW) {
                tell(trucks + 1);
            }
            if (row >= IN_A_ROW) {
                headers.remove(EdgeRemark.REMARK);
                headers.add(EdgeRemark.REMARK, REMARK.getBytes(StandardCharsets.UTF_8));
            }
            if (rows.size() > MOST_KEPT) {
                forget(rows.keySet().iterator().next());
            }
        } else if (!rows.isEmpty() && isUsed(reason)) {
            forget(truckId);
        }
    }

    private void forget(String truckId) {
        Integer row = rows.remove(truckId);
        if (row != null && row >= IN_A_ROW) {
            tell(trucks - 1);
        }
    }

    private void tell(int now) {
        trucks = now;
        metrics.misconfiguredTrucks(partition, now);
    }

    private static boolean isUsed(Reason reason) {
        return reason.fate() == Fate.APPLIED || reason.fate() == Fate.FLAGGED;
    }
}
