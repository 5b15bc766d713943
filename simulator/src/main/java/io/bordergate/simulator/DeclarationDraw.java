package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Flow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Draws what is declared for trucks that come to a gate at a known time. Immutable. */
record DeclarationDraw(ZoneOffset zone) {

    private static final double MINUTE_MILLIS = 60_000;
    private static final DateTimeFormatter COMPACT_DATE = DateTimeFormatter.BASIC_ISO_DATE;

    Declaration of(Flow flow, long arrives, int number, List<Truck> trucks, Dice dice) {
        double ahead = flow.declaredAheadMinutes().at(dice.pick("ahead").normal());
        long declaredAt = arrives - Math.round(ahead * MINUTE_MILLIS);
        double error = flow.plannedArrivalErrorMinutes() * dice.pick("planned").normal();
        boolean farOff = dice.pick("far-off").chance(flow.farOff().share());
        double early = farOff ? flow.farOff().minutes().at(dice.pick("how-far").normal()) : 0;
        long planned = arrives + Math.round((error - early) * MINUTE_MILLIS);
        boolean fruit = dice.pick("fruit").chance(flow.fruitShare());
        return new Declaration(
                number(declaredAt, number),
                trucks,
                declaredAt,
                Math.max(planned, declaredAt + (long) (10 * MINUTE_MILLIS)),
                channel(dice.pick("channel").unit()),
                fruit ? "FRUIT" : "OTHER",
                isRefrigerated(flow, dice));
    }

    static boolean isRefrigerated(Flow flow, Dice dice) {
        return dice.pick("cold").chance(flow.refrigeratedShare());
    }

    /** What is planned by one who says on the way, at a time, that it comes by another one. */
    static long plannedAnew(Flow flow, long said, long arrives, Dice dice) {
        double error = flow.plannedArrivalErrorMinutes() * dice.normal();
        return Math.max(arrives + Math.round(error * MINUTE_MILLIS), said + (long) (10 * MINUTE_MILLIS));
    }

    private String number(long declaredAt, int number) {
        LocalDate date = Instant.ofEpochMilli(declaredAt).atOffset(zone).toLocalDate();
        return COMPACT_DATE.format(date) + String.format(Locale.ROOT, "%05d", number);
    }

    private static String channel(double draw) {
        return draw < 0.6 ? "GREEN" : draw < 0.92 ? "YELLOW" : "RED";
    }
}
