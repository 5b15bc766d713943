package io.bordergate.interop;

import io.bordergate.event.Authority;
import io.bordergate.event.Classifier;
import io.bordergate.event.CustomsChannel;
import io.bordergate.event.Datum;
import io.bordergate.event.DeclarationMilestoneReported;
import io.bordergate.event.DeclaredGoods;
import io.bordergate.event.DeclaredTruck;
import io.bordergate.event.GoodsCategory;
import io.bordergate.event.MilestoneType;
import io.bordergate.event.TradeDirection;
import io.bordergate.event.TruckPositionReported;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Records that hold what serdes get wrong: three scripts, times, enums, nulls, nested lists, both kinds of float. */
final class InteropRecords {

    private static final Instant START = Instant.parse("2026-05-03T06:15:21.007Z");

    private InteropRecords() {}

    static List<TruckPositionReported> positions(int count) {
        return IntStream.range(0, count).mapToObj(InteropRecords::position).toList();
    }

    static List<DeclarationMilestoneReported> milestones(int count) {
        return IntStream.range(0, count).mapToObj(InteropRecords::milestone).toList();
    }

    private static TruckPositionReported position(int i) {
        return TruckPositionReported.newBuilder()
                .setEventTime(START.plusMillis(30_001L * i))
                .setLatitude(21.97062 + i / 7e5)
                .setLongitude(106.71112 - i / 3e5)
                .setDatum(any(Datum.values(), i))
                .setSpeedKmh(i % 3 == 0 ? null : i / 3f)
                .setHeadingDeg(i % 2 == 0 ? null : 271.5f)
                .setPlateText(i % 2 == 0 ? "桂A" + (12345 + i) : "12C-" + i)
                .setSource(i % 5 == 0 ? null : "bãi Xuân Cương")
                .build();
    }

    private static DeclarationMilestoneReported milestone(int i) {
        return DeclarationMilestoneReported.newBuilder()
                .setDeclarationId("20260503" + (10_000 + i))
                .setType(any(MilestoneType.values(), i))
                .setAuthority(any(Authority.values(), i))
                .setClassifier(Classifier.EST)
                .setEventTime(START.plusSeconds(i))
                .setGateId("huu-nghi")
                .setDirection(i % 3 == 0 ? null : TradeDirection.IMPORT)
                .setPlannedArrival(i % 2 == 0 ? null : START.plusSeconds(3_600))
                .setYardId("bảo-nguyên")
                .setChannel(CustomsChannel.RED)
                .setTrucks(i % 4 == 0 ? null : List.of(truck(i), truck(i + 1)))
                .setGoods(List.of(new DeclaredGoods(GoodsCategory.FRUIT, i % 2 == 0)))
                .build();
    }

    private static DeclaredTruck truck(int i) {
        return new DeclaredTruck("CN", "桂B" + i, i % 2 == 0 ? null : "挂" + i);
    }

    private static <E> E any(E[] values, int i) {
        return List.of(values).get(i % values.length);
    }
}
