package io.bordergate.sandbox.up;

import io.bordergate.sandbox.Ports;

/** Where the parts listen on the loopback address: the page first, the others behind it. Immutable. */
record PortPlan(int page, int broker, int registry, int health) {

    /** The page at {@code first}, the rest at the three ports that follow; fails in one line if one is in use. */
    static PortPlan from(int first) {
        String remedy = "stop its user, or give another first port with --port";
        return new PortPlan(
                Ports.requireFree(first, "the page", remedy),
                Ports.requireFree(first + 1, "the broker", remedy),
                Ports.requireFree(first + 2, "the schema registry", remedy),
                Ports.requireFree(first + 3, "health and metrics of the streams", remedy));
    }
}
