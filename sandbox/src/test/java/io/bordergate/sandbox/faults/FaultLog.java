package io.bordergate.sandbox.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** What was done to the product and when, line by line, in a file and on the terminal. Immutable. */
record FaultLog(Path file) {

    void note(String what) {
        String line = Instant.now() + " " + what;
        System.out.println(file.getParent().getFileName() + " " + line);
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
