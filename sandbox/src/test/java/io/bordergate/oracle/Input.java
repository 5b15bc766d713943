package io.bordergate.oracle;

import java.util.List;

/**
 * The lines of what the oracle reads beside the site: positions with their header, milestones and gate status without
 * one, and bindings of devices with their header. A file that there is not has no lines. Immutable.
 */
record Input(List<String> positions, List<String> milestones, List<String> statuses, List<String> bindings) {

    /** Where no device is bound to a truck. */
    Input(List<String> positions, List<String> milestones, List<String> statuses) {
        this(positions, milestones, statuses, List.of());
    }

    Input withPositions(List<String> others) {
        return new Input(others, milestones, statuses, bindings);
    }

    Input withMilestones(List<String> others) {
        return new Input(positions, others, statuses, bindings);
    }
}
