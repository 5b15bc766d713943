package io.bordergate.simulator.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the simulator reads of a site file: its zones and crossing lines; immutable. */
public record SiteMap(String siteId, List<Zone> zones, List<CrossingLine> crossings) {

    public SiteMap {
        zones = List.copyOf(zones);
        crossings = List.copyOf(crossings);
    }

    public static SiteMap read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        } catch (NoSuchFileException e) {
            throw new SiteFileException(
                    "site file " + file + " does not exist: give the path of a GeoJSON site file", e);
        }
    }

    /** Reads a site file from a stream; the name is only used in messages. */
    public static SiteMap read(InputStream in, String name) throws IOException {
        return new SiteFileReader(name).read(in);
    }

    public Optional<Zone> findZone(String id) {
        return zones.stream().filter(zone -> zone.id().equals(id)).findFirst();
    }

    public Optional<CrossingLine> findCrossing(String gate) {
        return crossings.stream()
                .filter(crossing -> crossing.gate().equals(gate))
                .findFirst();
    }

    /** The zones where trucks park: yards, areas of yards and buffer yards. */
    public List<Zone> parkingZones() {
        return zones.stream().filter(Zone::isParking).toList();
    }
}
