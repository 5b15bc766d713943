package io.bordergate.simulator;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The tokens of one gate: one grows every so often while a meter is in force, and each lets one truck go. When the number
 * an hour changes, the part of a token that has grown is not lost. Not thread-safe; times are epoch milliseconds.
 */
final class Meter {

    private static final int MOST_KEPT = 3;
    private static final double HOUR = 3_600_000;

    private boolean inForce;
    private double perMilli;
    /** How much of the next token had grown when the meter was set, or the last token came. */
    private double grown;

    private double grownAt;
    private int kept;

    boolean isInForce() {
        return inForce;
    }

    /** Tokens that nobody has used yet. */
    int kept() {
        return kept;
    }

    /** Whether somebody without a token of his own may go. */
    boolean letsGo() {
        return !inForce || kept > 0;
    }

    /** Returns whether anything has changed by it; the same number again is the same meter. */
    boolean set(OptionalDouble perHour, long now) {
        double next = perHour.orElse(0) / HOUR;
        if (inForce == perHour.isPresent() && next == perMilli) {
            return false;
        }
        grown = inForce ? grown + (now - grownAt) * perMilli : 0;
        grownAt = now;
        inForce = perHour.isPresent();
        perMilli = next;
        kept = inForce ? kept : 0;
        return true;
    }

    /** When the next token will have grown, if nothing is changed. */
    OptionalLong nextAt() {
        return inForce && perMilli > 0 ? OptionalLong.of(Math.round(exactNext())) : OptionalLong.empty();
    }

    void grow() {
        grownAt = exactNext();
        grown = 0;
        kept++;
    }

    /** Uses up one token, if any is needed. */
    void take() {
        kept -= inForce ? 1 : 0;
    }

    void dropSurplus() {
        kept = Math.min(kept, MOST_KEPT);
    }

    private double exactNext() {
        return grownAt + (1 - grown) / perMilli;
    }
}
