package io.bordergate.domain.presence;

import io.bordergate.domain.site.Site;
import io.bordergate.fixtures.Spot;
import io.bordergate.fixtures.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A truck's journey over the crowded site, drawn from a seed: a walk with stops, jumps and silences of all lengths that
 * matter, with duplicates and with fixes that contradict each other. Not thread-safe.
 */
final class RandomJourney {
    /** The longest that a fix takes to be received. */
    static final long LONGEST_DELAY = 60_000;

    private static final long[] STEPS = {
        1_000, 10_000, 10_000, 10_000, 60_000, 60_000, 119_999, 120_000, 300_000, 300_001, 600_001, 900_000, 900_001,
        1_200_000, 1_200_001, 1_800_000, 2_400_000
    };

    private final Random random;
    private final List<Fix> fixes = new ArrayList<>();
    private long time = Times.at("06:00");
    private Spot spot = Spot.at(0, 0);

    private RandomJourney(long seed) {
        random = new Random(seed);
    }

    /** The fixes in the order of their own times. */
    static List<Fix> fixes(long seed) {
        var journey = new RandomJourney(seed);
        int length = 3 + journey.random.nextInt(40);
        for (int i = 0; i < length; i++) {
            journey.drive();
        }
        return journey.fixes;
    }

    /** The same fixes as they may arrive: in any order in which none is older than the lateness window. */
    static List<Fix> shuffled(List<Fix> fixes, long seed, Site site) {
        var random = new Random(~seed);
        long most = random.nextBoolean() ? site.latenessWindow() - LONGEST_DELAY : 120_000;
        Map<Fix, Long> arrival = new HashMap<>();
        fixes.forEach(fix -> arrival.put(fix, fix.time() + (long) (random.nextDouble() * most)));
        var order = new ArrayList<>(fixes);
        order.sort(Comparator.comparing(arrival::get));
        return order;
    }

    /**
     * The same journey by a device that often does not know where it is, also at times at which it did, and that now and
     * then is somewhere else for some seconds.
     */
    static List<Fix> troubled(List<Fix> fixes, long seed) {
        var random = new Random(seed + 1);
        var some = new ArrayList<Fix>();
        for (Fix fix : fixes) {
            some.add(random.nextInt(5) == 0 ? fix.withoutPlace() : fix);
            if (random.nextInt(8) == 0) {
                some.add(at(fix, fix.time(), random).withoutPlace());
            }
            if (random.nextInt(8) == 0) {
                Fix elsewhere = fixes.get(random.nextInt(fixes.size()));
                for (int second = 1 + random.nextInt(4); second > 0; second--) {
                    some.add(at(elsewhere, fix.time() + second * 1_000L, random));
                }
            }
        }
        return some;
    }

    private static Fix at(Fix place, long time, Random random) {
        long delay = random.nextInt(4) * (LONGEST_DELAY / 3);
        return new Fix(time, time + delay, place.latitude(), place.longitude());
    }

    private void drive() {
        time += STEPS[random.nextInt(STEPS.length)];
        spot = next();
        report(spot);
        if (random.nextInt(8) == 0) {
            report(spot);
        }
        if (random.nextInt(8) == 0) {
            report(anywhere());
        }
    }

    private void report(Spot where) {
        long delay = random.nextInt(4) * (LONGEST_DELAY / 3);
        fixes.add(new Fix(time, time + delay, where.latitude(), where.longitude()));
    }

    private Spot next() {
        return switch (random.nextInt(4)) {
            case 0 -> spot;
            case 1 -> anywhere();
            default -> Spot.at(spot.east() + 10 * (random.nextInt(5) - 2), spot.north() + 10 * (random.nextInt(5) - 2));
        };
    }

    private Spot anywhere() {
        return Spot.at(10 * random.nextInt(24) - 70, 10 * random.nextInt(24) - 70);
    }
}
