package io.bordergate.sitefile;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that one look at the file mends it all. Not thread-safe. */
final class Faults {
    private final List<String> all = new ArrayList<>();

    void add(String where, String what) {
        all.add(where + ": " + what);
    }

    List<String> all() {
        return all;
    }

    void throwIfAny() {
        if (!all.isEmpty()) {
            throw new SiteFileException(all);
        }
    }
}
