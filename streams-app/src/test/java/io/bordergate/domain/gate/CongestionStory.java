package io.bordergate.domain.gate;

import io.bordergate.domain.gate.Congestion.Outcome;
import io.bordergate.domain.site.CongestionLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A scope minute by minute: its measures are as they were until something else is told. Not thread-safe. */
final class CongestionStory {
    private final Congestion congestion;
    private final Map<Measure, Double> values = new EnumMap<>(Measure.class);
    private final List<String> told = new ArrayList<>();
    private ScopeState state = ScopeState.NORMAL;
    private boolean confident = true;
    private Instant now = Instant.parse("2026-05-03T09:00:00Z");

    CongestionStory(Side side, CongestionLimits limits) {
        this.congestion = new Congestion("huu-nghi", side, limits);
    }

    /** Something changes, and a minute passes. */
    CongestionStory is(Measure measure, double value) {
        values.put(measure, value);
        return minutes(1);
    }

    CongestionStory isNone(Measure measure) {
        values.remove(measure);
        return minutes(1);
    }

    /** From the next minute on. */
    CongestionStory doubts() {
        confident = false;
        return this;
    }

    CongestionStory believes() {
        confident = true;
        return this;
    }

    CongestionStory minutes(int count) {
        for (int i = 0; i < count; i++) {
            tell(congestion.step(state, values, confident, now));
            now = now.plus(Duration.ofMinutes(1));
        }
        return this;
    }

    CongestionStory acknowledges(String alertId) {
        tell(Congestion.acknowledge(state, alertId, now));
        return this;
    }

    private void tell(Outcome outcome) {
        state = outcome.state();
        for (AlertEvent event : outcome.events()) {
            String at = event.at().toString().substring(11, 16);
            told.add(at + " " + event.kind() + " " + event.level() + " " + event.cause());
        }
    }

    ScopeState state() {
        return state;
    }

    /** Since the last time that it was asked: time, kind, level and cause. */
    List<String> events() {
        List<String> events = List.copyOf(told);
        told.clear();
        return events;
    }
}
