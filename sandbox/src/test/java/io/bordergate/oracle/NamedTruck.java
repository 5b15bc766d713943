package io.bordergate.oracle;

/** A truck as a milestone names it; the trailer is empty if it names none. Immutable. */
record NamedTruck(String country, String plate, String trailer) {

    String canonical() {
        return country + ":" + plate + ":" + trailer;
    }
}
