package io.bordergate.domain.trip;

import java.util.List;

/** Where a truck is, as far as it was seen. */
public enum PhysicalStage {
    EXPECTED,
    APPROACHING,
    AT_GATE,
    IN_YARD,
    /** Last seen at the gate; the tracker fell silent there. */
    SILENT,
    /** Went away without crossing. */
    LEFT,
    CROSSED,
    /** At another gate by now. */
    MOVED;

    /** Of a truck that was not seen at the gate yet. */
    static PhysicalStage onTheWay(String gateId, List<Sighting> onTheWay) {
        boolean near = onTheWay.stream().anyMatch(s -> s.isOpen() && s.gateId().equals(gateId));
        return near ? APPROACHING : EXPECTED;
    }

    static PhysicalStage of(Passage passage, boolean moved) {
        if (moved) {
            return MOVED;
        }
        if (passage.hasCutOut()) {
            return CROSSED;
        }
        if (passage.has(s -> s.isYard() && s.isOpen())) {
            return IN_YARD;
        }
        if (passage.hasOpenVisit() || passage.endedByCut()) {
            return AT_GATE;
        }
        return passage.endedBySilence() ? SILENT : LEFT;
    }
}
