package io.bordergate.connect.feed;

import java.time.Instant;

/**
 * What a line says, ready to be sent. Immutable.
 *
 * @param key key of the record; null if nobody knows whose it is
 * @param event its value
 * @param recordTime when it was received; becomes the timestamp of the record
 * @param capped the feed claims a later recordTime than now: then it is now, and says nothing about the feed's time
 * @param boundAt since when it is known whose it is: {@link Instant#MIN} if the line itself says so, {@link Instant#MAX} if
 *     it is not known
 * @param remark what to say of its device; null if nothing
 */
public record FeedRecord<T>(
        String key, T event, Instant recordTime, boolean capped, Instant boundAt, DeviceRemark remark) {

    /** We cannot have received anything later than now: a later time is a device's clock speaking; nor before 1970. */
    static <T> FeedRecord<T> of(String key, T event, Instant claimed, Instant now) {
        boolean capped = claimed.isAfter(now);
        Instant possible = claimed.isBefore(Instant.EPOCH) ? Instant.EPOCH : claimed;
        return new FeedRecord<>(key, event, capped ? now : possible, capped, Instant.MIN, null);
    }

    FeedRecord<T> boundAt(Instant known) {
        return new FeedRecord<>(key, event, recordTime, capped, known, remark);
    }

    FeedRecord<T> remarked(DeviceRemark said) {
        return new FeedRecord<>(key, event, recordTime, capped, boundAt, said);
    }

    /** Whether nobody knew yet, when it was received, whose it is: then it goes to {@link HeldLines}. */
    public boolean awaitsBinding() {
        return boundAt.isAfter(recordTime);
    }
}
