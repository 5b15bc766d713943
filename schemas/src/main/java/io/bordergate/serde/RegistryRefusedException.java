package io.bordergate.serde;

/**
 * The registry answers, but refuses the request: credentials (transient, for the records are not at fault and an
 * operator can mend it) or a request it finds invalid (not transient).
 */
public final class RegistryRefusedException extends SerdeException {

    private final int status;

    RegistryRefusedException(String message, int status) {
        super(message, status == 401 || status == 403, null);
        this.status = status;
    }

    /** HTTP status of the answer, 400 to 499. */
    public int status() {
        return status;
    }
}
