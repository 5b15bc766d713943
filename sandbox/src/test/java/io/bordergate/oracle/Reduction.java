package io.bordergate.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Makes a failing input small, so that it can be read: leaves out whole trucks, then whole declarations, then single
 * lines, as long as it still fails. The order of lines stays, and so does the header of the positions. Not thread-safe.
 */
public final class Reduction {

    private final String header;
    private final TripCase failing;
    private final Predicate<TripCase> fails;
    private List<String> fixes;
    private List<String> milestones;
    private List<String> statuses;

    private Reduction(TripCase failing, Predicate<TripCase> fails) {
        this.failing = failing;
        this.header = failing.positions().get(0);
        this.statuses = failing.statuses();
        this.fixes = failing.positions().subList(1, failing.positions().size());
        this.milestones = failing.milestones();
        this.fails = fails;
    }

    /** The predicate is given the lines of positions, with their header, and of milestones; it must hold to begin with. */
    public static TripCase of(TripCase failing, BiPredicate<List<String>, List<String>> fails) {
        return of(failing, some -> fails.test(some.positions(), some.milestones()));
    }

    /** The predicate must hold to begin with. */
    public static TripCase of(TripCase failing, Predicate<TripCase> fails) {
        Reduction reduction = new Reduction(failing, fails);
        if (!reduction.stillFails(reduction.fixes, reduction.milestones)) {
            throw new IllegalArgumentException("the case does not fail: give one that does");
        }
        int before;
        do {
            before = reduction.size();
            reduction.leaveOut();
        } while (reduction.size() < before);
        return reduction.some(reduction.fixes, reduction.milestones, reduction.statuses);
    }

    private void leaveOut() {
        List<String> trucks = fixes.stream().map(this::truck).distinct().toList();
        List<String> keptTrucks = smallest(trucks, some -> stillFails(ofTrucks(some), milestones));
        fixes = ofTrucks(keptTrucks);
        List<String> declarations =
                milestones.stream().map(Reduction::declaration).distinct().toList();
        List<String> kept = smallest(declarations, some -> stillFails(fixes, ofDeclarations(some)));
        milestones = ofDeclarations(kept);
        fixes = smallest(fixes, some -> stillFails(some, milestones));
        milestones = smallest(milestones, some -> stillFails(fixes, some));
        statuses = smallest(statuses, some -> fails.test(some(fixes, milestones, some)));
    }

    /** Leaves out halves, then quarters, and so on down to single items. */
    private static List<String> smallest(List<String> items, Predicate<List<String>> fails) {
        List<String> kept = items;
        for (int size = Math.max(1, items.size()); size >= 1; size /= 2) {
            int at = 0;
            while (at < kept.size()) {
                List<String> fewer = new ArrayList<>(kept.subList(0, at));
                fewer.addAll(kept.subList(Math.min(at + size, kept.size()), kept.size()));
                if (fails.test(fewer)) {
                    kept = fewer;
                } else {
                    at += size;
                }
            }
        }
        return kept;
    }

    private boolean stillFails(List<String> someFixes, List<String> someMilestones) {
        return fails.test(some(someFixes, someMilestones, statuses));
    }

    private TripCase some(List<String> someFixes, List<String> someMilestones, List<String> someStatuses) {
        return failing.with(withHeader(someFixes), someMilestones).withStatuses(someStatuses);
    }

    private List<String> withHeader(List<String> someFixes) {
        List<String> file = new ArrayList<>(List.of(header));
        file.addAll(someFixes);
        return file;
    }

    private List<String> ofTrucks(List<String> trucks) {
        return fixes.stream().filter(line -> trucks.contains(truck(line))).toList();
    }

    private List<String> ofDeclarations(List<String> declarations) {
        return milestones.stream()
                .filter(line -> declarations.contains(declaration(line)))
                .toList();
    }

    private int size() {
        return fixes.size() + milestones.size() + statuses.size();
    }

    /** The line itself, if it tells no truck. */
    private String truck(String line) {
        int column = CsvLine.split(header).orElse(List.of()).indexOf("truck_id");
        Optional<List<String>> fields = CsvLine.split(line);
        return fields.filter(texts -> column >= 0 && texts.size() > column)
                .map(texts -> texts.get(column))
                .orElse(line);
    }

    private static String declaration(String line) {
        try {
            return JsonFields.parse(line).text("declarationId");
        } catch (UnreadableException unreadable) {
            return line;
        }
    }
}
