package io.bordergate.simulator;

import io.bordergate.simulator.GateTruth.GateVisit;
import io.bordergate.simulator.GroundTruth.Change;
import io.bordergate.simulator.GroundTruth.Crossing;
import io.bordergate.simulator.Report.MilestoneReport;
import io.bordergate.simulator.Report.PositionReport;
import io.bordergate.simulator.Report.StatusReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** Writes the beginning of a simulation as recorded input for a replay, and the truth it is to be checked against. */
public final class ReplayFiles {

    private static final String POSITIONS_HEADER =
            "truck_id,event_time,received_time,lat,lon,speed_kmh,heading_deg,datum\n";
    private static final String TRUTH_HEADER = "zone_id,at,trucks\n";

    private final Path folder;

    /** Into a folder, which is made if it is missing. */
    public ReplayFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes all files and returns how many reports they hold. */
    public long write(Simulation simulation, Duration length) throws IOException {
        Files.createDirectories(folder);
        Instant from = simulation.scenario().startsAt();
        long reports = writeReports(simulation.reportsFrom(0), from.plus(length));
        GroundTruth truth = simulation.groundTruth();
        writeTruth(truth, from, from.plus(length));
        writeTrucks(simulation, from.plus(length));
        writeCrossings(truth, from, from.plus(length));
        writeWaits(truth, from, from.plus(length));
        return reports;
    }

    private long writeReports(Iterator<Report> reports, Instant until) throws IOException {
        long count = 0;
        StringBuilder statuses = new StringBuilder();
        try (BufferedWriter positions = Files.newBufferedWriter(folder.resolve("positions.csv"));
                BufferedWriter milestones = Files.newBufferedWriter(folder.resolve("milestones.jsonl"))) {
            positions.write(POSITIONS_HEADER);
            while (reports.hasNext()) {
                Report report = reports.next();
                if (!report.recordTime().isBefore(until)) {
                    break;
                }
                if (report instanceof PositionReport position) {
                    positions.write(line(position));
                } else if (report instanceof MilestoneReport milestone) {
                    milestones.write(milestone.json() + "\n");
                } else if (report instanceof StatusReport status) {
                    statuses.append(status.json()).append('\n');
                }
                count++;
            }
        }
        Path statusFile = folder.resolve("status.jsonl");
        if (statuses.isEmpty()) {
            Files.deleteIfExists(statusFile);
        } else {
            Files.writeString(statusFile, statuses);
        }
        return count;
    }

    private void writeTruth(GroundTruth truth, Instant from, Instant until) throws IOException {
        List<Change> changes = truth.zones().stream()
                .flatMap(zone -> truth.changes(zone, from, until).stream())
                .sorted(Comparator.comparing(Change::at).thenComparing(Change::zoneId))
                .toList();
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("truth.csv"))) {
            out.write(TRUTH_HEADER);
            for (Change change : changes) {
                out.write(change.zoneId() + "," + change.at() + "," + change.trucks() + "\n");
            }
        }
    }

    /** The trucks that are not as declared. */
    private void writeTrucks(Simulation simulation, Instant until) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("truth-trucks.csv"))) {
            out.write("truck_id,story\n");
            for (TruckJourney journey : simulation.plan().journeys()) {
                if (journey.story() != Story.ORDINARY && journey.firstKnownAt() < until.toEpochMilli()) {
                    out.write(journey.truck().truckId() + "," + journey.story() + "\n");
                }
            }
        }
    }

    private void writeCrossings(GroundTruth truth, Instant from, Instant until) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("truth-crossings.csv"))) {
            out.write("truck_id,gate_id,direction,at\n");
            for (Crossing crossing : truth.crossings(from, until)) {
                out.write(crossing.truckId() + "," + crossing.gateId() + "," + crossing.direction() + ","
                        + crossing.at() + "\n");
            }
        }
    }

    /** Every truck that was at a gate; without a time of clearing if that is not over yet, or never. */
    private void writeWaits(GroundTruth truth, Instant from, Instant until) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("truth-waits.csv"))) {
            out.write("truck_id,gate_id,direction,arrived_at,cleared_at\n");
            for (GateVisit visit : truth.gates().visits()) {
                if (visit.arrivedAt().isBefore(until) && !visit.leftAt().isBefore(from)) {
                    String cleared = visit.clearedAt()
                            .filter(at -> at.isBefore(until))
                            .map(Instant::toString)
                            .orElse("");
                    out.write(visit.truckId() + "," + visit.gateId() + "," + visit.direction() + "," + visit.arrivedAt()
                            + "," + cleared + "\n");
                }
            }
        }
    }

    private static String line(PositionReport fix) {
        return fix.truckId() + "," + fix.eventTime() + "," + fix.recordTime() + "," + fix.latitude() + ","
                + fix.longitude() + "," + orEmpty(fix.speedKmh()) + "," + orEmpty(fix.headingDeg()) + ","
                + (fix.gcj02() ? "GCJ02" : "") + "\n";
    }

    private static String orEmpty(Double value) {
        return value == null ? "" : value.toString();
    }
}
