package io.bordergate.connect.feed;

import java.time.Instant;

/**
 * What a line says, ready to be sent. Immutable.
 *
 * @param key key of the record
 * @param event its value
 * @param recordTime when it was received; becomes the timestamp of the record
 * @param capped the feed claims a later recordTime than now: then it is now, and says nothing about the feed's time
 */
public record FeedRecord<T>(String key, T event, Instant recordTime, boolean capped) {

    /** We cannot have received anything later than now: a later time is a device's clock speaking; nor before 1970. */
    static <T> FeedRecord<T> of(String key, T event, Instant claimed, Instant now) {
        boolean capped = claimed.isAfter(now);
        Instant possible = claimed.isBefore(Instant.EPOCH) ? Instant.EPOCH : claimed;
        return new FeedRecord<>(key, event, capped ? now : possible, capped);
    }
}
