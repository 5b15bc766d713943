package io.bordergate.sandbox.replay;

import io.bordergate.connect.feed.DeviceBindings;
import io.bordergate.connect.feed.DeviceBindingsException;
import io.bordergate.sandbox.GateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file from disk that says which trucks devices were on. */
final class BindingFiles {
    private BindingFiles() {}

    /** Its bindings, or none if the file is null; fails in one line that names all faults. */
    static DeviceBindings read(Path file) {
        if (file == null) {
            return DeviceBindings.NONE;
        }
        try {
            return DeviceBindings.parse(Files.readAllLines(file));
        } catch (DeviceBindingsException e) {
            throw new GateException(file + ": " + String.join("; ", e.faults()), e);
        } catch (IOException e) {
            throw new GateException("cannot read " + file + ": is it a text file in UTF-8?", e);
        }
    }
}
