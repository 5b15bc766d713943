package io.bordergate.simulator.scenario;

/** The share of trucks, from 0 to 1, that come many hours after the time they planned, and by how many minutes; immutable. */
public record FarOff(double share, Spread minutes) {

    private static final FarOff NONE = new FarOff(0, new Spread(1, 1, 1));

    static FarOff of(Section flow) {
        if (!flow.has("farOff")) {
            return NONE;
        }
        Section section = flow.section("farOff");
        FarOff farOff = new FarOff(section.share("share"), section.spread("minutes"));
        section.refuseUnknownKeys();
        return farOff;
    }
}
