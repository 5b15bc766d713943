package io.bordergate.simulator;

import java.util.List;

/** What an enterprise declared for one trip or for trucks that travel together; immutable. Times are epoch milliseconds. */
record Declaration(
        String id,
        List<Truck> trucks,
        long declaredAt,
        long plannedArrivalAt,
        String channel,
        String goodsCategory,
        boolean refrigerated) {

    Declaration {
        trucks = List.copyOf(trucks);
    }
}
