package io.bordergate.oracle;

import java.util.List;

/**
 * The lines of what the oracle reads beside the site: positions with their header, milestones and gate status without
 * one. A file that there is not has no lines. Immutable.
 */
record Input(List<String> positions, List<String> milestones, List<String> statuses) {

    Input withPositions(List<String> others) {
        return new Input(others, milestones, statuses);
    }

    Input withMilestones(List<String> others) {
        return new Input(positions, others, statuses);
    }
}
