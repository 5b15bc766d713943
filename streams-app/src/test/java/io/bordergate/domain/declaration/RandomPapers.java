package io.bordergate.domain.declaration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Milestones of one declaration, few of each kind, so that they meet, contradict and repeat each other often. */
final class RandomPapers {
    private static final MilestoneType[] DECLARING = {
        MilestoneType.DECLARED, MilestoneType.AMENDED, MilestoneType.CANCELLED
    };

    private static final Instant START = Instant.parse("2026-05-03T03:00:00Z");
    private static final List<DeclaredTruck> TRUCKS = List.of(
            new DeclaredTruck("VN", "12C-123.45", null),
            new DeclaredTruck("vn", "12c12345", "12R-001.22"),
            new DeclaredTruck("VN", "12R-001.22", "12C-543.21"),
            new DeclaredTruck("CN", "A12345", null),
            new DeclaredTruck("VN", "--", null));

    private final Random random;

    private RandomPapers(long seed) {
        random = new Random(seed);
    }

    /** As they happened: different ones, and some that contradict others. */
    static List<Milestone> milestones(long seed) {
        var papers = new RandomPapers(seed);
        var all = new ArrayList<Milestone>();
        int count = 1 + papers.random.nextInt(10);
        for (int i = 0; i < count; i++) {
            all.add(papers.milestone());
        }
        return all;
    }

    /** In an order of arrival, some of them twice and received at another time then. */
    static List<Milestone> received(List<Milestone> milestones, long duplicates, long order) {
        var random = new Random(duplicates);
        var all = new ArrayList<>(milestones);
        for (Milestone each : milestones) {
            if (random.nextInt(3) == 0) {
                all.add(each.withRecordedAt(each.recordedAt().plusSeconds(60L * (random.nextInt(5) - 2))));
            }
        }
        Collections.shuffle(all, new Random(order));
        return all;
    }

    private Milestone milestone() {
        Instant at = START.plusSeconds(600L * random.nextInt(4));
        return new Milestone(
                Papers.NUMBER,
                oneOf(random.nextBoolean() ? MilestoneType.values() : DECLARING),
                oneOf(Authority.CUSTOMS, Authority.BORDER_GUARD),
                oneOf(Classifier.ACT, Classifier.ACT, Classifier.ACT, Classifier.PLN),
                at,
                at.plusSeconds(60L * random.nextInt(3)),
                oneOf(null, null, "huu-nghi", "atlantis"),
                oneOf(null, TradeDirection.EXPORT, TradeDirection.IMPORT),
                oneOf(null, null, TripKind.GOODS, TripKind.EMPTY),
                oneOf(null, START, START.plusSeconds(3600)),
                oneOf(null, "xuan-cuong", "bao-nguyen"),
                oneOf(null, Channel.GREEN, Channel.RED),
                trucks(),
                random.nextBoolean() ? List.of() : List.of(new Goods(Goods.Category.FRUIT, random.nextBoolean())));
    }

    private List<DeclaredTruck> trucks() {
        var trucks = new ArrayList<DeclaredTruck>();
        for (int i = random.nextInt(3); i > 0; i--) {
            trucks.add(TRUCKS.get(random.nextInt(TRUCKS.size())));
        }
        return trucks;
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }
}
