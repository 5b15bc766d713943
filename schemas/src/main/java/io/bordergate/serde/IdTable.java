package io.bordergate.serde;

import java.util.Arrays;

/**
 * What is known per schema id. Reading takes no lock and boxes nothing, for it happens once per record; writing copies,
 * for it happens once per schema. Thread-safe.
 */
final class IdTable<V> {

    private volatile Snapshot<V> snapshot = new Snapshot<>(new int[0], new Object[0]);

    /** The value of an id, or null. */
    V get(int id) {
        return snapshot.get(id);
    }

    synchronized void put(int id, V value) {
        snapshot = snapshot.with(id, value);
    }

    /** Ids in rising order, and their values in the same places. Immutable. */
    private static final class Snapshot<V> {

        private final int[] ids;
        private final Object[] values;

        Snapshot(int[] ids, Object[] values) {
            this.ids = ids;
            this.values = values;
        }

        @SuppressWarnings("unchecked") // Only with() fills the array, and only with V.
        V get(int id) {
            int at = Arrays.binarySearch(ids, id);
            return at < 0 ? null : (V) values[at];
        }

        Snapshot<V> with(int id, V value) {
            int found = Arrays.binarySearch(ids, id);
            int at = found < 0 ? -found - 1 : found;
            int gap = found < 0 ? 1 : 0;
            var newIds = Arrays.copyOf(ids, ids.length + gap);
            var newValues = Arrays.copyOf(values, values.length + gap);
            System.arraycopy(ids, at, newIds, at + gap, ids.length - at);
            System.arraycopy(values, at, newValues, at + gap, ids.length - at);
            newIds[at] = id;
            newValues[at] = value;
            return new Snapshot<>(newIds, newValues);
        }
    }
}
