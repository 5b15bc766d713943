package io.bordergate.simulator.scenario;

import java.util.List;

/** A scenario that cannot be played, with every fault found, one per line of the message. */
public final class ScenarioException extends IllegalArgumentException {

    private final List<String> faults;

    public ScenarioException(String scenario, List<String> faults) {
        super(String.join(
                "\n",
                faults.stream()
                        .map(fault -> "scenario " + scenario + ": " + fault)
                        .toList()));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
