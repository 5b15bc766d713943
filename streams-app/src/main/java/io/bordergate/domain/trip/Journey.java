package io.bordergate.domain.trip;

import java.util.ArrayList;
import java.util.List;

/** Passages of several gates between which the truck moved, without having been out or away. */
final class Journey {
    private final List<Passage> passages = new ArrayList<>();

    void add(Passage passage) {
        passages.add(passage);
    }

    List<Passage> passages() {
        return passages;
    }

    Passage first() {
        return passages.get(0);
    }

    Passage last() {
        return passages.get(passages.size() - 1);
    }

    boolean isAt(String gateId) {
        return passages.stream().anyMatch(passage -> passage.gateId().equals(gateId));
    }

    /** The passage that the truck moved on to; null if it did not. */
    Passage after(Passage passage) {
        int next = passages.indexOf(passage) + 1;
        return next < passages.size() ? passages.get(next) : null;
    }

    /** The passage that the truck moved from; null if it is the first. */
    Passage before(Passage passage) {
        int place = passages.indexOf(passage);
        return place > 0 ? passages.get(place - 1) : null;
    }
}
