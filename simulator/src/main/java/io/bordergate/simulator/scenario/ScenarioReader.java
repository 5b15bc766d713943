package io.bordergate.simulator.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.bordergate.simulator.site.SiteMap;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads a scenario from YAML and refuses it with all its faults at once. Not thread-safe; one reader per file. */
final class ScenarioReader {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int MOST_TRUCKS = 90_000;
    private static final int STOCK_DAYS = 6;

    private final String name;
    private final SiteMap site;
    private final List<String> faults = new ArrayList<>();

    ScenarioReader(String name, SiteMap site) {
        this.name = name;
        this.site = site;
    }

    Scenario read(InputStream yaml) throws IOException {
        Scenario scenario = scenario(new Section(parse(yaml), "", faults));
        if (faults.isEmpty()) {
            checkWhole(scenario);
        }
        if (!faults.isEmpty()) {
            throw new ScenarioException(name, faults);
        }
        return scenario;
    }

    private JsonNode parse(InputStream yaml) throws IOException {
        try {
            return withBase(YAML.readTree(yaml));
        } catch (JsonProcessingException e) {
            String message = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new ScenarioException(name, List.of("is not YAML: " + message));
        }
    }

    /** A scenario may name another one as its base, and give only the parts of the top level that differ. */
    private JsonNode withBase(JsonNode scenario) throws IOException {
        if (!scenario.hasNonNull("base")) {
            return scenario;
        }
        String base = scenario.path("base").asText();
        try (InputStream yaml = Scenario.class.getResourceAsStream("/scenarios/" + base + ".yaml")) {
            if (yaml == null) {
                throw new ScenarioException(name, List.of("base '" + base + "' is no scenario of the simulator"));
            }
            ObjectNode whole = (ObjectNode) YAML.readTree(yaml);
            whole.setAll((ObjectNode) scenario);
            whole.remove("base");
            return whole;
        }
    }

    private Scenario scenario(Section root) {
        Roads roads = Roads.of(root.section("roads"));
        FlowReader flows = new FlowReader(roads, root.optionalSection("routes"));
        Scenario scenario = new Scenario(
                root.text("name"),
                root.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE),
                root.parsed(
                        "start",
                        "a time with offset such as 2026-05-04T07:00:00+07:00",
                        OffsetDateTime.MIN,
                        OffsetDateTime::parse),
                (int) root.whole("days", 1, 366),
                root.has("hours") ? (int) root.whole("hours", 0, 23) : 0,
                opening(root.section("opening")),
                root.sections("flows").stream().map(flows::flow).toList(),
                OperationReader.operation(root),
                root.sections("devices").stream().map(ScenarioReader::device).toList(),
                reporting(root.section("reporting")),
                Deviations.of(root.optionalSection("deviations")),
                Paperwork.of(root.optionalSection("paperwork")),
                roads.inOrder(),
                site);
        root.refuseUnknownKeys();
        return scenario;
    }

    private static Opening opening(Section section) {
        Opening opening = new Opening(
                OperationReader.hours(section, "crossing"),
                OperationReader.hours(section, "leaving"),
                section.weights("hourlyWeights"));
        section.refuseUnknownKeys();
        return opening;
    }

    private static DeviceProfile device(Section section) {
        DeviceProfile device = new DeviceProfile(
                section.text("name"),
                section.share("share"),
                (int) section.whole("movingSeconds", 1, 600),
                section.number("stoppedMinutes", 0.1, 120),
                section.spread("delaySeconds"));
        section.refuseUnknownKeys();
        return device;
    }

    private static Reporting reporting(Section section) {
        Reporting reporting = new Reporting(
                section.number("noiseMetres", 0, 10),
                section.share("duplicateShare"),
                section.share("deadZoneShare"),
                section.spread("deadZoneMinutes"),
                section.share("silentShare"),
                section.share("deadShare"),
                section.optionalShare("gcj02Share"),
                section.has("longestSilenceHours") ? section.number("longestSilenceHours", 0.5, 720) : 720);
        section.refuseUnknownKeys();
        return reporting;
    }

    private void checkWhole(Scenario scenario) {
        double shares =
                scenario.devices().stream().mapToDouble(DeviceProfile::share).sum();
        if (Math.abs(shares - 1) > 1e-6) {
            faults.add("devices.share must add up to 1, adds up to " + shares);
        }
        if (scenario.deviations().sum() > 1) {
            faults.add("deviations must add up to 1 or less, add up to "
                    + scenario.deviations().sum());
        }
        checkPlates(scenario);
        long ids = scenario.flows().stream().map(Flow::id).distinct().count();
        if (ids < scenario.flows().size()) {
            faults.add("flows.id must differ between flows");
        }
        RouteCheck check = new RouteCheck(site);
        scenario.flows().forEach(flow -> faults.addAll(check.faultsOf(flow)));
        faults.addAll(new OperationCheck(scenario).faults());
    }

    private void checkPlates(Scenario scenario) {
        long trips = scenario.flows().stream()
                        .mapToLong(flow -> flow.perDay().most())
                        .sum()
                * (scenario.days() + STOCK_DAYS);
        long stock = scenario.operation().services().stream()
                .mapToLong(service -> service.stock().trucks())
                .sum();
        long trucks = (long) ((trips + stock) * scenario.deviations().numbersPerTrip());
        if (trucks > MOST_TRUCKS) {
            faults.add("days and flows.perDay make about " + trucks + " trucks, more than the " + MOST_TRUCKS
                    + " that plates are given out for: lower one of them");
        }
    }
}
