package io.bordergate.domain.presence;

/**
 * The latest of a row of fixes that were too far from where the truck was, each of which can be reached from the one
 * before. Immutable.
 *
 * @param row how many they are, this one included
 * @param time epoch milliseconds
 */
record Suspects(int row, long time, double latitude, double longitude) {
    /** So many are where the truck really is. */
    private static final int BORNE_OUT = 3;

    boolean areBorneOut() {
        return row >= BORNE_OUT;
    }
}
