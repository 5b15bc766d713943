package io.bordergate.topology;

import io.bordergate.domain.yard.Tally;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** A tally as two ints. Private to the state of the application. */
final class TallySerde implements Serde<Tally> {
    @Override
    public Serializer<Tally> serializer() {
        return (topic, tally) -> tally == null
                ? null
                : ByteBuffer.allocate(8)
                        .putInt(tally.confirmed())
                        .putInt(tally.uncertain())
                        .array();
    }

    @Override
    public Deserializer<Tally> deserializer() {
        return (topic, bytes) -> {
            if (bytes == null) {
                return null;
            }
            ByteBuffer in = ByteBuffer.wrap(bytes);
            return new Tally(in.getInt(), in.getInt());
        };
    }
}
