package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Flow;
import java.util.List;
import java.util.Optional;

/**
 * What is written about one trip: its declarations, the transfer of its goods if there is one, and how all declarations
 * were amended if it was diverted; immutable.
 */
record Papers(List<Declaration> declarations, Optional<Transfer> transfer, Optional<Amendment> amendment) {

    Papers {
        declarations = List.copyOf(declarations);
    }

    static Papers of(Declaration... declarations) {
        return new Papers(List.of(declarations), Optional.empty(), Optional.empty());
    }

    Papers with(Transfer moved) {
        return new Papers(declarations, Optional.of(moved), amendment);
    }

    Papers with(Optional<Amendment> amended) {
        return new Papers(declarations, transfer, amended);
    }

    /** Goods moved from the first of these trucks into the others, in epoch milliseconds. */
    record Transfer(long at, List<Truck> trucks) {

        Transfer {
            trucks = List.copyOf(trucks);
        }
    }

    /** First for one gate, from some minutes after a time on for the gate of the trip; in epoch milliseconds. */
    record Amendment(Flow declaredFor, long after, long plannedArrival) {}
}
