package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Flow;

/**
 * A truck that set off for one gate and goes to another one as it was asked to; immutable. Times are epoch milliseconds.
 *
 * @param from what it set off for, and was declared for
 * @param at when it set off
 * @param begins when it comes to where the way to the other gate begins
 */
record Diversion(Flow from, long at, long begins) {}
