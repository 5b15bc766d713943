package io.bordergate.serde;

import java.io.EOFException;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells a registry that is away from a record that is broken, for our own serde and for Confluent's. */
public final class SerdeFailures {

    private static final String CONFLUENT_REFUSAL = "RestClientException";

    private SerdeFailures() {}

    /** True: try again later, the record is not at fault. False: this record will never decode. */
    public static boolean isTransient(Throwable failure) {
        var seen = Collections.<Throwable>newSetFromMap(new IdentityHashMap<>());
        for (var at = failure; at != null && seen.add(at); at = at.getCause()) {
            if (at instanceof SerdeException ours) {
                return ours.isTransient();
            }
            if (at.getClass().getSimpleName().equals(CONFLUENT_REFUSAL)) {
                return isTransientStatus(status(at));
            }
            if (at instanceof RetriableException || at instanceof InterruptException) {
                return true;
            }
            if (at instanceof IOException) {
                // Running out of bytes is how Avro says that a record is cut off.
                return !(at instanceof EOFException);
            }
        }
        return false;
    }

    /**
     * True: this one record cannot be read or written, others of its schema can. False: trying again can help, or the
     * registry does not have or does not take the schema, and every other record would fail as well.
     */
    public static boolean isOfTheRecord(Throwable failure) {
        var seen = Collections.<Throwable>newSetFromMap(new IdentityHashMap<>());
        for (var at = failure; at != null && seen.add(at); at = at.getCause()) {
            if (at instanceof SerdeException ours) {
                return ours instanceof MalformedRecordException;
            }
            if (at.getClass().getSimpleName().equals(CONFLUENT_REFUSAL)) {
                return false;
            }
        }
        return !isTransient(failure);
    }

    private static boolean isTransientStatus(int status) {
        return status == 401 || status == 403 || status == 408 || status == 429 || status >= 500;
    }

    /** Read by name, for Confluent's classes are no dependency of ours. */
    private static int status(Throwable refusal) {
        try {
            return (int) refusal.getClass().getMethod("getStatus").invoke(refusal);
        } catch (ReflectiveOperationException | ClassCastException e) {
            return 0;
        }
    }
}
