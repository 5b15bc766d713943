package io.bordergate.domain.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.gate.AlertEvent.Kind;
import io.bordergate.domain.gate.Congestion.Outcome;
import io.bordergate.domain.site.CongestionLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over random measures: no flapping, no relief in doubt, and always the level that the whole past gives. */
class CongestionPropertyTest {
    private static final Instant BEGIN = Instant.parse("2026-05-03T09:00:00Z");
    private static final int HOLD = 7;
    private static final CongestionLimits LIMITS = new CongestionLimits(
            CongestionLimits.DEFAULT.occupancy(),
            CongestionLimits.DEFAULT.daysToClear(),
            CongestionLimits.DEFAULT.waitMinutes(),
            Duration.ofMinutes(HOLD));

    private final Congestion congestion = new Congestion("huu-nghi", Side.EXPORT, LIMITS);
    private final List<AlertEvent> events = new ArrayList<>();
    private ScopeState state = ScopeState.NORMAL;

    private void step(int minute, Map<Measure, Double> values, boolean confident) {
        Outcome outcome = congestion.step(state, values, confident, BEGIN.plus(Duration.ofMinutes(minute)));
        state = outcome.state();
        events.addAll(outcome.events());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatJittersByLessThanUpAboveDownRisesOnce(long seed) {
        var random = new Random(seed);
        double gap = 0.099 * random.nextDouble();
        double middle = 0.65 + gap * (random.nextDouble() - 0.5);
        for (int minute = 0; minute < 1_000; minute++) {
            step(minute, Map.of(Measure.OCCUPANCY, middle + gap * (random.nextDouble() - 0.5)), true);
        }

        assertThat(events).hasSizeLessThanOrEqualTo(1).allMatch(event -> event.kind() == Kind.OPENED);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void theLevelIsTheOneThatTheWholePastGives(long seed) {
        var random = new Random(seed);
        List<Level> past = new ArrayList<>();
        List<Boolean> trust = new ArrayList<>();
        Level expected = Level.NORMAL;
        Level one = Level.NORMAL;
        Level two = Level.NORMAL;
        double occupancy = 0.5;
        double days = 1;
        for (int minute = 0; minute < 2_000; minute++) {
            if (random.nextInt(5) == 0) {
                occupancy = 0.4 + 0.7 * random.nextDouble();
                days = random.nextInt(10) == 0 ? Double.POSITIVE_INFINITY : 3 * random.nextDouble();
            }
            boolean confident = random.nextInt(12) > 0;
            one = Level.of(occupancy, LIMITS.occupancy(), one);
            two = Level.of(days, LIMITS.daysToClear(), two);
            past.add(one.isAbove(two) ? one : two);
            trust.add(confident);
            Level before = state.level();
            expected = expected(expected, past, trust);

            step(minute, Map.of(Measure.OCCUPANCY, occupancy, Measure.DAYS_TO_CLEAR, days), confident);

            assertThat(state.level()).as("minute %d", minute).isEqualTo(expected);
            assertThat(!confident && before.isAbove(state.level()))
                    .as("relief in doubt")
                    .isFalse();
        }
        checkEpisodes();
    }

    /** By the letter of docs/gates.md, with all that was. */
    private static Level expected(Level level, List<Level> past, List<Boolean> trust) {
        int now = past.size() - 1;
        if (past.get(now).isAbove(level)) {
            return past.get(now);
        }
        int since = now + 1;
        Level highest = Level.NORMAL;
        while (since > 0 && trust.get(since - 1) && level.isAbove(past.get(since - 1))) {
            since--;
            highest = past.get(since).isAbove(highest) ? past.get(since) : highest;
        }
        return now - since >= HOLD ? highest : level;
    }

    /** Each is opened once and resolved before the next is. */
    private void checkEpisodes() {
        assertThat(events).isNotEmpty();
        String current = null;
        Level level = Level.NORMAL;
        for (AlertEvent event : events) {
            assertThat(event.cause()).isNotNull();
            if (event.kind() == Kind.OPENED) {
                assertThat(current).isNull();
                current = event.alertId();
            }
            assertThat(event.alertId()).isEqualTo(current);
            assertThat(event.level().isAbove(level))
                    .isEqualTo(event.kind() == Kind.OPENED || event.kind() == Kind.ESCALATED);
            level = event.level();
            if (event.kind() == Kind.RESOLVED) {
                assertThat(level).isEqualTo(Level.NORMAL);
                current = null;
            }
        }
    }
}
