package io.bordergate.dashboard;

import io.bordergate.contract.BorderTopics;
import io.bordergate.event.AlertAcknowledged;
import io.bordergate.serde.AvroSerdes;
import io.bordergate.serde.SerdeConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends what operators acknowledge to {@code border.alert.ack}: the one thing that the dashboard writes. It is on the board
 * only once the stream application has taken it. Thread-safe.
 */
final class Acknowledgements implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(5);
    /** Further from this machine's clock than this, the time of the product is recorded or simulated. */
    private static final Duration SAME_TIME = Duration.ofMinutes(10);

    private final Supplier<Producer<String, AlertAcknowledged>> connecting;
    private final Clock clock;
    private Producer<String, AlertAcknowledged> producer;

    /** Connects when the first is sent: most dashboards never send any, and one without a broker must not keep trying. */
    Acknowledgements(Supplier<Producer<String, AlertAcknowledged>> connecting, Clock clock) {
        this.connecting = connecting;
        this.clock = clock;
    }

    static Acknowledgements to(DashboardConfig config, Clock clock) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                config.bootstrapServers(),
                ProducerConfig.CLIENT_ID_CONFIG,
                "border-dashboard",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                (int) LONGEST.toMillis(),
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) LONGEST.toMillis(),
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                (int) LONGEST.toMillis());
        Map<String, ?> serde = Map.of(
                SerdeConfig.URL, config.registryUrl(), SerdeConfig.AUTO_REGISTER, false, SerdeConfig.MAX_RETRIES, 0);
        return new Acknowledgements(
                () -> new KafkaProducer<>(
                        settings, new StringSerializer(), AvroSerdes.serializer(AlertAcknowledged.class, serde)),
                clock);
    }

    /** It could not be sent; nothing was acknowledged. */
    static final class NotSentException extends Exception {
        NotSentException(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** What was sent, once the broker has it. */
    AlertAcknowledged send(String alertId, String by, String note, Instant boardTime) throws NotSentException {
        Instant at = time(boardTime);
        var ack = new AlertAcknowledged(alertId, by, at, note);
        var entry = new ProducerRecord<>(BorderTopics.ALERT_ACK.name(), null, at.toEpochMilli(), alertId, ack);
        try {
            producer().send(entry).get(2 * LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            return ack;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new NotSentException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSentException(e);
        }
    }

    private synchronized Producer<String, AlertAcknowledged> producer() {
        if (producer == null) {
            producer = connecting.get();
        }
        return producer;
    }

    /** Where time is recorded or simulated, an operator acts in that time. */
    private Instant time(Instant boardTime) {
        Instant now = clock.instant();
        boolean other =
                boardTime != null && Duration.between(boardTime, now).abs().compareTo(SAME_TIME) > 0;
        return other ? boardTime : now;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(LONGEST);
        }
    }
}
