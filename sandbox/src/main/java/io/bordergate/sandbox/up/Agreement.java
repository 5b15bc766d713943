package io.bordergate.sandbox.up;

import io.bordergate.event.YardOccupancyChanged;
import io.bordergate.simulator.GroundTruth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The live occupancy beside the simulator's ground truth. An honest observer may differ by the trucks whose last report
 * tells something else than the truth (they crossed the fence after it, or their device is dead); by no more.
 *
 * @param yard id of the yard
 * @param live trucks as published, confirmed and uncertain
 * @param truth trucks that are really there
 * @param doubt by how many an observer of all reports may differ
 */
record Agreement(String yard, int live, int truth, int doubt) {

    static List<Agreement> at(Instant time, GroundTruth truth, Map<String, YardOccupancyChanged> live) {
        List<Agreement> yards = new ArrayList<>();
        for (String yard : truth.zones()) {
            YardOccupancyChanged published = live.get(yard);
            int trucks = published == null ? 0 : published.getConfirmedTrucks() + published.getUncertainTrucks();
            yards.add(new Agreement(yard, trucks, truth.occupancyAt(yard, time), truth.doubtAt(yard, time)));
        }
        return yards;
    }

    boolean holds() {
        return Math.abs(live - truth) <= doubt;
    }

    String line() {
        return "  %-24s live %4d   truth %4d   may differ by %2d   %s"
                .formatted(yard, live, truth, doubt, holds() ? "agrees" : "DOES NOT AGREE");
    }
}
