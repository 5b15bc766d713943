package io.bordergate.domain.declaration;

/**
 * A truck as a milestone names it. Immutable.
 *
 * @param country country of the plates, as given
 * @param plate plate of the tractor, as given
 * @param trailer plate of the trailer, as given; null if there is none
 */
public record DeclaredTruck(String country, String plate, String trailer) {
    public DeclaredTruck {
        trailer = trailer == null || trailer.isBlank() ? null : trailer;
    }
}
