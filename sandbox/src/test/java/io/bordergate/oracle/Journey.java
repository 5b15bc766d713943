package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Section 2: the passages of one truck between which it only moved from gate to gate, at least one. Immutable. */
record Journey(List<Passage> passages) {

    Instant arrival() {
        return passages.get(0).arrival();
    }

    /** Section 3; {@link Instant#MAX} if it has no end. */
    Instant reachEnd() {
        return passages.get(passages.size() - 1).reachEnd();
    }

    Duration distanceTo(Instant time) {
        return Passage.distance(arrival(), reachEnd(), time);
    }

    boolean touches(Cover cover) {
        return passages.stream().anyMatch(passage -> cover.isFor(passage.gate()));
    }
}
