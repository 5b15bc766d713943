package io.bordergate.serde;

/** Bytes that are not one whole record in the Confluent wire format: foreign, cut off, or with more behind. */
public final class MalformedRecordException extends SerdeException {

    MalformedRecordException(String message, Throwable cause) {
        super(message, false, cause);
    }

    MalformedRecordException(String message) {
        this(message, null);
    }
}
