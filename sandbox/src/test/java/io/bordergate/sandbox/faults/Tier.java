package io.bordergate.sandbox.faults;

import java.time.Duration;

/** How much is done: enough for every build, or, with {@code -Dfaults=long}, as much as before a release. Immutable. */
record Tier(boolean isLong) {

    static Tier chosen() {
        String named = System.getProperty("faults", "quick");
        if (!named.equals("quick") && !named.equals("long")) {
            throw new IllegalArgumentException("-Dfaults=" + named + ": give quick or long");
        }
        return new Tier(named.equals("long"));
    }

    /** The seed of the run: {@code -Dfaults.seed}, or always the same. */
    static long seed() {
        return Long.getLong("faults.seed", 20_260_503L);
    }

    /** A limit of time: as promised, or {@code -Dfaults.patience} times as long on a machine that has too much else to do. */
    static Duration limit(int seconds) {
        return Duration.ofSeconds((long) seconds * Integer.getInteger("faults.patience", 1));
    }

    int pick(int quick, int extended) {
        return isLong ? extended : quick;
    }
}
