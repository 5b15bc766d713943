package io.bordergate.simulator;

import java.util.List;
import java.util.Optional;

/** What is written about one trip: its declarations, and the transfer of its goods if there is one; immutable. */
record Papers(List<Declaration> declarations, Optional<Transfer> transfer) {

    Papers {
        declarations = List.copyOf(declarations);
    }

    static Papers of(Declaration... declarations) {
        return new Papers(List.of(declarations), Optional.empty());
    }

    /** Goods moved from the first of these trucks into the others, in epoch milliseconds. */
    record Transfer(long at, List<Truck> trucks) {

        Transfer {
            trucks = List.copyOf(trucks);
        }
    }
}
