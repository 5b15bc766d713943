package io.bordergate.simulator.scenario;

import io.bordergate.simulator.site.Point;
import java.util.List;
import java.util.Locale;

/** Reads one flow and its route. */
final class FlowReader {

    private final Roads roads;
    private final Section routes;

    /** The routes are by name. */
    FlowReader(Roads roads, Section routes) {
        this.roads = roads;
        this.routes = routes;
    }

    Flow flow(Section section) {
        Flow flow = new Flow(
                section.text("id"),
                section.text("gate"),
                OperationReader.direction(section),
                section.text("yard"),
                new PerDay(section.wholes("perDay", 0, 100_000)),
                section.has("dailyVariation") ? section.number("dailyVariation", 0, 0.33) : Flow.USUAL_VARIATION,
                section.share("chineseShare"),
                section.share("fruitShare"),
                section.share("refrigeratedShare"),
                section.spread("declaredAheadMinutes"),
                section.number("plannedArrivalErrorMinutes", 0, 1440),
                FarOff.of(section),
                section.has("arrivals") ? rhythm(section.section("arrivals")) : Rhythm.ALL_DAY,
                route(section).stream().map(this::step).toList());
        section.refuseUnknownKeys();
        return flow;
    }

    /** Written out, or the name of one under routes. */
    private List<Section> route(Section flow) {
        if (!flow.isText("route")) {
            return flow.sections("route");
        }
        String name = flow.text("route");
        if (!routes.has(name)) {
            flow.fault("route", "names '" + name + "', which is not under routes");
            return List.of();
        }
        return routes.sections(name);
    }

    private static Rhythm rhythm(Section section) {
        Rhythm rhythm = new Rhythm(
                OperationReader.hours(section, "hours"),
                section.has("weights") ? section.weights("weights") : List.of(1.0));
        section.refuseUnknownKeys();
        return rhythm;
    }

    private Step step(Section section) {
        Step step = section.has("park") ? park(section) : way(section);
        section.refuseUnknownKeys();
        return step;
    }

    private static Step park(Section section) {
        return new Step.Park(section.text("park"), kmh(section), section.spread("hours"));
    }

    private Step way(Section section) {
        List<Point> road = roads.road(section, section.text("road"), section.flag("reverse"));
        Phase phase = section.parsed(
                "phase",
                "one of APPROACH, QUEUE, GATE, TO_CROSSING, OVER, LEAVING",
                Phase.APPROACH,
                text -> Phase.valueOf(text.toUpperCase(Locale.ROOT)));
        return section.has("minutes")
                ? new Step.Crawl(road, phase, section.spread("minutes"))
                : new Step.Drive(road, phase, kmh(section));
    }

    private static double kmh(Section section) {
        return section.number("kmh", 1, 120);
    }
}
