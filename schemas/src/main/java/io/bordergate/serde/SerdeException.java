package io.bordergate.serde;

import org.apache.kafka.common.errors.SerializationException;

/**
 * A record that could not be read or written, or a registry that did not help: one line that says what is wrong and
 * what to do. The subclass says which; {@link #isTransient()} says whether trying again can help.
 */
public abstract class SerdeException extends SerializationException {

    private final boolean tryAgainLater;

    SerdeException(String message, boolean tryAgainLater, Throwable cause) {
        super(message, cause);
        this.tryAgainLater = tryAgainLater;
    }

    /** True where the record is not at fault, and the same call can succeed later. */
    public boolean isTransient() {
        return tryAgainLater;
    }
}
