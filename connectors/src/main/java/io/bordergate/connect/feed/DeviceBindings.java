package io.bordergate.connect.feed;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which truck a device was on at which time: trackers are swapped and lent, so a device that does not know its plate is one
 * truck today and another tomorrow. Immutable.
 */
public final class DeviceBindings {
    /** No device is bound to any truck. */
    public static final DeviceBindings NONE = new DeviceBindings(List.of());

    private final Map<String, NavigableMap<Instant, DeviceBinding>> byDevice = new HashMap<>();

    /** Of bindings that do not overlap. */
    DeviceBindings(List<DeviceBinding> bindings) {
        for (DeviceBinding binding : bindings) {
            byDevice.computeIfAbsent(binding.deviceId(), device -> new TreeMap<>())
                    .put(binding.from(), binding);
        }
    }

    /**
     * Reads CSV lines, the first being the header {@code device_id,truck_id,valid_from,valid_to} in any order: times are
     * ISO-8601 with an offset, the first belongs to the binding and the second does not, and an empty valid_to is no end.
     * A column {@code registered_at} may say when a binding became known; where it is empty, it always was.
     * Throws a {@link DeviceBindingsException} with all faults of all lines.
     */
    public static DeviceBindings parse(List<String> lines) {
        return new DeviceBindings(new DeviceBindingsReader().read(lines));
    }

    /** Which says on which truck the device was; empty if none does. */
    Optional<DeviceBinding> find(String deviceId, Instant at) {
        NavigableMap<Instant, DeviceBinding> bindings = byDevice.get(deviceId);
        return bindings == null
                ? Optional.empty()
                : Optional.ofNullable(bindings.floorEntry(at))
                        .map(Map.Entry::getValue)
                        .filter(binding -> at.isBefore(binding.to()));
    }
}
