package io.bordergate.domain.gate;

import io.bordergate.domain.declaration.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** Trucks of a gate with a life of their own choosing, and by chance. */
final class Trucks {
    private Trucks() {}

    /** An export of fruit that waits since then; its tracker shows it. */
    static GateTruck waiting(String tripId, Instant arrived) {
        return new GateTruck(
                tripId,
                Side.EXPORT,
                Category.FRUIT,
                true,
                Channel.GREEN,
                arrived,
                null,
                null,
                false,
                false,
                true,
                null);
    }

    static GateTruck cleared(String tripId, Instant arrived, Instant cleared) {
        return new GateTruck(
                tripId,
                Side.EXPORT,
                Category.FRUIT,
                true,
                Channel.GREEN,
                arrived,
                cleared,
                cleared,
                false,
                false,
                false,
                null);
    }

    static GateTruck goneUncleared(String tripId, Instant arrived, Instant left, boolean moved) {
        return new GateTruck(
                tripId, Side.EXPORT, Category.OTHER, false, null, arrived, null, left, false, moved, false, null);
    }

    static GateTruck of(GateTruck truck, Side side, Category category) {
        return new GateTruck(
                truck.tripId(),
                side,
                category,
                truck.refrigerated(),
                truck.channel(),
                truck.arrived(),
                truck.cleared(),
                truck.left(),
                truck.movedIn(),
                truck.movedOut(),
                truck.live(),
                truck.announcement());
    }

    static GateTruck movedIn(GateTruck truck) {
        return new GateTruck(
                truck.tripId(),
                truck.side(),
                truck.category(),
                truck.refrigerated(),
                truck.channel(),
                truck.arrived(),
                truck.cleared(),
                truck.left(),
                true,
                truck.movedOut(),
                truck.live(),
                truck.announcement());
    }

    static GateTruck silent(GateTruck truck) {
        return new GateTruck(
                truck.tripId(),
                truck.side(),
                truck.category(),
                truck.refrigerated(),
                null,
                truck.arrived(),
                truck.cleared(),
                truck.left(),
                truck.movedIn(),
                truck.movedOut(),
                false,
                truck.announcement());
    }

    /** The same, declared before and planned for a time. */
    static GateTruck announced(GateTruck truck, Instant declared, Instant planned) {
        return new GateTruck(
                truck.tripId(),
                truck.side(),
                truck.category(),
                truck.refrigerated(),
                truck.channel(),
                truck.arrived(),
                truck.cleared(),
                truck.left(),
                truck.movedIn(),
                truck.movedOut(),
                truck.live(),
                new Announcement(declared, planned));
    }

    static <T> T any(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }

    /** Of so many trips any one, which came in a stretch of time after a beginning, on whole minutes. */
    static GateTruck random(Random random, int trips, Instant begin, Duration length) {
        Side side = any(random, Side.values());
        Category category = any(random, Category.values());
        Channel channel = random.nextBoolean() ? null : any(random, Channel.values());
        Instant arrived = begin.plus(Duration.ofMinutes(random.nextInt((int) length.toMinutes())));
        Instant left = random.nextInt(4) == 0 ? null : arrived.plus(Duration.ofMinutes(random.nextInt(2 * 24 * 60)));
        boolean cleared = left != null && random.nextInt(3) > 0;
        return new GateTruck(
                "trip-" + random.nextInt(trips),
                side,
                category,
                random.nextBoolean(),
                channel,
                arrived,
                cleared ? left : null,
                left,
                random.nextInt(4) == 0,
                left != null && !cleared && random.nextBoolean(),
                left == null && random.nextBoolean(),
                null);
    }
}
