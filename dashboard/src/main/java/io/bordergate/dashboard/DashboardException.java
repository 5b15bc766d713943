package io.bordergate.dashboard;

/** The dashboard cannot run as it was told; the message is one line for the person who started it. */
public final class DashboardException extends RuntimeException {

    DashboardException(String message) {
        super(message);
    }

    DashboardException(String message, Throwable cause) {
        super(message, cause);
    }
}
