package io.bordergate.domain.trip;

import io.bordergate.domain.declaration.Cover;
import java.util.List;

/**
 * All that is known of one truck. Immutable.
 *
 * @param sightings visits and cuts at places that belong to a gate, in any order
 * @param covers what was declared of it, in any order
 * @param seen where it was last on its way; null if not known
 */
public record TruckFacts(String truckId, List<Sighting> sightings, List<Cover> covers, Seen seen) {
    public TruckFacts {
        sightings = List.copyOf(sightings);
        covers = List.copyOf(covers);
    }
}
