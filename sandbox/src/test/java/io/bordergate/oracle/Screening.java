package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides whether a readable fix is safe to use, judging it by itself, and brings it to WGS-84. The first reason in
 * the order of the code is the one that counts. Immutable.
 */
final class Screening {

    private static final Duration CLOCK_AHEAD = Duration.ofMinutes(5);
    private static final Duration OLDEST = Duration.ofDays(30);
    private static final Duration LATEST_MENDED = Duration.ofDays(1);
    private static final List<Duration> ROLLOVERS = List.of(Duration.ofDays(7 * 1024), Duration.ofDays(7 * 2048));
    private static final Instant FIRST_TIME = Instant.parse("2001-01-01T00:00:00Z");
    private static final Pattern TRAILER = Pattern.compile("VN:[0-9]{2}R[0-9]{4,6}|CN:.*\u6302", Pattern.DOTALL);

    private static final List<String> NO_TRUCK = List.of("TRAILER", "OTHER");

    private final Optional<Box> operatingBox;

    Screening(Optional<Box> operatingBox) {
        this.operatingBox = operatingBox;
    }

    Line screen(Fix raw, String datum, String vehicle) {
        if (!datum.equals("WGS84") && !datum.equals("GCJ02")) {
            return Line.quarantined(raw, "UNKNOWN_DATUM");
        }
        if (NO_TRUCK.contains(vehicle) || TRAILER.matcher(raw.truck()).matches()) {
            return Line.quarantined(raw, "NOT_A_TRUCK");
        }
        if (isZeroIsland(raw.at())) {
            return Line.quarantined(raw, "ZERO_ISLAND");
        }
        if (Math.abs(raw.at().lat()) > 90 || Math.abs(raw.at().lon()) > 180) {
            return Line.quarantined(raw, "OUT_OF_RANGE");
        }
        Fix fix = datum.equals("GCJ02") ? raw.movedTo(Gcj02.toWgs84(raw.at())) : raw;
        if (operatingBox.isPresent() && !operatingBox.get().contains(fix.at())) {
            return Line.quarantined(fix, "OUT_OF_BOX");
        }
        return screenTimes(fix);
    }

    private static Line screenTimes(Fix fix) {
        if (fix.eventTime().isAfter(fix.recordTime().plus(CLOCK_AHEAD))) {
            return Line.quarantined(fix, "FUTURE_TIME");
        }
        if (fix.eventTime().isBefore(FIRST_TIME)
                || fix.eventTime().isBefore(fix.recordTime().minus(OLDEST))) {
            return mended(fix).map(Line::usable).orElse(Line.quarantined(fix, "BAD_TIME"));
        }
        return Line.usable(fix);
    }

    /** As if the receiver's count of weeks had overflowed, once or else twice. */
    private static Optional<Fix> mended(Fix fix) {
        return ROLLOVERS.stream()
                .map(rollover -> fix.eventTime().plus(rollover))
                .filter(time -> !time.isBefore(fix.recordTime().minus(LATEST_MENDED))
                        && !time.isAfter(fix.recordTime().plus(CLOCK_AHEAD)))
                .map(fix::mendedTo)
                .findFirst();
    }

    private static boolean isZeroIsland(Point at) {
        boolean nearZero = Math.abs(at.lat()) < 0.001 && Math.abs(at.lon()) < 0.001;
        return nearZero || at.lat() == 0 || at.lon() == 0;
    }
}
