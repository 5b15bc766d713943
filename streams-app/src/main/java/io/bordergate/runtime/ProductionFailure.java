package io.bordergate.runtime;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A result that cannot be written is never left out: its transaction ends, nothing of it becomes visible, and the cause is
 * told in one line. (The default handler does the same but fails itself when it builds a dead letter from a record with a
 * bad timestamp; such records are quarantined long before they come here.)
 */
public final class ProductionFailure implements ProductionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProductionFailure.class);

    @Override
    public void configure(Map<String, ?> configs) {
        // Nothing to configure.
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        if (exception instanceof RetriableException) {
            return Response.retry();
        }
        tell(context, record, exception);
        return Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        tell(context, record, exception);
        return Response.fail();
    }

    private static void tell(ErrorHandlerContext context, ProducerRecord<?, ?> record, Exception exception) {
        LOG.error(
                "cannot write to {} from {}-{} offset {}: {}: {}",
                record.topic(),
                context.topic(),
                context.partition(),
                context.offset(),
                exception.getClass().getSimpleName(),
                exception.getMessage());
    }
}
