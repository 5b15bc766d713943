package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Flow;
import io.bordergate.simulator.scenario.Phase;
import io.bordergate.simulator.scenario.Spread;
import io.bordergate.simulator.scenario.Step;
import io.bordergate.simulator.site.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A way that a flow's route does not foresee, put together from the roads of flows, and to where each stay in a yard is
 * left. Immutable.
 */
record RoutePlan(List<Step> steps, List<Leaving> leavings) {

    private static final double BACK_KMH = 25;

    /** To where a truck leaves a yard, which decides when it may. */
    enum Leaving {
        ANYWHERE,
        INLAND,
        BORDER
    }

    RoutePlan {
        steps = List.copyOf(steps);
        leavings = List.copyOf(leavings);
    }

    /** To the yard and back inland. */
    static RoutePlan turnedBack(Flow flow) {
        List<Step> steps = new ArrayList<>(toYard(flow));
        steps.addAll(backFrom(flow, Phase.LEAVING));
        return new RoutePlan(steps, leavings(toYard(flow), Leaving.INLAND));
    }

    /** To the yard and back over the border. */
    static RoutePlan thereAndBack(Flow flow) {
        List<Step> steps = new ArrayList<>(toYard(flow));
        steps.addAll(backFrom(flow, Phase.OVER));
        return new RoutePlan(steps, leavings(toYard(flow), Leaving.BORDER));
    }

    /** To the yard of one flow, back to where its way meets that of another one, and on with that; empty if they never meet. */
    static Optional<RoutePlan> moved(Flow from, Flow to) {
        List<Step> steps = new ArrayList<>(toYard(from));
        for (Step back : backFrom(from, Phase.LEAVING)) {
            steps.add(back);
            Point reached = lastPoint(back);
            for (int i = 0; i < yardIndex(to); i++) {
                if (roadOf(to.route().get(i)).stream().findFirst().equals(Optional.of(reached))) {
                    List<Step> rest = to.route().subList(i, to.route().size());
                    List<Leaving> leavings = new ArrayList<>(leavings(toYard(from), Leaving.INLAND));
                    leavings.addAll(leavings(toYard(to).subList(i, yardIndex(to) + 1), Leaving.BORDER));
                    steps.addAll(rest);
                    return Optional.of(new RoutePlan(steps, leavings));
                }
            }
        }
        return Optional.empty();
    }

    /** From inland to the yard of an import flow, for so many hours, and back. */
    static RoutePlan receiver(Flow flow, double hours) {
        int yard = yardIndex(flow);
        List<Step> inland = flow.route().subList(yard + 1, flow.route().size());
        List<Step> steps = new ArrayList<>(reversed(inland, Phase.APPROACH));
        Step.Park park = (Step.Park) flow.route().get(yard);
        steps.add(new Step.Park(park.zone(), park.kmh(), new Spread(hours, hours, hours)));
        steps.addAll(inland);
        return new RoutePlan(steps, List.of(Leaving.INLAND));
    }

    private static List<Step> toYard(Flow flow) {
        return flow.route().subList(0, yardIndex(flow) + 1);
    }

    private static List<Step> backFrom(Flow flow, Phase phase) {
        return reversed(flow.route().subList(0, yardIndex(flow)), phase);
    }

    /** The yard is the last place where a flow parks. */
    private static int yardIndex(Flow flow) {
        int index = flow.route().size() - 1;
        while (!(flow.route().get(index) instanceof Step.Park)) {
            index--;
        }
        return index;
    }

    private static List<Leaving> leavings(List<Step> steps, Leaving last) {
        long parks = steps.stream().filter(Step.Park.class::isInstance).count();
        List<Leaving> leavings = new ArrayList<>(Collections.nCopies((int) parks - 1, Leaving.ANYWHERE));
        leavings.add(last);
        return leavings;
    }

    private static List<Step> reversed(List<Step> steps, Phase phase) {
        List<Step> reversed = new ArrayList<>();
        for (Step step : steps) {
            List<Point> road = new ArrayList<>(roadOf(step));
            Collections.reverse(road);
            if (!road.isEmpty()) {
                reversed.add(0, new Step.Drive(road, phase, step instanceof Step.Drive drive ? drive.kmh() : BACK_KMH));
            }
        }
        return reversed;
    }

    private static Point lastPoint(Step step) {
        List<Point> road = roadOf(step);
        return road.get(road.size() - 1);
    }

    private static List<Point> roadOf(Step step) {
        if (step instanceof Step.Drive drive) {
            return drive.road();
        }
        return step instanceof Step.Crawl crawl ? crawl.road() : List.of();
    }
}
