package io.bordergate.sandbox.replay;

import io.bordergate.connect.feed.FeedRecord;
import io.bordergate.connect.feed.LineFault;
import io.bordergate.connect.feed.LineReader;
import io.bordergate.connect.feed.UnreadableLineException;
import io.bordergate.contract.Topic;
import io.bordergate.serde.AvroSerdes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A file whose lines become records of one topic, in their order; a line that cannot become one is set aside when its turn
 * comes. One line is read ahead. Not thread-safe.
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
    private final Map<LineFault, Long> faults = new EnumMap<>(LineFault.class);
    private FeedRecord<T> head;
    private boolean isRead;
    private long sent;
    private long refused;

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

    /** Lines that were dealt with, one way or the other. */
    long done() {
        return sent + refused;
    }

    /** How many lines became no record, by why. */
    Map<LineFault, Long> faults() {
        return Map.copyOf(faults);
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
                refused++;
                faults.merge(e.fault(), 1L, Long::sum);
                sender.setAside(name, line, done(), e);
            }
        }
        isRead = true;
    }

    private static String text(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : UNREADABLE_TEXT;
    }
}
