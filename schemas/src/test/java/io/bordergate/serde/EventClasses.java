package io.bordergate.serde;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** The generated classes of all files under src/main/avro, found by reading the folder, so that none is forgotten. */
public final class EventClasses {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EventClasses() {}

    /** In the order of the file names. */
    public static List<Class<? extends SpecificRecord>> all() {
        try (var files = Files.walk(Path.of("src/main/avro"))) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .sorted()
                    .<Class<? extends SpecificRecord>>map(EventClasses::load)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<? extends SpecificRecord> load(Path file) {
        try {
            var json = JSON.readTree(file.toFile());
            var name = json.path("namespace").asText() + "." + json.path("name").asText();
            return Class.forName(name).asSubclass(SpecificRecord.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(file + " has no generated class: " + e.getMessage(), e);
        }
    }
}
