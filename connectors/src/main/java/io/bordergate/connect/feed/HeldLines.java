package io.bordergate.connect.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Lines of devices that were bound to no truck when they were received: kept for a day, in case a binding comes, and no
 * more than so many. In memory only: whoever reads a feed must be able to read it again. Not thread-safe.
 */
public final class HeldLines<T> {
    /** The fate and the reason of a line that is kept, as counts name them. */
    public static final String FATE = "HELD";

    public static final String REASON = "AWAITS_BINDING";

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int MOST = 50_000;

    private final Queue<Line<T>> bound = new PriorityQueue<>(Line.IN_ORDER);
    private final Queue<Line<T>> unbound = new PriorityQueue<>(Line.IN_ORDER);

    /** One that is kept. Immutable; its bytes are shared, not copied. */
    public static final class Line<T> {
        private static final Comparator<Line<?>> IN_ORDER =
                Comparator.<Line<?>, Instant>comparing(Line::until).thenComparing(Line::number);

        private final FeedRecord<T> record;
        private final byte[] bytes;
        private final long number;

        /** As it was read, as it stands, and which line of its file, the first after a header being 1. */
        public Line(FeedRecord<T> record, byte[] bytes, long number) {
            this.record = record;
            this.bytes = bytes;
            this.number = number;
        }

        public FeedRecord<T> record() {
            return record;
        }

        public byte[] bytes() {
            return bytes;
        }

        public long number() {
            return number;
        }

        /** When it is known whose it is, or until when it is kept. */
        public Instant until() {
            return isBoundInTime() ? record.boundAt() : lastMoment();
        }

        private boolean isBoundInTime() {
            return !record.boundAt().isAfter(lastMoment());
        }

        private Instant lastMoment() {
            return record.recordTime().plus(LONGEST);
        }
    }

    /** Keeps a line that awaits a binding; false if there are too many already. */
    public boolean add(Line<T> line) {
        if (size() >= MOST) {
            return false;
        }
        return (line.isBoundInTime() ? bound : unbound).add(line);
    }

    /** One whose truck is known by that time, the first to be known first; null if there is none. */
    public Line<T> nextBound(Instant time) {
        Line<T> next = bound.peek();
        return next == null || next.until().isAfter(time) ? null : next;
    }

    /** Takes away what {@link #nextBound} gave. */
    public Line<T> takeBound() {
        return bound.remove();
    }

    /** Takes away one that was kept for longer than a day by that time; null if there is none. */
    public Line<T> takeUnknown(Instant time) {
        Line<T> next = unbound.peek();
        return next == null || !time.isAfter(next.until()) ? null : unbound.remove();
    }

    /** Lines that are kept. */
    public int size() {
        return bound.size() + unbound.size();
    }
}
