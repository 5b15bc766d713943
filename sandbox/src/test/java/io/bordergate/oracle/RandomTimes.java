package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws gaps and delays around every limit of a site: exactly at it, one millisecond to either side. */
final class RandomTimes {

    private final Random random;
    private final Duration window;
    private final List<Duration> limits = new ArrayList<>();

    RandomTimes(Random random, RandomSite site) {
        this.random = random;
        this.window = site.window();
        for (Zone zone : site.zones()) {
            zone.silenceTimeout().ifPresent(limits::add);
            limits.add(zone.minDwell());
        }
    }

    /** From one fix to the next; at least a millisecond. */
    Duration gap() {
        Duration gap = switch (random.nextInt(10)) {
            case 0, 1, 2 -> nearLimit();
            case 3 -> Duration.ofMillis(1);
            case 4 -> Duration.ofMillis(random.nextInt(600_000));
            default -> Duration.ofSeconds(random.nextInt(90));
        };
        return gap.compareTo(Duration.ZERO) > 0 ? gap : Duration.ofMillis(1);
    }

    /** From a truck's last fix to the end of the recording. */
    Duration tail() {
        return random.nextInt(3) == 0
                ? Duration.ofSeconds(random.nextInt(3000))
                : nearLimit().abs();
    }

    /** From the fix to its receipt; negative where a device's clock is ahead. */
    Duration delay() {
        return switch (random.nextInt(20)) {
            case 0 -> window;
            case 1 -> window.plusMillis(1);
            case 2 -> Duration.ofMinutes(-5);
            case 3 -> Duration.ofMillis(-random.nextInt(300_000));
            case 4, 5 -> Duration.ofMillis(random.nextInt(600_000));
            case 6, 7, 8 -> Duration.ZERO;
            default -> Duration.ofMillis(random.nextInt(40_000));
        };
    }

    /** The same instant in one of the ways to write it. */
    String text(Instant instant) {
        return switch (random.nextInt(6)) {
            case 0 -> instant.plus(Duration.ofHours(7)).toString().replace("Z", "+07:00");
            case 1 -> instant.minus(Duration.ofMinutes(210)).toString().replace("Z", "-03:30");
            case 2 -> instant.plusNanos(random.nextInt(1000) * 1000L).toString();
            default -> instant.toString();
        };
    }

    private Duration nearLimit() {
        return limits.get(random.nextInt(limits.size())).plusMillis(random.nextInt(3) - 1L);
    }
}
