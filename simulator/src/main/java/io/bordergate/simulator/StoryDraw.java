package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Deviations;
import io.bordergate.simulator.scenario.Direction;
import io.bordergate.simulator.scenario.Flow;
import io.bordergate.simulator.scenario.Scenario;
import java.util.Optional;

/** Decides by the scenario's shares what is special about a trip. Immutable. */
record StoryDraw(Scenario scenario) {

    Story of(Flow flow, boolean chinese, Dice dice) {
        Deviations shares = scenario.deviations();
        boolean export = flow.direction() == Direction.EXPORT;
        double[] limits = {
            shares.undeclared(),
            shares.noShow(),
            export ? shares.turnedBack() : 0,
            export && shares.moved() > 0 && otherGate(flow).isPresent() ? shares.moved() : 0,
            shares.twoDeclarations(),
            shares.sharedDeclaration(),
            !export && chinese ? shares.transshipped() : 0
        };
        Story[] stories = {
            Story.UNDECLARED,
            Story.NO_SHOW,
            Story.TURNED_BACK,
            Story.MOVED,
            Story.TWO_DECLARATIONS,
            Story.SHARED_DECLARATION,
            Story.TRANSSHIPPED
        };
        double left = dice.unit();
        for (int i = 0; i < limits.length; i++) {
            if (left < limits[i]) {
                return stories[i];
            }
            left -= limits[i];
        }
        return Story.ORDINARY;
    }

    /** The first flow that leads the same way over another gate and that can be joined from here. */
    Optional<Flow> otherGate(Flow flow) {
        return scenario.flows().stream()
                .filter(other -> other.direction() == flow.direction())
                .filter(other -> !other.gate().equals(flow.gate()))
                .filter(other -> RoutePlan.moved(flow, other).isPresent())
                .findFirst();
    }
}
