package io.bordergate.dashboard;

import io.bordergate.dashboard.gate.GateLimits;
import io.bordergate.dashboard.gate.GateLoad;
import io.bordergate.dashboard.gate.Scope;
import io.bordergate.event.CongestionLevel;
import java.util.List;

/**
 * One gate with its figures and its yards, in the order of the site file. Immutable.
 *
 * @param id null for yards whose gate is not known
 * @param level the highest of its scopes; null as long as no load has been published
 * @param scopes the gate as a whole, then its sides; empty without a load
 * @param limits from which values on it is congested
 * @param load its newest figures, or null
 * @param loadAge how old these are, or null
 * @param advice what could be done, or that nothing needs to be; null if none has come
 * @param total over the counted yards; null if there is none
 */
record GateView(
        String id,
        String name,
        String nameVi,
        CongestionLevel level,
        List<Scope> scopes,
        GateLimits limits,
        GateLoad load,
        Age loadAge,
        AdviceView advice,
        YardTotal total,
        List<YardView> yards) {

    GateView {
        scopes = List.copyOf(scopes);
        yards = List.copyOf(yards);
    }
}
