package io.bordergate.serde;

/** The registry answers, and says that it has no such schema id or subject: the record can never be decoded. */
public final class UnknownSchemaException extends SerdeException {

    UnknownSchemaException(String message) {
        super(message, false, null);
    }
}
