package io.bordergate.oracle;

/**
 * Section 5 of docs/gates.md: what a level rests on, in the order of the table, each with its member in the site file.
 * A prediction has the thresholds of what it predicts, and counts one level less.
 */
enum Measure {
    OCCUPANCY("occupancy"),
    DAYS_TO_CLEAR("daysToClear"),
    WAIT("waitMinutes"),
    PREDICTION("occupancy");

    final String member;

    Measure(String member) {
        this.member = member;
    }

    /** What a value of that level counts for. */
    Level counted(Level level) {
        if (this != PREDICTION) {
            return level;
        }
        return switch (level) {
            case NORMAL, BUSY -> Level.NORMAL;
            case CONGESTED -> Level.BUSY;
            case CRITICAL -> Level.CONGESTED;
        };
    }
}
