package io.bordergate.simulator.scenario;

/**
 * What goes wrong between authorities and receivers; immutable. Shares run from 0 to 1.
 *
 * @param lateAuthorityShare of declarations, one of the two authorities confirms the arrival late
 * @param lateAuthorityMinutes how late
 * @param missingAuthorityShare of declarations, one of the two never does
 * @param delayedShare of milestones, received late and so out of order
 * @param delayMinutes how late
 * @param repeatedShare of milestones, received twice
 * @param plateVariantShare of plates in milestones, written in another way
 */
public record Paperwork(
        double lateAuthorityShare,
        Spread lateAuthorityMinutes,
        double missingAuthorityShare,
        double delayedShare,
        Spread delayMinutes,
        double repeatedShare,
        double plateVariantShare) {

    private static final Spread NONE = new Spread(1, 1, 1);

    static Paperwork of(Section section) {
        Paperwork paperwork = new Paperwork(
                section.optionalShare("lateAuthorityShare"),
                section.has("lateAuthorityMinutes") ? section.spread("lateAuthorityMinutes") : NONE,
                section.optionalShare("missingAuthorityShare"),
                section.optionalShare("delayedShare"),
                section.has("delayMinutes") ? section.spread("delayMinutes") : NONE,
                section.optionalShare("repeatedShare"),
                section.optionalShare("plateVariantShare"));
        section.refuseUnknownKeys();
        return paperwork;
    }
}
