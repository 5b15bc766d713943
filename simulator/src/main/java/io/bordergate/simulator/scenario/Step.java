package io.bordergate.simulator.scenario;

import io.bordergate.simulator.site.Point;
import java.util.List;

/** One part of a flow's route: a road driven at a speed, a road crawled along for a time, or a stay in a yard. */
public sealed interface Step {

    /** A road driven at a speed in km/h, from its first point to its last. */
    record Drive(List<Point> road, Phase phase, double kmh) implements Step {}

    /** A road on which trucks queue; the minutes are for its whole length. */
    record Crawl(List<Point> road, Phase phase, Spread minutes) implements Step {}

    /** A stay in a yard, after the way into it at a speed in km/h. */
    record Park(String zone, double kmh, Spread hours) implements Step {}
}
