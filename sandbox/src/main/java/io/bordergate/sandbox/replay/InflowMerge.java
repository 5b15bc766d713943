package io.bordergate.sandbox.replay;

import java.io.IOException;
import java.util.List;

/**
 * Several flows as one, as they came in life: of the next lines, the one that was received first goes first. Lines of one
 * flow keep their order. Not thread-safe.
 */
final class InflowMerge {
    private final List<? extends Inflow> flows;

    /** Of lines received at one time, those of the flow named first go first. */
    InflowMerge(List<? extends Inflow> flows) {
        this.flows = flows;
    }

    /** Sends all that is left, and says so after each line. */
    void sendAll(Runnable afterEach) throws IOException {
        for (Inflow next = next(); next != null; next = next()) {
            next.sendNext();
            afterEach.run();
        }
    }

    private Inflow next() throws IOException {
        Inflow first = null;
        long firstTime = Inflow.NONE;
        for (Inflow flow : flows) {
            long time = flow.nextTime();
            if (time < firstTime) {
                first = flow;
                firstTime = time;
            }
        }
        return first;
    }
}
