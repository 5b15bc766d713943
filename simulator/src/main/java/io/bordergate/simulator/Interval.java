package io.bordergate.simulator;

/** A stretch of time in epoch milliseconds, from included, to not included; immutable. */
record Interval(long from, long to) {

    boolean contains(long millis) {
        return from <= millis && millis < to;
    }

    long length() {
        return to - from;
    }

    /** How much of this lies within another one. */
    long lengthWithin(Interval other) {
        return Math.max(0, Math.min(to, other.to) - Math.max(from, other.from));
    }
}
