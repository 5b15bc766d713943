package io.bordergate.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the site file says of one gate's opening and congestion; a measure that is off has no thresholds. Immutable. */
record GateRules(Opening opening, Map<Measure, Thresholds> thresholds, Duration hold) {

    private static final Duration HOLD = Duration.ofMinutes(30);
    private static final Thresholds OF_YARDS = new Thresholds(List.of(0.65, 0.80, 0.95), List.of(0.55, 0.70, 0.85));
    /** WAIT is off unless it is set. */
    private static final Map<Measure, Thresholds> STANDARD = Map.of(
            Measure.OCCUPANCY, OF_YARDS,
            Measure.PREDICTION, OF_YARDS,
            Measure.DAYS_TO_CLEAR, new Thresholds(List.of(1.0, 2.0, 4.0), List.of(0.8, 1.6, 3.2)));

    static final GateRules DEFAULTS = of(MissingNode.getInstance());

    /** By the properties of a gate. */
    static GateRules of(JsonNode properties) {
        JsonNode congestion = properties.path("congestion");
        Map<Measure, Thresholds> thresholds = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            JsonNode levels = congestion.path(measure.member);
            if (levels.isObject()) {
                thresholds.put(measure, Thresholds.of(levels));
            } else if (!levels.asText().equals("off") && STANDARD.containsKey(measure)) {
                thresholds.put(measure, STANDARD.get(measure));
            }
        }
        Duration hold = congestion.hasNonNull("hold")
                ? Duration.parse(congestion.path("hold").asText())
                : HOLD;
        return new GateRules(Opening.of(properties.path("opening")), Map.copyOf(thresholds), hold);
    }
}
