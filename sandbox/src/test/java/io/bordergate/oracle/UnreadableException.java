package io.bordergate.oracle;

/** A field of a line that cannot be read, so that the line is dead-lettered; it never leaves this package. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String what) {
        super(what);
    }
}
