package io.bordergate.domain.declaration;

import io.bordergate.domain.intake.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One declaration, by the set of its milestones: what it says does not depend on the order in which they came, nor on
 * how often. Not thread-safe.
 */
public final class Declaration {
    /** Many times what all authorities say of a hundred trucks. What is kept must fit into a record. */
    static final int MOST_MILESTONES = 2_000;
    /** Of two that contradict each other the first one counts. */
    private static final Comparator<Decided> EARLIEST_RECORDED = Comparator.comparing(
                    (Decided each) -> each.milestone().recordedAt())
            .thenComparing(each -> each.milestone().content());

    private final MilestoneCheck check;
    private final List<Decided> milestones;
    private Covers covers;

    /** One of which nothing is known yet. */
    public Declaration(MilestoneCheck check) {
        this(check, List.of());
    }

    /** The one that had these {@link #milestones}. */
    public Declaration(MilestoneCheck check, List<Decided> milestones) {
        this.check = check;
        this.milestones = new ArrayList<>(milestones);
    }

    /** Takes one that is safe to use, and says what became of it. */
    public Verdict add(Milestone milestone) {
        covers = null;
        int same = findSame(milestone);
        if (same >= 0) {
            milestones.set(same, milestones.get(same).orEarlier(milestone));
            choose(milestone.identity());
            return new Verdict(Reason.DUPLICATE, List.of());
        }
        if (milestones.size() >= MOST_MILESTONES) {
            return new Verdict(Reason.FLOOD, List.of());
        }
        boolean contradicts = milestones.stream().anyMatch(each -> isOf(milestone.identity(), each));
        milestones.add(new Decided(milestone, true, contradicts ? Reason.CONTRADICTION : Reason.AWAITS_DECLARATION));
        choose(milestone.identity());
        List<Decided> released = release();
        return new Verdict(
                milestones.get(milestones.size() - 1).reason(),
                released.stream()
                        .filter(each -> !each.milestone().equals(milestone))
                        .toList());
    }

    /** All, in the order in which they came. */
    public List<Decided> milestones() {
        return List.copyOf(milestones);
    }

    /** Identities of the trucks it covers, in their order. */
    public Set<String> trucks() {
        return covers().trucks();
    }

    /** What it says of a truck; null if it does not cover it. */
    public Cover coverOf(String truckId) {
        return covers().of(truckId);
    }

    private Covers covers() {
        if (covers == null) {
            covers = new Covers(
                    milestones.stream()
                            .filter(Decided::counts)
                            .map(Decided::milestone)
                            .toList(),
                    check);
        }
        return covers;
    }

    private int findSame(Milestone milestone) {
        for (int i = 0; i < milestones.size(); i++) {
            Decided each = milestones.get(i);
            if (isOf(milestone.identity(), each) && each.milestone().content().equals(milestone.content())) {
                return i;
            }
        }
        return -1;
    }

    /** Decides which of one identity counts. */
    private void choose(Milestone.Identity identity) {
        milestones.stream()
                .filter(each -> isOf(identity, each))
                .min(EARLIEST_RECORDED)
                .ifPresent(first ->
                        milestones.replaceAll(each -> isOf(identity, each) ? each.counting(each.equals(first)) : each));
    }

    /** Also one that does not count has told of a truck: what is released stays so. */
    private boolean namesTruck() {
        return milestones.stream()
                .flatMap(each -> check.trucks(each.milestone()).stream())
                .anyMatch(truck -> truck.truckId().isPresent());
    }

    /** Lets go of all that wait for a truck, if there is one now. */
    private List<Decided> release() {
        var released = new ArrayList<Decided>();
        boolean anyWaits = milestones.stream().anyMatch(each -> each.reason() == Reason.AWAITS_DECLARATION);
        if (anyWaits && namesTruck()) {
            milestones.replaceAll(each -> {
                if (each.reason() != Reason.AWAITS_DECLARATION) {
                    return each;
                }
                Decided free = each.because(check.flag(each.milestone()));
                released.add(free);
                return free;
            });
        }
        return released;
    }

    private static boolean isOf(Milestone.Identity identity, Decided each) {
        return each.milestone().identity().equals(identity);
    }
}
