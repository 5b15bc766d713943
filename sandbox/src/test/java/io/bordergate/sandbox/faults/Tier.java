package io.bordergate.sandbox.faults;

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

    int pick(int quick, int extended) {
        return isLong ? extended : quick;
    }
}
