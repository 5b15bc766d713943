package io.bordergate.dashboard;

import java.time.Instant;
import java.util.List;

/**
 * The board at one moment; what the API answers and the page draws. Immutable.
 *
 * @param version grows by one with every change; begins again with the process
 */
record BoardSnapshot(
        long version, String siteId, Instant boardTime, String timeZone, FeedState feed, List<GateView> gates) {

    static BoardSnapshot of(long version, String siteId, BoardView view, FeedState feed) {
        return new BoardSnapshot(version, siteId, view.boardTime(), view.timeZone(), feed, view.gates());
    }

    YardList yardList() {
        var yards = gates.stream().flatMap(gate -> gate.yards().stream()).toList();
        return new YardList(version, siteId, boardTime, timeZone, feed, yards);
    }

    /** The same board without its gates. Immutable. */
    record YardList(
            long version, String siteId, Instant boardTime, String timeZone, FeedState feed, List<YardView> yards) {}
}
