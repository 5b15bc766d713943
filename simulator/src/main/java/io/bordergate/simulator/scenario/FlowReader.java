package io.bordergate.simulator.scenario;

import io.bordergate.simulator.site.Point;
import java.util.List;
import java.util.Locale;

/** Reads one flow and its route. */
final class FlowReader {

    private final Roads roads;

    FlowReader(Roads roads) {
        this.roads = roads;
    }

    Flow flow(Section section) {
        Flow flow = new Flow(
                section.text("id"),
                section.text("gate"),
                section.parsed("direction", "EXPORT or IMPORT", Direction.EXPORT, Direction::valueOf),
                section.text("yard"),
                (int) section.whole("perDay", 0, 100_000),
                section.share("chineseShare"),
                section.share("fruitShare"),
                section.share("refrigeratedShare"),
                section.spread("declaredAheadMinutes"),
                section.number("plannedArrivalErrorMinutes", 0, 1440),
                section.sections("route").stream().map(this::step).toList());
        section.refuseUnknownKeys();
        return flow;
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
