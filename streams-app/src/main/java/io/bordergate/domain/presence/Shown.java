package io.bordergate.domain.presence;

import java.time.Duration;

/**
 * Thins out the places of one truck for those who draw a map: one that moves is shown every half minute, one that stands
 * every ten minutes, so that an old place is known from one that still holds. Mutable, not thread-safe.
 */
final class Shown {
    private static final long MOVING_EVERY = Duration.ofSeconds(30).toMillis();
    private static final long STANDING_EVERY = Duration.ofMinutes(10).toMillis();
    /** Some 200 m, north to south or east to west: asked of every fix, it must cost next to nothing. */
    private static final double MOVED_DEGREES = 0.002;

    /** 0 before the first. */
    long time;

    double latitude;
    double longitude;

    /** Whether a place of that time is to be shown after this one; then it is remembered. */
    boolean take(long placeTime, double placeLatitude, double placeLongitude) {
        long since = placeTime - time;
        if (since < MOVING_EVERY || (since < STANDING_EVERY && !isMoved(placeLatitude, placeLongitude))) {
            return false;
        }
        time = placeTime;
        latitude = placeLatitude;
        longitude = placeLongitude;
        return true;
    }

    private boolean isMoved(double placeLatitude, double placeLongitude) {
        return Math.abs(placeLatitude - latitude) > MOVED_DEGREES
                || Math.abs(placeLongitude - longitude) > MOVED_DEGREES;
    }
}
