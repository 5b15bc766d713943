package io.bordergate.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Counts the fates of all lines of one input; its counts add up to the number of lines. Not thread-safe. */
final class FateTable {

    private final String input;
    private final TreeMap<Fate, Integer> counts =
            new TreeMap<>(Comparator.comparing(Fate::name).thenComparing(Fate::reason));

    FateTable(String input) {
        this.input = input;
    }

    void count(Fate fate) {
        counts.merge(fate, 1, Integer::sum);
    }

    /** Without a header. */
    List<String> toCsv() {
        List<String> lines = new ArrayList<>();
        counts.forEach(
                (fate, count) -> lines.add(CsvLine.join(List.of(input, fate.name(), fate.reason(), count.toString()))));
        return lines;
    }
}
