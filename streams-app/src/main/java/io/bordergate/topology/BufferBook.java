package io.bordergate.topology;

import io.bordergate.stored.BufferVisit;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueStore;

/** The trucks in the buffers of one gate, by their stays; those that are there are stored, by gate and stay. Not thread-safe. */
final class BufferBook {
    private final String prefix;
    private final KeyValueStore<String, String> stored;
    private final Map<String, String> bufferByStay = new HashMap<>();

    /** As it is stored. */
    BufferBook(String gateId, KeyValueStore<String, String> stored) {
        this.prefix = gateId + "/";
        this.stored = stored;
        try (var all = stored.range(prefix, prefix + "\uffff")) {
            all.forEachRemaining(entry -> bufferByStay.put(entry.key.substring(prefix.length()), entry.value));
        }
    }

    void know(BufferVisit visit) {
        String row = prefix + visit.getStayId();
        if (visit.getInside()) {
            bufferByStay.put(visit.getStayId(), visit.getYardId());
            stored.put(row, visit.getYardId());
        } else if (bufferByStay.remove(visit.getStayId()) != null) {
            stored.delete(row);
        }
    }

    /** In each buffer that is not empty. */
    Map<String, Integer> trucks() {
        Map<String, Integer> trucks = new TreeMap<>();
        bufferByStay.values().forEach(buffer -> trucks.merge(buffer, 1, Integer::sum));
        return trucks;
    }
}
