package io.bordergate.runtime;

import io.bordergate.serde.SerdeFailures;
import io.bordergate.topology.FailedResult;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A result that cannot be written. If it is this result alone, for it does not fit its schema, the record that caused it is
 * set aside and the gate goes on; else its transaction ends, nothing of it becomes visible, and the cause is told in one line.
 * (After a broker has refused a record its transaction cannot go on, whatever a handler says; and the default handler fails
 * itself when it builds a dead letter from a record with a bad timestamp. Such records are set aside before they come here.)
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
        tell(context, record, exception, ": " + exception.getMessage());
        return Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        // Without its message, which may quote the record.
        tell(context, record, exception, "");
        if (!SerdeFailures.isOfTheRecord(exception)) {
            return Response.fail();
        }
        return FailedResult.isOfARecord(context)
                ? Response.resume(List.of(FailedResult.deadLetter(context, exception)))
                : Response.resume();
    }

    private static void tell(
            ErrorHandlerContext context, ProducerRecord<?, ?> record, Exception exception, String why) {
        LOG.error(
                "cannot write to {} from {}-{} offset {}: {}{}",
                record.topic(),
                context.topic(),
                context.partition(),
                context.offset(),
                exception.getClass().getSimpleName(),
                why);
    }
}
