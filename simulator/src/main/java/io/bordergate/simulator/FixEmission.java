package io.bordergate.simulator;

import io.bordergate.simulator.Report.PositionReport;
import io.bordergate.simulator.site.Gcj02;
import io.bordergate.simulator.site.Point;
import java.time.Instant;

/** One fix on its way to a receiver. Immutable; a duplicate is a second emission with the same number. */
record FixEmission(
        TruckJourney journey,
        String device,
        boolean gcj02,
        double noiseMetres,
        int number,
        long eventMillis,
        long recordMillis)
        implements Emission {

    private static final double ROUNDING_METRES = 0.1;
    private static final double DEGREE_STEPS = 1e6;

    @Override
    public PositionReport report(long index) {
        Point place = gcj02 ? rounded(Gcj02.of(reportedPoint())) : reportedPoint();
        Timeline way = journey.timeline();
        boolean stopped = way.isStoppedAt(eventMillis);
        return new PositionReport(
                index,
                Instant.ofEpochMilli(recordMillis),
                Instant.ofEpochMilli(eventMillis),
                journey.truck().truckId(),
                journey.truck().plateText(),
                place.lat(),
                place.lon(),
                stopped ? 0.0 : rounded(way.kmhAt(eventMillis), 10),
                stopped ? null : rounded(way.courseAt(eventMillis), 10) % 360,
                device,
                gcj02);
    }

    /** The true place with noise in WGS-84, to six decimals as devices send it. */
    Point reportedPoint() {
        Dice dice = journey.dice().pick("noise").pick(number);
        double metres = Math.max(0, noiseMetres - ROUNDING_METRES) * Math.sqrt(dice.unit());
        double angle = dice.pick(1).unit() * 2 * Math.PI;
        Point noisy = journey.timeline()
                .pointAt(eventMillis)
                .moved(metres * StrictMath.sin(angle), metres * StrictMath.cos(angle));
        return rounded(noisy);
    }

    FixEmission receivedAt(long otherRecordMillis) {
        return new FixEmission(journey, device, gcj02, noiseMetres, number, eventMillis, otherRecordMillis);
    }

    private static Point rounded(Point point) {
        return new Point(rounded(point.lon(), DEGREE_STEPS), rounded(point.lat(), DEGREE_STEPS));
    }

    private static double rounded(double value, double steps) {
        return Math.round(value * steps) / steps;
    }
}
