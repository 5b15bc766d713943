package io.bordergate.domain.gate.forecast;

import io.bordergate.domain.gate.Announcement;
import io.bordergate.domain.gate.ExpectedTruck;
import io.bordergate.domain.gate.ExpectedTrucks;
import io.bordergate.domain.gate.GateTruck;
import io.bordergate.domain.gate.GateTrucks;
import io.bordergate.domain.gate.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.LongStream;

/** How the trucks of one side of a gate keep to their plans: the share that comes, and how late. Immutable. */
final class Punctuality {
    /** What is thought before anything was seen, in minutes; figures of the team. */
    private static final long[] USUAL_DELAYS = {-60, -15, 0, 30, 120};

    private static final int USUALLY_COME = 19;
    private static final int OF_SO_MANY = 20;

    private static final Duration LOOK_BACK = Duration.ofDays(7);
    /** Who is not there a day after the plan counts as not come, until he does. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(1);

    /** Milliseconds, in order. */
    private final long[] delays;

    private final double comingShare;

    private Punctuality(long[] delays, double comingShare) {
        this.delays = delays;
        this.comingShare = comingShare;
    }

    static Punctuality of(Side side, GateTrucks trucks, ExpectedTrucks expected, Instant now) {
        LongStream.Builder delays = LongStream.builder();
        for (long minutes : USUAL_DELAYS) {
            delays.add(Duration.ofMinutes(minutes).toMillis());
        }
        int came = USUALLY_COME;
        int all = OF_SO_MANY;
        for (GateTruck truck : trucks.since(side, now.minus(LOOK_BACK))) {
            boolean here = !truck.arrived().isAfter(now);
            if (truck.movedIn() || truck.announcement() == null) {
                continue;
            }
            if (here && isLately(truck.arrived(), now) && truck.isAnnouncedAt(truck.arrived())) {
                delays.add(Duration.between(truck.announcement().planned(), truck.arrived())
                        .toMillis());
            }
            if (wasDue(truck.announcement(), now)) {
                came += here ? 1 : 0;
                all++;
            }
        }
        for (ExpectedTruck truck : expected.of(side)) {
            all += truck.announcement() != null && wasDue(truck.announcement(), now) ? 1 : 0;
        }
        return new Punctuality(delays.build().sorted().toArray(), (double) came / all);
    }

    private static boolean isLately(Instant t, Instant now) {
        return t.isAfter(now.minus(LOOK_BACK));
    }

    private static boolean wasDue(Announcement announcement, Instant now) {
        return isLately(announcement.planned(), now)
                && !announcement.planned().isAfter(now.minus(GIVEN_UP_AFTER))
                && announcement.isKnownAt(announcement.planned());
    }

    /** The probability that a truck with that plan has come by a time. */
    double hasCome(Instant planned, Instant by) {
        return comingShare * shareUpTo(Duration.between(planned, by).toMillis());
    }

    private double shareUpTo(long delay) {
        int found = Arrays.binarySearch(delays, delay);
        int count = found < 0 ? -found - 1 : found + 1;
        while (count < delays.length && delays[count] == delay) {
            count++;
        }
        return (double) count / delays.length;
    }
}
