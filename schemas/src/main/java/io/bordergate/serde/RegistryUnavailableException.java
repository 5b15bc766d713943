package io.bordergate.serde;

/** The registry could not be reached, or was not able to answer, on any of its addresses and after all retries. */
public final class RegistryUnavailableException extends SerdeException {

    RegistryUnavailableException(String message, Throwable cause) {
        super(message, true, cause);
    }
}
