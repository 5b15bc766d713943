package io.bordergate.simulator.site;

/** A site file that cannot be used; the message says what is wrong and where. */
public final class SiteFileException extends IllegalArgumentException {

    public SiteFileException(String message) {
        super(message);
    }

    public SiteFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
