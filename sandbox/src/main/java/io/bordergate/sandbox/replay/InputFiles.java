package io.bordergate.sandbox.replay;

import io.bordergate.connect.feed.DeviceBindings;
import io.bordergate.connect.feed.GateStatusJson;
import io.bordergate.connect.feed.LineReader;
import io.bordergate.connect.feed.MilestoneJson;
import io.bordergate.connect.feed.PositionCsv;
import io.bordergate.connect.feed.UnreadableLineException;
import io.bordergate.contract.BorderTopics;
import io.bordergate.contract.Topic;
import io.bordergate.event.DeclarationMilestoneReported;
import io.bordergate.event.GateStatusChanged;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.sandbox.GateException;
import io.bordergate.sandbox.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** The recorded input of one replay: open files that are sent as one flow. Not thread-safe. */
public final class InputFiles implements AutoCloseable {
    private static final String SOURCE = "replay";
    private static final int LINES_A_LOOK = 4_096;

    /**
     * Where it lies. Files may be null but for positions.
     *
     * @param positions CSV
     * @param devices which trucks the devices were on whose positions name none
     * @param milestones JSON Lines
     * @param status JSON Lines
     */
    public record Paths(Path positions, DeviceBindings devices, Path milestones, Path status) {}

    private final InputSender sender;
    private final Map<String, Object> serde;
    private final List<InputFile<?>> files = new ArrayList<>();
    private long lines;

    private InputFiles(InputSender sender, Map<String, Object> serde) {
        this.sender = sender;
        this.serde = serde;
    }

    /** Opens all that there are; fails in one line if one has no usable header. */
    static InputFiles open(Paths paths, InputSender sender, Map<String, Object> serde) throws IOException {
        var inputs = new InputFiles(sender, serde);
        try {
            inputs.open(paths);
            return inputs;
        } catch (IOException | RuntimeException e) {
            inputs.close();
            throw e;
        }
    }

    /** Each by itself, positions first. */
    List<InputFile<?>> files() {
        var positionsFirst = new ArrayList<>(files);
        Collections.reverse(positionsFirst);
        return positionsFirst;
    }

    /** Sends all lines in the order in which they were received, and returns when all is written. */
    void sendAll(Progress progress) throws IOException {
        new InflowMerge(files).sendAll(() -> {
            if (++lines % LINES_A_LOOK == 0) {
                progress.tell(howFar(), false);
            }
        });
        files.forEach(InputFile::endWaiting);
        sender.flush();
    }

    @Override
    public void close() throws IOException {
        for (InputFile<?> file : files) {
            file.close();
        }
    }

    /** In the order in which lines of one moment go: a gate opens, a truck is declared, a truck comes. */
    private void open(Paths paths) throws IOException {
        if (paths.status() != null) {
            var reader = new GateStatusJson(Clock.systemUTC());
            add("status", BorderTopics.GATE_STATUS, GateStatusChanged.class, new RawLines(paths.status()), reader);
        }
        if (paths.milestones() != null) {
            var reader = new MilestoneJson(SOURCE, Clock.systemUTC());
            var topic = BorderTopics.DECLARATION_MILESTONE;
            add("milestones", topic, DeclarationMilestoneReported.class, new RawLines(paths.milestones()), reader);
        }
        openPositions(paths.positions(), paths.devices());
    }

    private void openPositions(Path file, DeviceBindings devices) throws IOException {
        var lines = new RawLines(file);
        try {
            var reader = positionReader(file, lines.next(), devices);
            add("positions", BorderTopics.TRUCK_POSITION, TruckPositionReported.class, lines, reader);
        } catch (IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    private static PositionCsv positionReader(Path file, byte[] header, DeviceBindings devices) {
        if (header == null) {
            throw new GateException(file + " is empty: the first line must name the columns");
        }
        try {
            return new PositionCsv(new String(header, StandardCharsets.UTF_8), SOURCE, devices, Clock.systemUTC());
        } catch (UnreadableLineException e) {
            throw new GateException(file + ": " + e.getMessage(), e);
        }
    }

    private <T extends SpecificRecord> void add(
            String name, Topic topic, Class<T> type, RawLines lines, LineReader<T> reader) {
        files.add(new InputFile<>(name, topic, type, lines, reader, sender, serde));
    }

    private String howFar() {
        return files().stream()
                .map(file -> file.name() + ": " + Progress.number(file.sent()) + " sent")
                .collect(Collectors.joining(", "));
    }
}
