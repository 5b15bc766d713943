package io.bordergate.sandbox.replay;

import io.bordergate.sandbox.GateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder of a replay's results; each file is sorted, so that two replays of one input give equal bytes. Immutable. */
record ResultFiles(Path folder) {

    void write(String name, List<String> lines) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new GateException("cannot write " + folder.resolve(name) + ": " + e.getMessage(), e);
        }
    }
}
