package io.bordergate.dashboard;

import io.bordergate.event.TradeDirection;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * What kinds of trucks stand in a yard, counted over their trips. The figure of the yard is counted over stays; known says how many of
 * its trucks these counts rest on. Immutable.
 *
 * @param known trucks that a trip places in the yard
 * @param noSide those of which neither papers nor a crossing say the direction
 * @param withDiscrepancy those whose trip has a contradiction now
 * @param asOf of the trip that changed last; null if there is none
 */
record YardMix(
        long known,
        long exports,
        long imports,
        long noSide,
        long declared,
        long perishable,
        long refrigerated,
        long withDiscrepancy,
        Instant asOf) {

    static YardMix of(List<YardTruck> trucks) {
        long exports = count(trucks, truck -> truck.direction() == TradeDirection.EXPORT);
        long imports = count(trucks, truck -> truck.direction() == TradeDirection.IMPORT);
        return new YardMix(
                trucks.size(),
                exports,
                imports,
                trucks.size() - exports - imports,
                count(trucks, YardTruck::declared),
                count(trucks, YardTruck::perishable),
                count(trucks, YardTruck::refrigerated),
                count(trucks, truck -> !truck.discrepancies().isEmpty()),
                trucks.stream().map(YardTruck::asOf).max(Instant::compareTo).orElse(null));
    }

    private static long count(List<YardTruck> trucks, Predicate<YardTruck> which) {
        return trucks.stream().filter(which).count();
    }
}
