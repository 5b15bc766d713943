package io.bordergate.sandbox;

/**
 * A fault that whoever typed the command can act on. The message is one line: what is wrong, where, what to do. It is
 * printed as it stands, without a stack trace. Immutable.
 */
public final class GateException extends RuntimeException {

    public GateException(String message) {
        super(message);
    }

    public GateException(String message, Throwable cause) {
        super(message, cause);
    }
}
