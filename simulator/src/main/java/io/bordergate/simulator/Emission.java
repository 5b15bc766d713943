package io.bordergate.simulator;

/** A report that is due at a time but not yet written out, so that reports can be skipped cheaply. Immutable. */
interface Emission {

    long recordMillis();

    Report report(long index);
}
