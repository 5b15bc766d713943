package io.bordergate.domain.advice;

import io.bordergate.domain.site.Site;
import io.bordergate.domain.site.Thresholds;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says what could be done about each gate, given how all of them stand. Immutable. */
public final class Advisor {
    private final Site site;
    private final Ways ways;

    public Advisor(Site site) {
        this.site = site;
        this.ways = new Ways(site);
    }

    /**
     * At one quarter hour, by gate.
     *
     * @param needs since when the gates are in need that were so at the quarter hour before
     */
    public Map<String, Advice> advise(Collection<GateOutlook> outlooks, Map<String, Instant> needs) {
        Map<String, Advice> advice = new TreeMap<>();
        outlooks.forEach(outlook -> advice.put(outlook.gateId(), Advice.none(outlook)));
        List<GateOutlook> inNeed = outlooks.stream()
                .filter(outlook -> isInNeed(outlook, needs.containsKey(outlook.gateId())))
                .sorted(Comparator.comparingDouble(GateOutlook::top).reversed().thenComparing(GateOutlook::gateId))
                .toList();
        List<GateOutlook> others =
                outlooks.stream().filter(outlook -> !inNeed.contains(outlook)).toList();
        var room = new Room(site, outlooks);
        for (GateOutlook outlook : inNeed) {
            Instant since = needs.getOrDefault(outlook.gateId(), outlook.at());
            advice.put(outlook.gateId(), new Relief(site, ways, room, outlook).advise(since, others));
        }
        return advice;
    }

    private boolean isInNeed(GateOutlook outlook, boolean before) {
        Thresholds occupancy = site.gateSettings(outlook.gateId()).congestion().occupancy();
        if (outlook.capacity() == 0 || occupancy.isOff()) {
            return false;
        }
        double up = occupancy.congested().up();
        boolean begins = outlook.occupancy().get(0) >= up || (outlook.dayKnown() && outlook.top() >= up);
        return begins || (before && outlook.top() >= occupancy.congested().down());
    }
}
