package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Shuffles the lines of a positions file as far as the lateness window allows: no line becomes late that was not, and
 * none that was late comes to count. So the results must stay the same. Not thread-safe; used once.
 */
final class Permutation {

    private final Duration window;
    private final List<Place> order;

    private Permutation(List<Place> order, Duration window) {
        this.order = order;
        this.window = window;
    }

    /**
     * The same lines in another order; the header stays first. A line moves up or down by about {@code bound} places at
     * most.
     */
    static List<String> shuffle(List<String> file, Site site, Instant now, long seed, int bound) {
        Permutation permutation =
                new Permutation(places(file, site, now, new Random(seed), bound), site.latenessWindow());
        permutation.sortAsFarAsAllowed();
        List<String> shuffled = new ArrayList<>(file.subList(0, 1));
        permutation.order.forEach(place -> shuffled.add(place.text));
        return shuffled;
    }

    private static List<Place> places(List<String> file, Site site, Instant now, Random random, int bound) {
        List<Line> lines = Recording.lines(file, site, now);
        Map<String, Instant> newest = new HashMap<>();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Optional<Fix> fix = lines.get(i).usableFix();
            Instant before =
                    fix.map(f -> newest.getOrDefault(f.truck(), Instant.MIN)).orElse(Instant.MIN);
            fix.ifPresent(f -> newest.merge(f.truck(), f.recordTime(), Lateness::later));
            places.add(new Place(file.get(i + 1), fix, i + random.nextInt(bound + 1), before));
        }
        return places;
    }

    /** Insertion sort by the random goals, in which a swap that would change a fate is not made. */
    private void sortAsFarAsAllowed() {
        for (int i = 1; i < order.size(); i++) {
            int at = i;
            while (at > 0 && order.get(at - 1).goal > order.get(at).goal && swap(at - 1, at)) {
                at--;
            }
        }
    }

    private boolean swap(int i, int j) {
        Place first = order.get(i);
        Place second = order.get(j);
        if (first.isOfSameTruckAs(second)) {
            Instant firstBefore = Lateness.later(first.newestBefore, second.recordTime());
            Instant secondBefore = first.newestBefore;
            if (first.isLate(firstBefore, window) != first.isLate(first.newestBefore, window)
                    || second.isLate(secondBefore, window) != second.isLate(second.newestBefore, window)) {
                return false;
            }
            first.newestBefore = firstBefore;
            second.newestBefore = secondBefore;
        }
        order.set(i, second);
        order.set(j, first);
        return true;
    }

    /** A line on its way, with the newest recordTime of its truck among the lines before it. Not thread-safe. */
    private static final class Place {
        private final String text;
        private final Optional<Fix> fix;
        private final int goal;
        private Instant newestBefore;

        Place(String text, Optional<Fix> fix, int goal, Instant newestBefore) {
            this.text = text;
            this.fix = fix;
            this.goal = goal;
            this.newestBefore = newestBefore;
        }

        boolean isOfSameTruckAs(Place other) {
            return fix.isPresent() && fix.map(Fix::truck).equals(other.fix.map(Fix::truck));
        }

        Instant recordTime() {
            return fix.orElseThrow().recordTime();
        }

        boolean isLate(Instant before, Duration window) {
            return Lateness.isLate(fix.orElseThrow(), Lateness.later(before, recordTime()), window);
        }
    }
}
