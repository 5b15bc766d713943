package io.bordergate.connect.feed;

import java.util.List;

/** A file of bindings that cannot be used, with all its faults, each naming the line. */
public final class DeviceBindingsException extends RuntimeException {
    private final List<String> faults;

    DeviceBindingsException(List<String> faults) {
        super("device bindings: " + String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** In the order of the file, but overlaps last. */
    public List<String> faults() {
        return faults;
    }
}
