package io.bordergate.simulator;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the operators of a gate ask of its exports from a time on, until they ask something else of that gate; immutable.
 * All empty lifts what was asked before. It concerns trucks that queue for a service and set off while it is in force,
 * those of them that obey; a meter concerns also who stands in the queue lanes.
 *
 * @param diverts of those who set off for the gate, which shares are to go to which other gates; together 1 at most
 * @param holds where those wait who may not come yet, in this order while there is a place; without a meter nobody has to
 * @param meterPerHour how many may enter the yard from the lanes, or set off, from 0 to 3,600; empty for as many as come
 */
public record Guidance(Instant at, String gate, List<Divert> diverts, List<Hold> holds, OptionalDouble meterPerHour) {

    private static final double MOST_PER_HOUR = 3_600;
    private static final double ROUNDING = 1e-9;

    public Guidance {
        diverts = List.copyOf(diverts);
        holds = List.copyOf(holds);
        double together = diverts.stream().mapToDouble(Divert::share).sum();
        if (together > 1 + ROUNDING) {
            throw fault(gate, "its diverts add up to " + together + ": give shares of 1 or less together");
        }
        if (diverts.stream().anyMatch(divert -> divert.toGate().equals(gate))) {
            throw fault(gate, "it diverts to the gate itself: name another one");
        }
        if (meterPerHour.isPresent() && !isBetween(meterPerHour.getAsDouble(), MOST_PER_HOUR)) {
            throw fault(gate, "its meter is " + meterPerHour.getAsDouble() + " an hour: give 0 to 3600");
        }
    }

    /** From a time on nothing is asked of the gate. */
    public static Guidance lifted(Instant at, String gate) {
        return new Guidance(at, gate, List.of(), List.of(), OptionalDouble.empty());
    }

    private static boolean isBetween(double value, double most) {
        return value >= 0 && value <= most;
    }

    private static IllegalArgumentException fault(String gate, String what) {
        return new IllegalArgumentException("guidance of gate '" + gate + "': " + what);
    }

    /** A share, from 0 to 1, of those who set off for the gate is to go to another one. */
    public record Divert(String toGate, double share, boolean takesRefrigerated) {

        public Divert {
            if (!isBetween(share, 1)) {
                throw fault(toGate, "the share that is diverted to it is " + share + ": give 0 to 1");
            }
        }
    }

    /** So many may stand in a buffer zone at a time on behalf of the gate. */
    public record Hold(String buffer, int places) {

        public Hold {
            if (places < 0) {
                throw new IllegalArgumentException(
                        "hold in '" + buffer + "': has " + places + " places: give 0 or more");
            }
        }
    }
}
