package io.bordergate.domain.declaration;

import io.bordergate.domain.intake.Reason;
import java.util.Optional;

/**
 * Which truck a milestone means by the plates it gives. Immutable.
 *
 * @param truckId its identity; empty if the plates name no truck
 * @param trailer plate of its trailer, as given; null if there is none
 * @param flag what is to be remarked about the plates; {@link Reason#NONE} if nothing
 */
record NamedTruck(Optional<String> truckId, String trailer, Reason flag) {

    static NamedTruck of(DeclaredTruck truck, String plateProvince) {
        Plate first = Plate.of(truck.country(), truck.plate(), plateProvince);
        Plate second = truck.trailer() == null ? null : Plate.of(truck.country(), truck.trailer(), plateProvince);
        if (first.isOfTrailer() && second != null && second.isOfTractor()) {
            return new NamedTruck(idOf(second), truck.plate(), Reason.WRONG_FIELD);
        }
        boolean wrong = first.isOfTrailer() || first.isOfContainer() || (second != null && second.isOfContainer());
        return new NamedTruck(idOf(first), truck.trailer(), wrong ? Reason.WRONG_FIELD : first.flag());
    }

    private static Optional<String> idOf(Plate plate) {
        return plate.isEmpty() ? Optional.empty() : Optional.of(plate.truckId());
    }
}
