package io.bordergate.dashboard;

import io.bordergate.dashboard.YardView.Counting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The newest figures of all yards, and which of them count in their gate's total. Not thread-safe; its views are immutable. */
final class YardBoard {
    private final Map<String, YardFigure> figures = new TreeMap<>();
    private SiteMap site = SiteMap.NONE;

    void put(SiteMap newest) {
        site = newest;
    }

    void put(YardFigure figure) {
        figures.put(figure.yardId(), figure);
    }

    void remove(String yardId) {
        figures.remove(yardId);
    }

    /** Time of the newest figure. */
    Optional<Instant> findNewest() {
        return figures.values().stream().map(YardFigure::asOf).max(Instant::compareTo);
    }

    /** The yards of the site in its order, then those it does not name. */
    List<YardView> list(Instant boardTime) {
        List<YardView> yards = new ArrayList<>();
        site.yards().values().forEach(yard -> yards.add(view(yard, figures.get(yard.id()), boardTime)));
        figures.values().stream()
                .filter(figure -> !site.yards().containsKey(figure.yardId()))
                .forEach(figure -> yards.add(view(unknown(figure), figure, boardTime)));
        return yards;
    }

    private static SiteMap.Yard unknown(YardFigure figure) {
        return new SiteMap.Yard(
                figure.yardId(), figure.gateId(), null, figure.yardId(), figure.yardId(), figure.capacity(), null);
    }

    private YardView view(SiteMap.Yard yard, YardFigure figure, Instant boardTime) {
        Integer capacity = yard.capacity() != null || figure == null ? yard.capacity() : figure.capacity();
        Age age = figure == null ? null : Age.of(figure.asOf(), boardTime);
        return new YardView(
                yard.id(),
                yard.gateId(),
                yard.name(),
                yard.nameVi(),
                yard.kind(),
                figure == null ? null : (Integer) figure.confirmed(),
                figure == null ? null : (Integer) figure.uncertain(),
                capacity,
                figure == null ? null : YardFigure.ratio(figure.trucks(), capacity),
                figure == null ? null : figure.asOf(),
                age == null ? null : (Long) age.seconds(),
                age != null && age.stale(),
                yard.within(),
                counting(yard));
    }

    private Counting counting(SiteMap.Yard yard) {
        if (!site.yards().containsKey(yard.id())) {
            return Counting.NOT_IN_SITE;
        }
        if (yard.isBuffer()) {
            return Counting.BUFFER;
        }
        if (isCountedAround(yard)) {
            return Counting.PART_OF_OTHER;
        }
        return figures.containsKey(yard.id()) ? Counting.COUNTED : Counting.NO_FIGURE;
    }

    private boolean isCountedAround(SiteMap.Yard yard) {
        for (String around = yard.within();
                around != null;
                around = site.yards().get(around).within()) {
            if (figures.containsKey(around)) {
                return true;
            }
        }
        return false;
    }
}
