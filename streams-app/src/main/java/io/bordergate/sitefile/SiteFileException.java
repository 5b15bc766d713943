package io.bordergate.sitefile;

import java.util.List;

/** A site file that cannot be used, with all its faults, each naming the feature. */
public final class SiteFileException extends RuntimeException {
    private final List<String> faults;

    SiteFileException(List<String> faults) {
        super("site file: " + String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One line each. */
    public List<String> faults() {
        return faults;
    }
}
