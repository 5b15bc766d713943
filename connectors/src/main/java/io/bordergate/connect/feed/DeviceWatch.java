package io.bordergate.connect.feed;

import io.bordergate.connect.feed.DeviceRemark.Kind;
import io.bordergate.event.Datum;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.event.Vehicle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Compares what the devices of a feed say with each other, where it is still known which device said it: behind the feed
 * there are only trucks. Judges lines in the order in which it is shown them. Not thread-safe.
 */
final class DeviceWatch {
    /** Of more devices or trucks than these the ones that were heard of longest ago are forgotten. */
    private static final int MOST_KEPT = 50_000;

    private final Map<String, NamedTrucks> byDevice = new Newest<>();
    private final Map<String, TruckDevices> byTruck = new Newest<>();

    /**
     * What to say of a device that reports a truck's position; null if nothing.
     *
     * @param named whether the line itself names the truck: what bindings say leaves no doubt
     */
    DeviceRemark look(String device, String truck, boolean named, TruckPositionReported position) {
        boolean shared = named && of(byDevice, device, NamedTrucks::new).isShared(truck, position.getEventTime());
        boolean disagrees = isComparable(position)
                && of(byTruck, truck, TruckDevices::new)
                        .disagrees(device, position.getEventTime(), position.getLatitude(), position.getLongitude());
        if (shared) {
            return new DeviceRemark(Kind.DEVICE_SHARED, device);
        }
        return disagrees ? new DeviceRemark(Kind.DEVICE_DISAGREE, device) : null;
    }

    /** Only places as they stand: what is no place, shifted, or of a trailer says nothing of the truck's other devices. */
    private static boolean isComparable(TruckPositionReported position) {
        double latitude = position.getLatitude();
        double longitude = position.getLongitude();
        return position.getDatum() == Datum.WGS84
                && position.getVehicle() != Vehicle.TRAILER
                && position.getVehicle() != Vehicle.OTHER
                && latitude != 0
                && longitude != 0
                && Math.abs(latitude) <= 90
                && Math.abs(longitude) <= 180;
    }

    private static <V> V of(Map<String, V> all, String id, Supplier<V> nothingYet) {
        V known = all.get(id);
        if (known == null) {
            known = nothingYet.get();
            all.put(id, known);
        }
        return known;
    }

    /** Those that were asked for last. */
    private static final class Newest<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1;

        Newest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > MOST_KEPT;
        }
    }
}
