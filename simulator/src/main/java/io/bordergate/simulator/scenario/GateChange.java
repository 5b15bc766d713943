package io.bordergate.simulator.scenario;

import io.bordergate.simulator.scenario.Opening.Hours;
import java.time.Instant;
import java.util.Optional;

/**
 * A closure, reduction or re-opening as the operator announces it; immutable. It holds until the next one of its gate and
 * side.
 *
 * @param direction the side that it is for; empty for both
 * @param share of the service's usual number a day, from 0 to 1
 * @param hours other hours than usual
 */
public record GateChange(
        String gate,
        Optional<Direction> direction,
        Status status,
        Instant from,
        Instant announced,
        double share,
        Optional<Hours> hours,
        Optional<String> reason) {

    /** Service of a gate, in the operators' words. */
    public enum Status {
        OPEN,
        REDUCED,
        CLOSED
    }

    boolean isFor(Service service) {
        return gate.equals(service.gate())
                && direction.map(service.direction()::equals).orElse(true);
    }
}
