package io.bordergate.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The same input in another order and with repeats: fixes within their lateness window, so that none becomes late or
 * ceases to be; milestones, which all tell their recordTime, anywhere. The trips must stay the same. Stateless.
 */
public final class TripPermutation {

    private static final int ONE_IN = 8;

    private TripPermutation() {}

    public static TripCase shuffle(TripCase original, long seed) {
        Random random = new Random(seed);
        int bound = List.of(3, 40, 5000).get(random.nextInt(3));
        List<String> positions = Permutation.shuffle(
                withRepeatsBeside(original.positions(), random), original.parsedSite(), original.now(), seed, bound);
        List<String> milestones = withRepeats(original.milestones(), random);
        Collections.shuffle(milestones, random);
        return original.with(positions, milestones);
    }

    /** Right behind the line, where a repeat is late exactly if the line is. The header is not repeated. */
    private static List<String> withRepeatsBeside(List<String> file, Random random) {
        List<String> repeated = new ArrayList<>(file.subList(0, 1));
        for (String line : file.subList(1, file.size())) {
            repeated.add(line);
            if (random.nextInt(ONE_IN) == 0) {
                repeated.add(line);
            }
        }
        return repeated;
    }

    private static List<String> withRepeats(List<String> lines, Random random) {
        List<String> repeated = new ArrayList<>(lines);
        for (String line : lines) {
            if (random.nextInt(ONE_IN) == 0) {
                repeated.add(line);
            }
        }
        return repeated;
    }
}
