package io.bordergate.oracle;

/** Section 5 of docs/gates.md: what a level rests on, in the order of the table, each with its member in the site file. */
enum Measure {
    OCCUPANCY("occupancy"),
    DAYS_TO_CLEAR("daysToClear"),
    WAIT("waitMinutes");

    final String member;

    Measure(String member) {
        this.member = member;
    }
}
