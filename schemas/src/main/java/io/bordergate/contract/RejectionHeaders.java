package io.bordergate.contract;

/**
 * The headers of a record on the quarantine and dead-letter topics. Those that Kafka Streams itself gives a dead letter
 * keep its names, so that one tool reads both. None carries a plate.
 */
public final class RejectionHeaders {
    /** Stable reason code. */
    public static final String CODE = "gate.error.code";
    /** QUARANTINED, LATE or DEAD_LETTERED. */
    public static final String FATE = "gate.fate";
    /** Version of the application that decided. */
    public static final String VERSION = "gate.app.version";

    public static final String EXCEPTION = "__streams.errors.exception";
    public static final String MESSAGE = "__streams.errors.message";
    public static final String STACKTRACE = "__streams.errors.stacktrace";
    /** Where the record came from: an input topic, or the name of a feed. */
    public static final String TOPIC = "__streams.errors.topic";

    public static final String PARTITION = "__streams.errors.partition";
    /** Offset in the input topic, or line of the feed's file. */
    public static final String OFFSET = "__streams.errors.offset";

    private RejectionHeaders() {}
}
