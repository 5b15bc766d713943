package io.bordergate.domain.gate;

import static io.bordergate.domain.gate.OpeningStory.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.declaration.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over random trucks, put, corrected and withdrawn: a load is what one finds who counts all trucks again. */
class LoadPropertyTest {
    private static final Instant BEGIN = at("01 00:00");

    private final Map<String, GateTruck> known = new HashMap<>();
    private final GateTrucks trucks = new GateTrucks();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isARecount(long seed) {
        var random = new Random(seed);
        var opening = new OpeningStory()
                .hours("06:00-19:00")
                .says(Status.CLOSED, "05 10:00")
                .says(Status.OPEN, "0" + (6 + random.nextInt(3)) + " 09:00")
                .opening();
        for (int round = 0; round < 40; round++) {
            for (int i = 0; i < 20; i++) {
                change(random);
            }
            Instant now = BEGIN.plus(Duration.ofMinutes(random.nextInt(10 * 24 * 60)));
            for (Side side : Side.values()) {
                check(Load.of(side, trucks, opening, now, Duration.ZERO), opening, now);
            }
        }
        assertThat(trucks.size()).isEqualTo(known.size());
    }

    private void change(Random random) {
        if (random.nextInt(6) == 0) {
            String tripId = "trip-" + random.nextInt(200);
            known.remove(tripId);
            trucks.remove(tripId);
            return;
        }
        GateTruck truck = Trucks.random(random, 200, BEGIN, Duration.ofDays(8));
        known.put(truck.tripId(), truck);
        trucks.put(truck);
    }

    private void check(Load load, Opening opening, Instant now) {
        Side side = load.side();
        assertThat(load.backlog().trucks()).isEqualTo(count(side, truck -> waits(truck, now)));
        for (Category category : Category.values()) {
            assertThat(load.backlog().byCategory().get(category))
                    .isEqualTo(count(side, truck -> waits(truck, now) && truck.category() == category));
        }
        for (Channel channel : Channel.values()) {
            assertThat(load.backlog().byChannel().get(channel))
                    .isEqualTo(count(side, truck -> waits(truck, now) && truck.channel() == channel));
        }
        assertThat(load.backlog().refrigerated())
                .isEqualTo(count(side, truck -> waits(truck, now) && truck.refrigerated()));
        assertThat(load.backlog().live()).isEqualTo(count(side, truck -> waits(truck, now) && truck.live()));
        assertThat(load.arrivals())
                .isEqualTo(new Recent(arrived(side, now, 15), arrived(side, now, 60), arrived(side, now, 24 * 60)));
        assertThat(load.crossings())
                .isEqualTo(new Recent(cleared(side, now, 15), cleared(side, now, 60), cleared(side, now, 24 * 60)));
        checkWaits(load, opening.clearedDay(side, now), now);
        OpenStretch stretch = opening.serviceStretch(side, now);
        long minutes = stretch == null ? 0 : stretch.openTime().toMinutes();
        int served = stretch == null ? 0 : cleared(side, stretch.window());
        assertThat(load.serviceRate()).isEqualTo(stretch == null ? null : (Double) (served / (minutes / 60.0)));
    }

    private void checkWaits(Load load, Window day, Instant now) {
        assertThat(load.clearedADay()).isEqualTo(cleared(load.side(), day));
        assertClose(
                load.actualWait(),
                known.values().stream()
                        .filter(truck -> truck.side() == load.side() && isIn(truck.cleared(), day.begin(), day.end()))
                        .map(truck -> Duration.between(truck.arrived(), truck.cleared()))
                        .sorted()
                        .toList());
        assertClose(
                load.currentWait(),
                known.values().stream()
                        .filter(truck -> truck.side() == load.side() && waits(truck, now))
                        .map(truck -> Duration.between(truck.arrived(), now))
                        .sorted()
                        .toList());
    }

    private static void assertClose(Waits waits, List<Duration> sorted) {
        if (sorted.isEmpty()) {
            assertThat(waits).isNull();
            return;
        }
        assertClose(waits.median(), sorted.get((int) Math.ceil(0.5 * sorted.size()) - 1));
        assertClose(waits.p95(), sorted.get((95 * sorted.size() + 99) / 100 - 1));
    }

    private static void assertClose(Duration found, Duration value) {
        assertThat(found).isBetween(value, value.plus(value.dividedBy(1_000)));
    }

    private int arrived(Side side, Instant now, int minutes) {
        Instant begin = now.minus(Duration.ofMinutes(minutes));
        return count(side, truck -> isIn(truck.arrived(), begin, now));
    }

    private int cleared(Side side, Instant now, int minutes) {
        return cleared(side, new Window(now.minus(Duration.ofMinutes(minutes)), now));
    }

    private int cleared(Side side, Window window) {
        return count(side, truck -> isIn(truck.cleared(), window.begin(), window.end()));
    }

    private int count(Side side, Predicate<GateTruck> which) {
        return (int) known.values().stream()
                .filter(truck -> truck.side() == side && which.test(truck))
                .count();
    }

    private static boolean waits(GateTruck truck, Instant now) {
        return truck.arrived().compareTo(now) <= 0
                && (truck.left() == null || truck.left().compareTo(now) > 0);
    }

    private static boolean isIn(Instant time, Instant begin, Instant end) {
        return time != null && time.compareTo(begin) > 0 && time.compareTo(end) <= 0;
    }

    @Test
    void forgetsOnlyWhatNoFigureAsksFor() {
        var random = new Random(7);
        var story = new OpeningStory().hours("06:00-19:00").says(Status.CLOSED, "06 12:00");
        for (int i = 0; i < 500; i++) {
            GateTruck truck = Trucks.random(random, 1_000, BEGIN, Duration.ofDays(12));
            known.put(truck.tripId(), truck);
            trucks.put(truck);
        }
        for (String now : List.of("06 12:00", "12 12:00", "20 12:00", "30 12:00")) {
            List<String> forgotten = trucks.forget(at(now), story.opening());
            forgotten.forEach(trip -> assertThat(known.get(trip).left()).isBefore(at(now).minus(Duration.ofDays(9))));
            for (Side side : Side.values()) {
                check(Load.of(side, trucks, story.opening(), at(now), Duration.ZERO), story.opening(), at(now));
            }
        }
        assertThat(trucks.size()).isLessThan(known.size());
        assertThat(known.values().stream().filter(truck -> truck.left() == null))
                .allSatisfy(truck ->
                        assertThat(trucks.since(truck.side(), Instant.MAX)).contains(truck));
    }
}
