package io.bordergate.simulator;

/**
 * Randomness as a pure function of a key, so that any draw can be made again without the draws before it; immutable. A
 * named or numbered pick gives dice that are independent of their parent's.
 */
record Dice(long key) {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    static Dice of(long seed) {
        return new Dice(mixed(seed));
    }

    Dice pick(String name) {
        return pick(name.hashCode());
    }

    Dice pick(long number) {
        return new Dice(mixed(key ^ mixed(number * STEP + 1)));
    }

    /** From 0 up to but not including 1. */
    double unit() {
        return (mixed(key + STEP) >>> 11) * 0x1.0p-53;
    }

    double between(double least, double most) {
        return least + unit() * (most - least);
    }

    int below(int bound) {
        return (int) (unit() * bound);
    }

    boolean chance(double share) {
        return unit() < share;
    }

    /** Standard normal. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * Math.PI * pick(2).unit());
    }

    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
