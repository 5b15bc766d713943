package io.bordergate.sandbox.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The file of fates: what became of the lines of each input, and why. */
final class FatesCsv {
    static final String NAME = "fates.csv";

    private FatesCsv() {}

    /** The header and a line for each fate and reason that a line met; inputs and, of each, fates in the order given. */
    static List<String> lines(Map<String, Map<String, Long>> fatesByInput) {
        List<String> lines = new ArrayList<>(List.of("input,fate,reason,count"));
        fatesByInput.forEach((input, fates) -> fates.forEach((fateAndReason, count) -> {
            if (count > 0) {
                lines.add(input + "," + fateAndReason + "," + count);
            }
        }));
        return lines;
    }
}
