package io.bordergate.serde;

/** Two schemas do not fit: the registry refused one with its own words, or a reader cannot read what was written. */
public final class IncompatibleSchemaException extends SerdeException {

    IncompatibleSchemaException(String message) {
        super(message, false, null);
    }
}
