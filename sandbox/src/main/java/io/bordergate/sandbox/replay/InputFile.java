package io.bordergate.sandbox.replay;

import io.bordergate.connect.feed.FeedRecord;
import io.bordergate.connect.feed.LineReader;
import io.bordergate.connect.feed.UnreadableLineException;
import io.bordergate.contract.Topic;
import io.bordergate.serde.AvroSerdes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A file whose lines become records of one topic, in their order; a line that cannot be read goes to the dead letters when
 * its turn comes. One line is read ahead. Not thread-safe.
 */
final class InputFile<T extends SpecificRecord> implements Inflow, AutoCloseable {
    /** What is not UTF-8 is not a line; no reader reads this. */
    private static final String UNREADABLE_TEXT = "\uFFFD";

    private final String name;
    private final Topic topic;
    private final RawLines lines;
    private final LineReader<T> reader;
    private final Serializer<T> values;
    private final InputSender sender;
    private FeedRecord<T> head;
    private boolean isRead;
    private long sent;
    private long unreadable;

    /** The lines that are left, of an input that the results call by this name. */
    InputFile(
            String name,
            Topic topic,
            Class<T> type,
            RawLines lines,
            LineReader<T> reader,
            InputSender sender,
            Map<String, Object> serde) {
        this.name = name;
        this.topic = topic;
        this.lines = lines;
        this.reader = reader;
        this.sender = sender;
        this.values = AvroSerdes.serializer(type, serde);
    }

    String name() {
        return name;
    }

    Topic topic() {
        return topic;
    }

    /** Lines that became records. */
    long sent() {
        return sent;
    }

    /** Lines that did not. */
    long unreadable() {
        return unreadable;
    }

    @Override
    public long nextTime() throws IOException {
        if (head == null && !isRead) {
            readHead();
        }
        return head == null ? NONE : InputSender.timestamp(head);
    }

    @Override
    public void sendNext() throws IOException {
        if (nextTime() == NONE) {
            throw new IllegalStateException(name + ": no line is left");
        }
        sender.send(head, topic, values);
        sent++;
        head = null;
    }

    @Override
    public void close() throws IOException {
        values.close();
        lines.close();
    }

    private void readHead() throws IOException {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            try {
                head = reader.read(text(line));
                return;
            } catch (UnreadableLineException e) {
                unreadable++;
                sender.deadLetter(name, line, sent + unreadable, e.getMessage());
            }
        }
        isRead = true;
    }

    private static String text(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : UNREADABLE_TEXT;
    }
}
