package io.bordergate.oracle;

import java.time.Instant;
import java.util.Set;

/** That an authority says something has happened to the trucks of a declaration, or to one. Immutable. */
record Confirmation(String type, String authority, Instant at) {

    private static final Set<String> PHYSICAL =
            Set.of("GTIN", "YARD_IN", "TRANSSHIPPED", "YARD_OUT", "GTOT", "CROS", "TURNED_BACK");

    /** Whether it is of the truck itself, and not of its papers. */
    boolean isPhysical() {
        return isPhysical(type);
    }

    static boolean isPhysical(String type) {
        return PHYSICAL.contains(type);
    }
}
