package io.bordergate.dashboard;

import io.bordergate.dashboard.gate.AlertEpisode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The board at one moment; what the API answers from and the page draws. Immutable.
 *
 * @param version grows by one with every change; begins again with the process
 */
record BoardSnapshot(long version, String siteId, BoardView view, FeedState feed) {
    /** What is over for longer is no news. */
    private static final Duration NEWS = Duration.ofHours(24);

    private static final int MOST_NEWS = 50;

    /** The gates with their figures and yards, and what is new of alerts. */
    GateList gateList() {
        return new GateList(
                version,
                siteId,
                view.boardTime(),
                view.site().timeZone(),
                feed,
                view.gates(),
                news(),
                view.days().hashCode());
    }

    /** The yards of all gates. */
    YardList yardList() {
        List<YardView> yards =
                view.gates().stream().flatMap(gate -> gate.yards().stream()).toList();
        return new YardList(version, siteId, view.boardTime(), view.site().timeZone(), feed, yards);
    }

    private List<AlertView> news() {
        Instant from = view.boardTime() == null ? Instant.MIN : view.boardTime().minus(NEWS);
        return view.alerts().stream()
                .filter(alert -> alert.isOpen() || alert.newest().at().isAfter(from))
                .limit(MOST_NEWS)
                .map(this::alert)
                .toList();
    }

    AlertView alert(AlertEpisode episode) {
        return AlertView.of(episode, view.site().gate(episode.gateId()));
    }

    /**
     * The board without the past. Immutable.
     *
     * @param alerts open, and of the last 24 hours
     * @param daily changes when a daily table does
     */
    record GateList(
            long version,
            String siteId,
            Instant boardTime,
            String timeZone,
            FeedState feed,
            List<GateView> gates,
            List<AlertView> alerts,
            int daily) {}

    /** The same board without its gates. Immutable. */
    record YardList(
            long version, String siteId, Instant boardTime, String timeZone, FeedState feed, List<YardView> yards) {}
}
