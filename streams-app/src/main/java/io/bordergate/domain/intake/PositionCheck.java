package io.bordergate.domain.intake;

import io.bordergate.domain.presence.Fix;
import io.bordergate.domain.site.OperatingBox;
import io.bordergate.domain.site.Site;
import java.time.Duration;
import java.time.Instant;

/** Whether a fix is safe to use, by itself: its place and its time. What the site does not limit is not checked. */
public final class PositionCheck {
    /** A device's clock may be ahead of ours by this much. */
    public static final long CLOCK_TOLERANCE = Duration.ofMinutes(5).toMillis();
    /** A fix that took longer to arrive was not kept by a device, but dated by a wrong clock. */
    static final long OLDEST_AGE = Duration.ofDays(30).toMillis();
    /** After the dates that clocks fall back to: 1970, the GPS epoch 1980-01-06, and 2000-01-01. */
    static final long EARLIEST = Instant.parse("2001-01-01T00:00:00Z").toEpochMilli();

    private static final double NEAR_ZERO_DEGREES = 0.001;
    /** Where the plate begins in a truckId, and in that of a Vietnamese one the series. */
    private static final int PLATE = 3;

    private static final int SERIES = 5;

    private PositionCheck() {}

    /** Why what a fix is keyed by is not a truck; {@link Reason#NONE} if it may be one. The key is taken as it stands. */
    public static Reason checkKey(String truckId) {
        boolean trailer = truckId.startsWith("VN:")
                ? truckId.indexOf('R') == SERIES && TrailerPlate.is("VN", truckId.substring(PLATE))
                : truckId.startsWith("CN:") && TrailerPlate.is("CN", truckId.substring(PLATE));
        return trailer ? Reason.NOT_A_TRUCK : Reason.NONE;
    }

    /** Why coordinates as reported cannot be a place; {@link Reason#NONE} if they can. */
    public static Reason checkCoordinates(double latitude, double longitude) {
        if (!Double.isFinite(latitude) || !Double.isFinite(longitude)) {
            return Reason.BAD_NUMBER;
        }
        if (latitude == 0 || longitude == 0 || (isNearZero(latitude) && isNearZero(longitude))) {
            return Reason.ZERO_ISLAND;
        }
        return Math.abs(latitude) > 90 || Math.abs(longitude) > 180 ? Reason.OUT_OF_RANGE : Reason.NONE;
    }

    /**
     * Why the fix may not be used at this site; {@link Reason#NONE} if it may, {@link Reason#WNRO} if it may with another
     * time: {@link #toUse} makes both what is used.
     */
    public static Reason check(Fix fix, Site site) {
        OperatingBox box = site.fixLimits().box();
        if (box != null && !box.contains(fix.latitude(), fix.longitude())) {
            return Reason.OUT_OF_BOX;
        }
        Reason fault = checkTime(fix.time(), fix.recordTime());
        return fault == Reason.BAD_TIME && WeekRollover.explains(fix) ? Reason.WNRO : fault;
    }

    /**
     * The fix as it is used.
     *
     * @param remark what the check said of it: {@link Reason#NONE} or {@link Reason#WNRO}
     * @param accuracyMetres as the device estimates; null if it does not
     */
    public static Fix toUse(Fix fix, Reason remark, Float accuracyMetres, Site site) {
        Fix timely = remark == Reason.WNRO ? WeekRollover.mended(fix) : fix;
        boolean vague =
                accuracyMetres != null && accuracyMetres > site.fixLimits().maxAccuracyMetres();
        return vague ? timely.withoutPlace() : timely;
    }

    /** Why the time of any event may not be used; {@link Reason#NONE} if it may. */
    public static Reason checkTime(long eventTime, long recordTime) {
        if (eventTime > recordTime + CLOCK_TOLERANCE) {
            return Reason.FUTURE_TIME;
        }
        return eventTime < EARLIEST || eventTime < recordTime - OLDEST_AGE ? Reason.BAD_TIME : Reason.NONE;
    }

    private static boolean isNearZero(double degrees) {
        return Math.abs(degrees) < NEAR_ZERO_DEGREES;
    }
}
