package io.bordergate.simulator.scenario;

import io.bordergate.simulator.site.Point;
import io.bordergate.simulator.site.SiteMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * All that a simulation depends on, checked; immutable. The same scenario and seed give the same reports, byte for byte.
 * It is so many days and hours long.
 */
public record Scenario(
        String name,
        long seed,
        OffsetDateTime start,
        int days,
        int hours,
        Opening opening,
        List<Flow> flows,
        Operation operation,
        List<DeviceProfile> devices,
        Reporting reporting,
        Deviations deviations,
        Paperwork paperwork,
        List<List<Point>> roads,
        SiteMap site) {

    public Scenario {
        flows = List.copyOf(flows);
        devices = List.copyOf(devices);
        roads = List.copyOf(roads);
    }

    /** A scenario that comes with the simulator, by name, or one from a YAML file, by path. */
    public static Scenario named(String nameOrPath, SiteMap site) throws IOException {
        try (InputStream bundled = Scenario.class.getResourceAsStream("/scenarios/" + nameOrPath + ".yaml")) {
            if (bundled != null) {
                return read(bundled, nameOrPath, site);
            }
        }
        Path file = Path.of(nameOrPath);
        if (!Files.isRegularFile(file)) {
            throw new ScenarioException(
                    nameOrPath,
                    List.of(
                            "is neither a scenario of the simulator nor a file: give normal-day, dirty-day, calm-2024, slow-build-up, worst-december, weekend-closure, tet, import-jam or a path"));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, nameOrPath, site);
        }
    }

    /** Reads a scenario; throws a {@link ScenarioException} that lists all its faults. The name is for messages. */
    public static Scenario read(InputStream yaml, String name, SiteMap site) throws IOException {
        return new ScenarioReader(name, site).read(yaml);
    }

    public Scenario withSeed(long otherSeed) {
        return changed(otherSeed, operation);
    }

    public Scenario withOperation(Operation otherOperation) {
        return changed(seed, otherOperation);
    }

    private Scenario changed(long otherSeed, Operation otherOperation) {
        return new Scenario(
                name,
                otherSeed,
                start,
                days,
                hours,
                opening,
                flows,
                otherOperation,
                devices,
                reporting,
                deviations,
                paperwork,
                roads,
                site);
    }

    public Instant startsAt() {
        return start.toInstant();
    }

    public Instant endsAt() {
        return start.plusDays(days).plusHours(hours).toInstant();
    }
}
