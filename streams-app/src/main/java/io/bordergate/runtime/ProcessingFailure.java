package io.bordergate.runtime;

import io.bordergate.serde.SerdeFailures;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A record on which the code itself fails goes to the dead-letter topic and its gate goes on; but a registry that is away
 * is not the record's fault, so then the thread fails and tries again.
 */
public final class ProcessingFailure extends LogAndContinueProcessingExceptionHandler {
    @Override
    public void configure(Map<String, ?> configs) {
        super.configure(configs);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        return SerdeFailures.isTransient(exception) ? Response.fail() : super.handleError(context, record, exception);
    }
}
