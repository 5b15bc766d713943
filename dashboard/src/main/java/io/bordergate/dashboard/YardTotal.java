package io.bordergate.dashboard;

import io.bordergate.dashboard.YardView.Counting;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Trucks in a gate's yards, each truck once. Immutable.
 *
 * @param capacity of the counted yards; null if one of them has none
 * @param ratio null without a capacity
 * @param asOf of the oldest figure in it
 * @param ageSeconds how much older that is than the newest on the board
 * @param stale true once that is more than {@link Age#STALE_AFTER}
 * @param yards how many yards are counted
 * @param yardsWithoutFigure how many would be, had anything been published for them
 */
record YardTotal(
        int confirmed,
        int uncertain,
        Integer capacity,
        Double ratio,
        Instant asOf,
        long ageSeconds,
        boolean stale,
        int yards,
        int yardsWithoutFigure) {

    /** Null if no yard of these is counted. */
    static YardTotal of(List<YardView> yards) {
        List<YardView> counted = yards.stream()
                .filter(yard -> yard.counting() == Counting.COUNTED)
                .toList();
        if (counted.isEmpty()) {
            return null;
        }
        int confirmed = counted.stream().mapToInt(YardView::confirmed).sum();
        int uncertain = counted.stream().mapToInt(YardView::uncertain).sum();
        Integer capacity = capacity(counted);
        int silent = (int) yards.stream()
                .filter(yard -> yard.counting() == Counting.NO_FIGURE)
                .count();
        YardView oldest =
                counted.stream().min(Comparator.comparing(YardView::asOf)).orElseThrow();
        return new YardTotal(
                confirmed,
                uncertain,
                capacity,
                YardFigure.ratio(confirmed + uncertain, capacity),
                oldest.asOf(),
                oldest.ageSeconds(),
                oldest.stale(),
                counted.size(),
                silent);
    }

    private static Integer capacity(List<YardView> counted) {
        boolean bounded = counted.stream().allMatch(yard -> yard.capacity() != null);
        return bounded ? (Integer) counted.stream().mapToInt(YardView::capacity).sum() : null;
    }
}
