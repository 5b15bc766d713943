package io.bordergate.dashboard;

import io.bordergate.dashboard.GateView.Total;
import io.bordergate.dashboard.YardView.Counting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The newest figures, arranged by gate: the rules of the board, without Kafka, HTTP or a clock. Ages are measured against
 * the newest figure, so a replay of last year looks as it looked then. Not thread-safe; its views are immutable.
 */
final class GateBoard {
    static final Duration STALE_AFTER = Duration.ofMinutes(5);

    private final Map<String, YardFigure> figures = new TreeMap<>();
    private SiteMap site = SiteMap.NONE;

    /** The site as it holds from now on. */
    void put(SiteMap newest) {
        site = newest;
    }

    /** The newest figure of a yard. */
    void put(YardFigure figure) {
        figures.put(figure.yardId(), figure);
    }

    /** A yard whose figure was deleted from the topic. */
    void remove(String yardId) {
        figures.remove(yardId);
    }

    BoardView view() {
        Instant boardTime = figures.values().stream()
                .map(YardFigure::asOf)
                .max(Instant::compareTo)
                .orElse(null);
        Map<String, List<YardView>> byGate = new LinkedHashMap<>();
        site.gates().keySet().forEach(gate -> byGate.put(gate, new ArrayList<>()));
        for (YardView yard : yards(boardTime)) {
            byGate.computeIfAbsent(yard.gateId(), gate -> new ArrayList<>()).add(yard);
        }
        List<GateView> gates = new ArrayList<>();
        byGate.forEach((gate, yards) -> gates.add(gate(gate, yards)));
        return new BoardView(boardTime, site.timeZone(), gates);
    }

    private List<YardView> yards(Instant boardTime) {
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
        Duration age = figure == null ? null : Duration.between(figure.asOf(), boardTime);
        return new YardView(
                yard.id(),
                yard.gateId(),
                yard.name(),
                yard.nameVi(),
                yard.kind(),
                figure == null ? null : (Integer) figure.confirmed(),
                figure == null ? null : (Integer) figure.uncertain(),
                capacity,
                figure == null ? null : ratio(figure.trucks(), capacity),
                figure == null ? null : figure.asOf(),
                age == null ? null : (Long) age.toSeconds(),
                age != null && age.compareTo(STALE_AFTER) > 0,
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

    private GateView gate(String id, List<YardView> yards) {
        SiteMap.Gate gate = site.gates().getOrDefault(id, new SiteMap.Gate(id, id, id));
        return new GateView(id, gate.name(), gate.nameVi(), total(yards), yards);
    }

    private static Total total(List<YardView> yards) {
        List<YardView> counted = yards.stream()
                .filter(yard -> yard.counting() == Counting.COUNTED)
                .toList();
        if (counted.isEmpty()) {
            return null;
        }
        int confirmed = counted.stream().mapToInt(YardView::confirmed).sum();
        int uncertain = counted.stream().mapToInt(YardView::uncertain).sum();
        boolean bounded = counted.stream().allMatch(yard -> yard.capacity() != null);
        Integer capacity = bounded
                ? (Integer) counted.stream().mapToInt(YardView::capacity).sum()
                : null;
        int silent = (int) yards.stream()
                .filter(yard -> yard.counting() == Counting.NO_FIGURE)
                .count();
        YardView oldest =
                counted.stream().min(Comparator.comparing(YardView::asOf)).orElseThrow();
        return new Total(
                confirmed,
                uncertain,
                capacity,
                ratio(confirmed + uncertain, capacity),
                oldest.asOf(),
                oldest.ageSeconds(),
                oldest.stale(),
                counted.size(),
                silent);
    }

    private static Double ratio(int trucks, Integer capacity) {
        return capacity == null ? null : (Double) ((double) trucks / capacity);
    }
}
