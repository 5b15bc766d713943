package io.bordergate.topology;

import io.bordergate.domain.gate.Side;
import io.bordergate.domain.gate.forecast.ExpectedArrivals;
import io.bordergate.domain.gate.forecast.GateForecast;
import io.bordergate.domain.gate.forecast.PredictedWait;
import io.bordergate.domain.gate.forecast.SideForecast;
import io.bordergate.event.ArrivalsExpected;
import io.bordergate.event.GateForecastMade;
import io.bordergate.event.SideForecastMade;
import io.bordergate.event.TradeDirection;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Forecasts between the words of the wire and those of the domain. Trucks are rounded to hundredths on the wire. */
final class TranslateForecast {
    private static final double HUNDREDTHS = 100;

    private TranslateForecast() {}

    static GateForecastMade made(String gateId, GateForecast forecast) {
        return GateForecastMade.newBuilder()
                .setGateId(gateId)
                .setAt(forecast.at())
                .setOccupancy(forecast.occupancy())
                .setMinutesToCongested(minutes(forecast.toCongested()))
                .setMinutesToCritical(minutes(forecast.toCritical()))
                .setSides(Stream.of(Side.values())
                        .map(side -> made(forecast.sides().get(side)))
                        .toList())
                .build();
    }

    private static SideForecastMade made(SideForecast side) {
        PredictedWait wait = side.predictedWait();
        return SideForecastMade.newBuilder()
                .setDirection(TradeDirection.valueOf(side.side().name()))
                .setExpectedTrucks(side.expectedTrucks())
                .setArrivals(side.arrivals().stream()
                        .map(each -> new ArrivalsExpected(
                                each.hours(), rounded(each.trucks()), rounded(each.low()), rounded(each.high())))
                        .toList())
                .setPerHour(rounded(side.perHour()))
                .setQueue(rounded(side.queue()))
                .setServicePerHour(rounded(side.servicePerHour()))
                .setWaitMedianSeconds(wait == null ? null : wait.median().toSeconds())
                .setWaitP95Seconds(
                        wait == null || wait.p95() == null ? null : wait.p95().toSeconds())
                .build();
    }

    static GateForecast made(GateForecastMade made) {
        Map<Side, SideForecast> sides = new EnumMap<>(Side.class);
        for (SideForecastMade side : made.getSides()) {
            Side which = Side.valueOf(side.getDirection().name());
            sides.put(which, side(which, side));
        }
        return new GateForecast(
                made.getAt(),
                sides,
                made.getOccupancy(),
                duration(made.getMinutesToCongested()),
                duration(made.getMinutesToCritical()));
    }

    private static SideForecast side(Side which, SideForecastMade side) {
        Long median = side.getWaitMedianSeconds();
        Long p95 = side.getWaitP95Seconds();
        return new SideForecast(
                which,
                side.getExpectedTrucks(),
                side.getArrivals().stream()
                        .map(each ->
                                new ExpectedArrivals(each.getHours(), each.getTrucks(), each.getLow(), each.getHigh()))
                        .toList(),
                side.getPerHour(),
                side.getQueue(),
                side.getServicePerHour(),
                median == null
                        ? null
                        : new PredictedWait(Duration.ofSeconds(median), p95 == null ? null : Duration.ofSeconds(p95)));
    }

    private static Integer minutes(Duration duration) {
        return duration == null ? null : Math.toIntExact(duration.toMinutes());
    }

    private static Duration duration(Integer minutes) {
        return minutes == null ? null : Duration.ofMinutes(minutes);
    }

    private static List<Double> rounded(List<Double> values) {
        return values.stream().map(TranslateForecast::rounded).toList();
    }

    private static double rounded(double value) {
        return Math.round(value * HUNDREDTHS) / HUNDREDTHS;
    }
}
