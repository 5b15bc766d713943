package io.bordergate.sandbox.replay;

import java.io.IOException;

/** Lines that are to be sent in their order. Not thread-safe. */
interface Inflow {
    /** Later than any time that a line can have: there is none left. */
    long NONE = Long.MAX_VALUE;

    /** recordTime of the next line, in epoch milliseconds. */
    long nextTime() throws IOException;

    /** Sends the next line; only if there is one. */
    void sendNext() throws IOException;
}
