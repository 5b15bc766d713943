package io.bordergate.domain.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.bordergate.domain.intake.Fate;
import io.bordergate.domain.intake.Reason;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What a declaration says is a function of the set of its milestones: any order of arrival ends in the same covers and
 * the same fates. Seeds run from 1 and are printed; {@code -Ddeclarations=100000} looks longer.
 */
class DeclarationPropertyTest {
    private static final int DECLARATIONS = Integer.getInteger("declarations", 300);

    /**
     * Where it ends.
     *
     * @param covers of each truck
     * @param fates how many milestones met each; of two that contradict each other only one can have a flag, and which
     *     depends on the order, so what was used is one fate here
     */
    private record End(Map<String, Cover> covers, Map<Fate, Integer> fates) {}

    @Test
    void endsInTheSameInAnyOrder() {
        var met = new EnumMap<Fate, Integer>(Fate.class);
        findFault(arrivals -> told(arrivals, met), DECLARATIONS).ifPresent(fault -> fail(fault));

        assertThat(met).containsOnlyKeys(Fate.APPLIED, Fate.HELD, Fate.NO_OP, Fate.QUARANTINED);
        assertThat(met.values()).allMatch(count -> count > DECLARATIONS / 10);
    }

    @Test
    void findsOutADeclarationThatBelievesTheFirst() {
        Function<List<Milestone>, End> believesTheFirst = arrivals -> {
            var first = new LinkedHashMap<Milestone.Identity, Milestone>();
            arrivals.forEach(each -> first.putIfAbsent(each.identity(), each));
            return told(List.copyOf(first.values()), new EnumMap<>(Fate.class));
        };

        assertThat(findFault(believesTheFirst, 100).orElseThrow()).contains("seed");
    }

    @Test
    void findsOutADeclarationThatForgetsWhenItFirstHeard() {
        Function<List<Milestone>, End> forgets = arrivals -> {
            var first = new LinkedHashMap<String, Milestone>();
            arrivals.forEach(each -> first.putIfAbsent(each.identity() + each.content(), each));
            return told(List.copyOf(first.values()), new EnumMap<>(Fate.class));
        };

        assertThat(findFault(forgets, 100).orElseThrow()).contains("seed");
    }

    private static Optional<String> findFault(Function<List<Milestone>, End> teller, int declarations) {
        for (long seed = 1; seed <= declarations; seed++) {
            List<Milestone> milestones = RandomPapers.milestones(seed);
            End expected = teller.apply(RandomPapers.received(milestones, seed, 0));
            for (long order = 1; order <= 4; order++) {
                End end = teller.apply(RandomPapers.received(milestones, seed, order));
                if (!end.equals(expected)) {
                    return Optional.of(
                            "seed " + seed + ", order " + order + "\nexpected " + expected + "\nbut was  " + end);
                }
            }
        }
        return Optional.empty();
    }

    /** Each time from what was kept, as after a restart; counts are moved when a held one is released. */
    private static End told(List<Milestone> arrivals, Map<Fate, Integer> met) {
        var declaration = new Declaration(Papers.CHECK);
        var fates = new EnumMap<Fate, Integer>(Fate.class);
        for (Milestone each : arrivals) {
            declaration = new Declaration(Papers.CHECK, declaration.milestones());
            Verdict verdict = declaration.add(each);
            fates.merge(used(verdict.reason()), 1, Integer::sum);
            verdict.released().forEach(released -> {
                fates.merge(Fate.HELD, -1, Integer::sum);
                fates.merge(used(released.reason()), 1, Integer::sum);
            });
        }
        assertThat(fates.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(arrivals.size());
        fates.values().removeIf(count -> count == 0);
        fates.keySet().forEach(fate -> met.merge(fate, 1, Integer::sum));
        var covers = new TreeMap<String, Cover>();
        for (String truckId : declaration.trucks()) {
            covers.put(truckId, declaration.coverOf(truckId));
        }
        return new End(covers, fates);
    }

    private static Fate used(Reason reason) {
        return reason.fate() == Fate.FLAGGED ? Fate.APPLIED : reason.fate();
    }
}
