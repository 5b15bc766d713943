package io.bordergate.simulator;

import io.bordergate.simulator.Report.PositionReport;
import io.bordergate.simulator.scenario.Scenario;
import io.bordergate.simulator.site.SiteMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The scenario and site that come with the product, made once for all tests. Immutable. */
final class NormalDay {

    static final Path SITE_FILE = Path.of("../deploy/site/lang-son.geojson");
    static final SiteMap SITE = site();
    static final Simulation SIMULATION = Simulation.of(scenario());
    static final GroundTruth TRUTH = SIMULATION.groundTruth();
    static final Instant START = SIMULATION.scenario().startsAt();

    private NormalDay() {}

    static Scenario scenario() {
        try {
            return Scenario.named("normal-day", SITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All reports received within a time after the start. */
    static Stream<Report> reports(Duration length) {
        return stream(SIMULATION.reportsFrom(0))
                .takeWhile(report -> report.recordTime().isBefore(START.plus(length)));
    }

    static Stream<PositionReport> positions(Duration length) {
        return reports(length).filter(PositionReport.class::isInstance).map(PositionReport.class::cast);
    }

    private static Stream<Report> stream(Iterator<Report> reports) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(reports, 0), false);
    }

    private static SiteMap site() {
        try {
            return SiteMap.read(SITE_FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
