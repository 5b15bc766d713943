package io.bordergate.sitefile;

import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.domain.site.CongestionLimits;
import io.bordergate.domain.site.Thresholds;
import io.bordergate.domain.site.Thresholds.Step;
import java.util.Set;

/** Reads when a gate is congested: up and down of each level of each measure. Not thread-safe. */
final class CongestionReader {
    private static final Set<String> NAMES = Set.of("occupancy", "daysToClear", "waitMinutes", "hold");
    private static final Set<String> LEVELS = Set.of("busy", "congested", "critical");

    private final Faults faults;
    private final Values values;

    CongestionReader(Faults faults, Values values) {
        this.faults = faults;
        this.values = values;
    }

    /** What is not said is as usual. */
    CongestionLimits read(JsonNode congestion, String where) {
        values.onlyNames(congestion, NAMES, where, "congestion with");
        CongestionLimits usual = CongestionLimits.DEFAULT;
        return new CongestionLimits(
                thresholds(congestion, "occupancy", where, usual.occupancy()),
                thresholds(congestion, "daysToClear", where, usual.daysToClear()),
                thresholds(congestion, "waitMinutes", where, usual.waitMinutes()),
                values.duration(congestion, "hold", where, usual.hold()));
    }

    private Thresholds thresholds(JsonNode congestion, String name, String where, Thresholds usual) {
        JsonNode levels = congestion.path(name);
        if (levels.isMissingNode() || levels.isNull()) {
            return usual;
        }
        if (levels.asText().equals("off")) {
            return Thresholds.OFF;
        }
        if (!levels.isObject()) {
            faults.add(where, "has " + name + " " + levels + ", which is neither levels nor \"off\"");
            return usual;
        }
        values.onlyNames(levels, LEVELS, where, name + " with");
        Step busy = step(levels, "busy", name, where);
        Step congested = step(levels, "congested", name, where);
        Step critical = step(levels, "critical", name, where);
        if (busy == null || congested == null || critical == null) {
            return usual;
        }
        if (!isBelow(busy, congested) || !isBelow(congested, critical)) {
            faults.add(where, "has " + name + " " + levels + ", whose levels do not rise from busy to critical");
        }
        return new Thresholds(busy, congested, critical);
    }

    private Step step(JsonNode levels, String level, String name, String where) {
        JsonNode step = levels.path(level);
        boolean fits =
                step.size() == 2 && step.path(0).isNumber() && step.path(1).isNumber();
        double up = step.path(0).asDouble();
        double down = step.path(1).asDouble();
        if (!fits || down <= 0 || up <= down || Double.isInfinite(up)) {
            String found = step.isMissingNode() ? "no " + level : level + " " + step;
            faults.add(where, "has " + name + " with " + found + ", which must be [up, down], up above down above 0");
            return null;
        }
        return new Step(up, down);
    }

    private static boolean isBelow(Step lower, Step higher) {
        return lower.up() < higher.up() && lower.down() < higher.down();
    }
}
