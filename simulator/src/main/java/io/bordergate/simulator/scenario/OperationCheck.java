package io.bordergate.simulator.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the services fit the flows: each has trucks, and all who queue have a road to do it on. Not thread-safe. */
final class OperationCheck {

    private final Scenario scenario;
    private final List<String> faults = new ArrayList<>();

    OperationCheck(Scenario scenario) {
        this.scenario = scenario;
    }

    List<String> faults() {
        Operation operation = scenario.operation();
        Set<String> ids = new HashSet<>();
        for (Service service : operation.services()) {
            require(ids.add(service.id()), "services: there are two for " + service.id() + ": give one");
            require(
                    scenario.flows().stream().anyMatch(service::serves),
                    "services: no flow goes through " + service.id() + ": add one or remove the service");
        }
        for (GateChange change : operation.changes()) {
            require(
                    operation.services().stream().anyMatch(change::isFor),
                    "changes: there is no service at '" + change.gate() + "' to change: add one or correct the gate");
            require(
                    !change.announced().isAfter(change.from()),
                    "changes: that at '" + change.gate() + "' from " + change.from() + " is announced only at "
                            + change.announced() + ": announce it in time");
        }
        if (!operation.services().isEmpty()) {
            checkDeviations(scenario.deviations());
            scenario.flows().forEach(this::checkFlow);
        }
        return faults;
    }

    private void checkFlow(Flow flow) {
        require(
                scenario.operation().findService(flow).isPresent(),
                "flow '" + flow.id() + "': has no service, but others have: give one for all, as they share yards");
        int park = flow.yardStep();
        require(
                flow.queueStep() < park && flow.queueStep() >= 0,
                "flow '" + flow.id() + "': has no road with minutes before its last yard, where trucks could queue");
    }

    /** Whose way depends on a turn in the queue has one way only. */
    private void checkDeviations(Deviations shares) {
        double rerouted = shares.turnedBack() + shares.moved() + shares.sharedDeclaration() + shares.transshipped();
        require(
                rerouted == 0,
                "deviations: with services only undeclaredShare, noShowShare and twoDeclarationsShare may be above 0");
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
