package io.bordergate.sandbox.replay;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The lines of a file as bytes, so that garbage is kept as it is. Lines end with LF or CR LF. Not thread-safe. */
final class RawLines implements AutoCloseable {
    /** More than this of one line is not kept: it would not fit into a record. */
    static final int LONGEST = 900_000;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);

    RawLines(Path file) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    /** The next line without its end; null after the last. */
    byte[] next() throws IOException {
        line.reset();
        int b = in.read();
        if (b < 0) {
            return null;
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (line.size() < LONGEST) {
                line.write(b);
            }
        }
        byte[] bytes = line.toByteArray();
        return bytes.length > 0 && bytes[bytes.length - 1] == '\r'
                ? java.util.Arrays.copyOf(bytes, bytes.length - 1)
                : bytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
