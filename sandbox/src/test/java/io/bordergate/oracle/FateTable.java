package io.bordergate.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Counts the fates of all lines; its counts add up to the number of lines. Not thread-safe. */
final class FateTable {

    private final TreeMap<Fate, Integer> counts =
            new TreeMap<>(Comparator.comparing(Fate::name).thenComparing(Fate::reason));

    void count(Fate fate) {
        counts.merge(fate, 1, Integer::sum);
    }

    List<String> toCsv() {
        List<String> lines = new ArrayList<>();
        lines.add("input,fate,reason,count");
        counts.forEach((fate, count) ->
                lines.add(CsvLine.join(List.of("positions", fate.name(), fate.reason(), count.toString()))));
        return lines;
    }
}
