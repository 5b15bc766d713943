package io.bordergate.connect.feed;

/** Reads one line of a feed. Not thread-safe. */
public interface LineReader<T> {
    /** What the line says, or throws an {@link UnreadableLineException}, whose fault says what becomes of the line. */
    FeedRecord<T> read(String line);
}
