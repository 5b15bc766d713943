package io.bordergate.topology;

import io.bordergate.domain.advice.Advice;
import io.bordergate.domain.advice.GateOutlook;
import io.bordergate.domain.advice.SideOutlook;
import io.bordergate.domain.gate.Side;
import io.bordergate.event.DivertAdvised;
import io.bordergate.event.GateAdviceGiven;
import io.bordergate.event.HoldAdvised;
import io.bordergate.event.MeterAdvised;
import io.bordergate.event.StayClosure;
import io.bordergate.event.StayKind;
import io.bordergate.event.TradeDirection;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.ZoneKind;
import io.bordergate.stored.BufferVisit;
import io.bordergate.stored.GateOutlookKnown;
import io.bordergate.stored.SideOutlookKnown;
import io.bordergate.stored.TrucksOf;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Advice and what it follows from, between the words of the wire and those of the domain. Trucks are rounded to hundredths. */
final class TranslateAdvice {
    private static final double HUNDREDTHS = 100;
    private static final double TEN_THOUSANDTHS = 10_000;

    private TranslateAdvice() {}

    /** What a stay says of a buffer of its gate; empty if it lies elsewhere. */
    static Optional<BufferVisit> visit(TruckStayChanged stay) {
        if (stay.getZoneKind() != ZoneKind.BUFFER) {
            return Optional.empty();
        }
        boolean inside = stay.getKind() == StayKind.VISIT && stay.getClosedBy() == StayClosure.OPEN;
        return Optional.of(new BufferVisit(stay.getStayId(), stay.getZoneId(), inside));
    }

    static GateOutlookKnown known(GateOutlook outlook) {
        return GateOutlookKnown.newBuilder()
                .setGateId(outlook.gateId())
                .setAt(outlook.at())
                .setYardTrucks(outlook.yardTrucks())
                .setYardCapacity(outlook.capacity())
                .setOccupancy(outlook.occupancy())
                .setDayKnown(outlook.dayKnown())
                .setSides(Stream.of(Side.values())
                        .map(side -> known(side, outlook.sides().get(side)))
                        .toList())
                .setBuffers(trucksOf(outlook.buffers()))
                .build();
    }

    private static SideOutlookKnown known(Side which, SideOutlook side) {
        return SideOutlookKnown.newBuilder()
                .setDirection(TradeDirection.valueOf(which.name()))
                .setBacklog(side.backlog())
                .setGoods(trucksOf(side.goods()))
                .setSuspended(side.suspended().stream().sorted().toList())
                .setArrivals(side.arrivals())
                .setArrivalsSoon(side.arrivalsSoon())
                .setServicePerHour(side.servicePerHour())
                .setOpenSeconds(side.open().toSeconds())
                .setWaitSeconds(seconds(side.predictedWait()))
                .build();
    }

    static GateOutlook outlook(GateOutlookKnown known) {
        Map<Side, SideOutlook> sides = new EnumMap<>(Side.class);
        known.getSides()
                .forEach(side -> sides.put(Side.valueOf(side.getDirection().name()), outlook(side)));
        return new GateOutlook(
                known.getGateId(),
                known.getAt(),
                known.getYardTrucks(),
                known.getYardCapacity(),
                known.getOccupancy(),
                known.getDayKnown(),
                sides,
                trucksOf(known.getBuffers()));
    }

    private static SideOutlook outlook(SideOutlookKnown side) {
        return new SideOutlook(
                side.getBacklog(),
                trucksOf(side.getGoods()),
                Set.copyOf(side.getSuspended()),
                side.getArrivals(),
                side.getArrivalsSoon(),
                side.getServicePerHour(),
                Duration.ofSeconds(side.getOpenSeconds()),
                side.getWaitSeconds() == null ? null : Duration.ofSeconds(side.getWaitSeconds()));
    }

    static GateAdviceGiven given(Advice advice) {
        GateOutlook outlook = advice.outlook();
        SideOutlook exports = outlook.exports();
        boolean measured = !outlook.occupancy().isEmpty();
        return GateAdviceGiven.newBuilder()
                .setGateId(outlook.gateId())
                .setAt(outlook.at())
                .setSince(advice.since())
                .setYardTrucks(outlook.yardTrucks())
                .setYardCapacity(outlook.capacity())
                .setOccupancy(measured ? ratio(outlook.occupancy().get(0)) : null)
                .setGreatestOccupancy(measured ? ratio(outlook.top()) : null)
                .setExcessTrucks(trucks(advice.excess()))
                .setExpectedTrucks(trucks(exports.arrivals()))
                .setMovableTrucks(trucks(exports.movable()))
                .setOutsideTrucks(outlook.outside())
                .setWaitSeconds(seconds(exports.predictedWait()))
                .setDiverts(
                        advice.diverts().stream().map(TranslateAdvice::given).toList())
                .setMeter(advice.meter() == null ? null : given(advice.meter()))
                .setHolds(advice.holds().stream()
                        .map(hold -> new HoldAdvised(hold.bufferId(), hold.trucks(), trucks(hold.room()), hold.there()))
                        .toList())
                .setStayAwayTrucks(advice.stayAway())
                .build();
    }

    private static DivertAdvised given(Advice.Divert divert) {
        return new DivertAdvised(
                divert.toGateId(),
                divert.trucks(),
                divert.except().stream().sorted().toList(),
                trucks(divert.room()),
                divert.waitThere().toSeconds(),
                divert.way().toSeconds());
    }

    private static MeterAdvised given(Advice.Meter meter) {
        return new MeterAdvised(meter.exports(), meter.imports(), trucks(meter.cleared()));
    }

    private static List<TrucksOf> trucksOf(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(count -> new TrucksOf(count.getKey(), count.getValue()))
                .toList();
    }

    private static Map<String, Integer> trucksOf(List<TrucksOf> counts) {
        return counts.stream().collect(Collectors.toMap(TrucksOf::getName, TrucksOf::getTrucks));
    }

    private static Long seconds(Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }

    private static double trucks(double value) {
        return Math.round(value * HUNDREDTHS) / HUNDREDTHS;
    }

    private static double ratio(double value) {
        return Math.round(value * TEN_THOUSANDTHS) / TEN_THOUSANDTHS;
    }
}
