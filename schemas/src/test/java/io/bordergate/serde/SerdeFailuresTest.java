package io.bordergate.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.net.ConnectException;
import org.apache.avro.AvroTypeException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** Confluent's own failures are in ConfluentJavaTest. */
class SerdeFailuresTest {

    @Test
    void theFirstThatKnowsDecides() {
        assertThat(SerdeFailures.isTransient(new SerializationException("x", new ConnectException())))
                .isTrue();
        assertThat(SerdeFailures.isTransient(new SerializationException("x", new DisconnectException())))
                .isTrue();
        assertThat(SerdeFailures.isTransient(new RegistryUnavailableException("x", null)))
                .isTrue();
        assertThat(SerdeFailures.isTransient(new IllegalStateException(new UnknownSchemaException("x"))))
                .isFalse();
        assertThat(SerdeFailures.isTransient(new SerializationException("x", new EOFException())))
                .isFalse();
        assertThat(SerdeFailures.isTransient(new SerializationException("x", new AvroTypeException("y"))))
                .isFalse();
        assertThat(SerdeFailures.isTransient(new NullPointerException())).isFalse();
    }

    @Test
    void aRingOfCausesEnds() {
        var one = new RuntimeException("one");
        one.initCause(new RuntimeException("two", one));
        assertThat(SerdeFailures.isTransient(one)).isFalse();
    }
}
