package io.bordergate.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.dashboard.gate.GateLimits;
import io.bordergate.dashboard.gate.GateLimits.Step;
import io.bordergate.dashboard.gate.GateLimits.Steps;

/** Takes out of a gate's {@code properties.congestion} from which values on it is congested. */
final class LimitsReading {

    private LimitsReading() {}

    /** What is not said, or cannot be read, is as usual. */
    static GateLimits parse(JsonNode congestion) {
        GateLimits usual = GateLimits.DEFAULT;
        return new GateLimits(
                steps(congestion.path("occupancy"), usual.occupancy()),
                steps(congestion.path("daysToClear"), usual.daysToClear()),
                steps(congestion.path("waitMinutes"), usual.waitMinutes()));
    }

    private static Steps steps(JsonNode measure, Steps usual) {
        if (measure.asText().equals("off")) {
            return null;
        }
        Step busy = step(measure.path("busy"));
        Step congested = step(measure.path("congested"));
        Step critical = step(measure.path("critical"));
        return busy == null || congested == null || critical == null ? usual : new Steps(busy, congested, critical);
    }

    private static Step step(JsonNode pair) {
        JsonNode up = pair.path(0);
        JsonNode down = pair.path(1);
        return up.isNumber() && down.isNumber() ? new Step(up.asDouble(), down.asDouble()) : null;
    }
}
