package io.bordergate.connect.feed;

/** Reads one line of a feed. Not thread-safe. */
public interface LineReader<T> {
    /** What the line says, or throws an {@link UnreadableLineException}, which says what is wrong with it. */
    FeedRecord<T> read(String line);
}
