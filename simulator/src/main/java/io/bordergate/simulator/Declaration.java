package io.bordergate.simulator;

/** What an enterprise declared for one trip; immutable. Times are epoch milliseconds. */
record Declaration(
        String id,
        long declaredAt,
        long plannedArrivalAt,
        String channel,
        String goodsCategory,
        boolean refrigerated) {}
