package io.bordergate.simulator.scenario;

/**
 * How many trucks do not simply pass as declared; immutable. Shares run from 0 to 1, exclude each other and are of all
 * trips, but for: {@code turnedBack} and {@code moved} of export trips, {@code transshipped} of import trips of Chinese
 * trucks.
 */
public record Deviations(
        double undeclared,
        double noShow,
        double turnedBack,
        double moved,
        double twoDeclarations,
        double sharedDeclaration,
        double transshipped) {

    static Deviations of(Section section) {
        Deviations deviations = new Deviations(
                section.optionalShare("undeclaredShare"),
                section.optionalShare("noShowShare"),
                section.optionalShare("turnedBackShare"),
                section.optionalShare("movedShare"),
                section.optionalShare("twoDeclarationsShare"),
                section.optionalShare("sharedDeclarationShare"),
                section.optionalShare("transshippedShare"));
        section.refuseUnknownKeys();
        return deviations;
    }

    /** All shares together; above 1 they cannot be. */
    double sum() {
        return undeclared + noShow + turnedBack + moved + twoDeclarations + sharedDeclaration + transshipped;
    }

    /** How many plates and declaration numbers one trip needs, on average, at most. */
    double numbersPerTrip() {
        return 1 + twoDeclarations + sharedDeclaration + 2 * transshipped;
    }
}
