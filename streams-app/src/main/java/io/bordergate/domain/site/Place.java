package io.bordergate.domain.site;

/**
 * What zones and crossing lines have in common: a name, a gate and how long silence may last. Immutable.
 *
 * @param id the feature's id in the site file
 * @param kind what it is
 * @param gateId gate it belongs to; null if the site file names none
 * @param capacity trucks it holds; null if the site file gives none
 * @param limits when a presence here counts, becomes doubtful and ends
 */
public record Place(String id, ZoneKind kind, String gateId, Integer capacity, Limits limits) {

    public boolean isBuffer() {
        return kind == ZoneKind.BUFFER;
    }

    /**
     * When a presence counts, becomes doubtful and ends. All in milliseconds, but for the buffer.
     *
     * @param silenceAfter silence beyond which an open stay is uncertain; {@link #OFF} if not set
     * @param silenceTimeout silence beyond which it is over; {@link #OFF} if not set
     * @param minDwell a closed stay shorter than this is a pass
     * @param exitBufferMetres how far outside a fix must lie to end a stay
     */
    public record Limits(long silenceAfter, long silenceTimeout, long minDwell, double exitBufferMetres) {
        /** A limit that is not set never takes effect. */
        public static final long OFF = Long.MAX_VALUE;

        public static final Limits NONE = new Limits(OFF, OFF, 0, 0);
    }
}
