package io.bordergate.connect.feed;

/** A line that becomes no record; the message says what is wrong with it, without repeating the line. */
public final class UnreadableLineException extends RuntimeException {
    UnreadableLineException(String what) {
        // No stack trace: a feed of garbage must cost no more than a feed of records.
        super(what, null, false, false);
    }
}
