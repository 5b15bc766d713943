package io.bordergate.oracle;

import java.util.List;

/** The way of one truck: what counts of its fixes, one for each event time, in the order of event time. Immutable. */
record Track(String truck, List<Step> steps) {

    /** Those that have a place. */
    List<Step> accepted() {
        return steps.stream().filter(Step::isAccepted).toList();
    }
}
