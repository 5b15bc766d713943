package io.bordergate.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A made-up input with devices that may not know which truck they are on, and the bindings that do. Immutable. */
public record DeviceJourneys(Journeys journeys, List<String> bindings) {

    public Path bindingsFile(Path folder) {
        return folder.resolve("devices.csv");
    }

    public void writeTo(Path folder) throws IOException {
        journeys.writeTo(folder);
        Files.write(bindingsFile(folder), bindings);
    }

    public Oracle.Result result(Path folder) throws IOException {
        return Oracle.runWithDevices(
                journeys.siteFile(folder), journeys.positionsFile(folder), bindingsFile(folder), journeys.now());
    }
}
