package io.bordergate.sandbox.replay;

import io.bordergate.connect.feed.FeedRecord;
import io.bordergate.connect.feed.HeldLines;
import io.bordergate.connect.feed.HeldLines.Line;
import io.bordergate.connect.feed.LineFault;
import io.bordergate.connect.feed.LineReader;
import io.bordergate.connect.feed.UnreadableLineException;
import io.bordergate.contract.Topic;
import io.bordergate.serde.AvroSerdes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A file whose lines become records of one topic, in their order; a line that cannot become one is set aside when its turn
 * comes; one whose device is on no known truck waits. One line is read ahead. Not thread-safe.
 */
final class InputFile<T extends SpecificRecord> implements Inflow, AutoCloseable {
    private static final String UNKNOWN = "device_id is bound to no truck at event_time";
    /** What is not UTF-8 is not a line; no reader reads this. */
    private static final String UNREADABLE_TEXT = "\uFFFD";

    private final String name;
    private final Topic topic;
    private final RawLines lines;
    private final LineReader<T> reader;
    private final Serializer<T> values;
    private final InputSender sender;
    private final Map<LineFault, Long> faults = new EnumMap<>(LineFault.class);
    private final HeldLines<T> held = new HeldLines<>();
    private FeedRecord<T> head;
    private boolean isRead;
    private long read;
    private long sent;

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

    /** How many lines became no record, by fate and reason. */
    Map<String, Long> setAside() {
        Map<String, Long> counts = new TreeMap<>();
        faults.forEach((fault, count) -> counts.put(fault.fate() + "," + fault.name(), count));
        if (held.size() > 0) {
            counts.put(HeldLines.FATE + "," + HeldLines.REASON, (long) held.size());
        }
        return counts;
    }

    @Override
    public long nextTime() throws IOException {
        if (head == null && !isRead) {
            readHead();
        }
        Line<T> waited = nextBound();
        if (waited != null) {
            return waited.until().toEpochMilli();
        }
        return head == null ? NONE : InputSender.timestamp(head);
    }

    @Override
    public void sendNext() throws IOException {
        if (nextTime() == NONE) {
            throw new IllegalStateException(name + ": no line is left");
        }
        if (nextBound() != null) {
            sender.send(held.takeBound().record(), topic, values);
        } else {
            sender.send(head, topic, values);
            head = null;
        }
        sent++;
    }

    /** When all files have been sent: sets aside the lines that have waited for too long. */
    void endWaiting() {
        for (Line<T> line = held.takeUnknown(sender.clock()); line != null; line = held.takeUnknown(sender.clock())) {
            setAside(LineFault.UNKNOWN_DEVICE, line.bytes(), line.number(), UNKNOWN);
        }
    }

    @Override
    public void close() throws IOException {
        values.close();
        lines.close();
    }

    private void readHead() throws IOException {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            read++;
            try {
                FeedRecord<T> record = reader.read(text(line));
                if (!record.awaitsBinding()) {
                    head = record;
                    return;
                }
                hold(new Line<>(record, line, read));
            } catch (UnreadableLineException e) {
                setAside(LineFault.UNREADABLE, line, read, e.getMessage());
            }
        }
        isRead = true;
    }

    /** One that was kept, and is known to be known before the next line, or at the end by what the clock says. */
    private Line<T> nextBound() {
        if (head == null) {
            return held.nextBound(sender.clock());
        }
        return head.capped() ? null : held.nextBound(head.recordTime());
    }

    private void hold(Line<T> line) {
        sender.received(line.record());
        endWaiting();
        if (!held.add(line)) {
            setAside(LineFault.UNKNOWN_DEVICE, line.bytes(), line.number(), UNKNOWN);
        }
    }

    private void setAside(LineFault fault, byte[] line, long number, String why) {
        faults.merge(fault, 1L, Long::sum);
        sender.setAside(name, line, number, fault, why);
    }

    private static String text(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : UNREADABLE_TEXT;
    }
}
