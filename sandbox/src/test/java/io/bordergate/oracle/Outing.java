package io.bordergate.oracle;

import java.time.Instant;
import java.util.Optional;

/**
 * What a made-up truck really did at one gate, for its papers to be made up from. Immutable.
 *
 * @param gate number in {@link RandomTripSite#GATES}
 */
public record Outing(
        String truck,
        int gate,
        int yard,
        boolean fromVietnam,
        boolean toVietnam,
        Instant arrived,
        Optional<Instant> enteredYard,
        Instant left) {

    boolean hasTurnedBack() {
        return fromVietnam == toVietnam;
    }

    String direction() {
        return fromVietnam ? "EXPORT" : "IMPORT";
    }
}
