package io.bordergate.dashboard.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.dashboard.gate.AlertEpisode.Happening;
import io.bordergate.event.AlertEventKind;
import io.bordergate.event.CongestionCause;
import io.bordergate.event.CongestionLevel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertLogTest {
    private static final Instant NOON = Instant.parse("2026-05-03T05:00:00Z");

    private final AlertLog log = new AlertLog();

    @Test
    void the_newest_record_of_an_episode_tells_all() {
        log.put(episode("a", AlertEventKind.OPENED, 0));
        log.put(episode("a", AlertEventKind.RESOLVED, 1));

        assertThat(log.list()).hasSize(1);
        assertThat(log.listOpen("gate")).isEmpty();
    }

    @Test
    void the_same_list_is_handed_out_until_something_happens() {
        log.put(episode("a", AlertEventKind.OPENED, 0));
        List<AlertEpisode> before = log.list();

        log.remove("unknown");
        assertThat(log.list()).isSameAs(before);
        log.remove("a");
        assertThat(log.list()).isEmpty();
        assertThat(before).hasSize(1);
    }

    @Test
    void of_too_many_the_one_that_ended_first_is_forgotten_and_never_an_open_one() {
        log.put(episode("open", AlertEventKind.OPENED, -1));
        for (int i = 0; i < AlertLog.MOST; i++) {
            log.put(episode("over-" + i, AlertEventKind.RESOLVED, i));
        }

        assertThat(log.list()).hasSize(AlertLog.MOST);
        assertThat(log.list().get(0).alertId()).isEqualTo("open");
        assertThat(log.list()).noneMatch(episode -> episode.alertId().equals("over-0"));
        assertThat(log.list().get(1).alertId()).isEqualTo("over-" + (AlertLog.MOST - 1));
    }

    private static AlertEpisode episode(String id, AlertEventKind event, int minute) {
        Happening happening = new Happening(
                event, CongestionLevel.BUSY, NOON.plusSeconds(60L * minute), CongestionCause.OCCUPANCY, 0.7, null);
        return new AlertEpisode(id, "gate", null, NOON, null, List.of(happening));
    }
}
