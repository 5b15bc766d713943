package io.bordergate.dashboard.gate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All episodes that are known, at most so many; of those that are over, the ones that ended first are forgotten first.
 * Not thread-safe; its lists are immutable.
 */
public final class AlertLog {
    static final int MOST = 5_000;
    private static final Comparator<AlertEpisode> NEWEST_FIRST = Comparator.comparing(AlertEpisode::isOpen)
            .thenComparing(episode -> episode.newest().at())
            .reversed()
            .thenComparing(AlertEpisode::alertId);

    private final Map<String, AlertEpisode> episodes = new HashMap<>();
    private List<AlertEpisode> sorted;

    /** What is known of an episode from now on. */
    public void put(AlertEpisode episode) {
        episodes.put(episode.alertId(), episode);
        sorted = null;
        if (episodes.size() > MOST) {
            episodes.values().stream().max(NEWEST_FIRST).ifPresent(oldest -> episodes.remove(oldest.alertId()));
        }
    }

    /** An episode that was deleted from the topic. */
    public void remove(String alertId) {
        sorted = episodes.remove(alertId) == null ? sorted : null;
    }

    /** Those that are open, then the others, each with what happened last first; the same list until something happens. */
    public List<AlertEpisode> list() {
        if (sorted == null) {
            sorted = episodes.values().stream().sorted(NEWEST_FIRST).toList();
        }
        return sorted;
    }

    /** The open episodes of a gate. */
    public List<AlertEpisode> listOpen(String gateId) {
        return list().stream()
                .takeWhile(AlertEpisode::isOpen)
                .filter(episode -> episode.gateId().equals(gateId))
                .toList();
    }
}
