package io.bordergate.sandbox;

import java.io.PrintWriter;
import java.util.Locale;

/** Tells how far the work is, at most twice a second; on one line where it is a terminal that reads. Not thread-safe. */
public final class Progress {
    private static final long EVERY_NANOS = 500_000_000L;

    private final PrintWriter out;
    private final boolean terminal;
    private long last;
    private boolean open;

    public Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** So many lines or records of something are done. */
    public void at(String what, long done) {
        if ((done & 0xFFF) == 0) {
            tell(what + ": " + number(done) + " sent", false);
        }
    }

    /** A step of its own. */
    public void step(String what) {
        tell(what, true);
    }

    public void tell(String what, boolean always) {
        long now = System.nanoTime();
        long every = terminal ? EVERY_NANOS : 4 * EVERY_NANOS;
        if (always || now - last > every) {
            last = now;
            out.print((terminal ? "\r\033[K" : "") + what + (terminal ? "" : "\n"));
            out.flush();
            open = terminal;
        }
    }

    /** Leaves the line to what is printed next. */
    public void end() {
        if (open) {
            out.print("\r\033[K");
            out.flush();
            open = false;
        }
    }

    public static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
