package io.bordergate.domain.presence;

import io.bordergate.domain.presence.StayRevision.Facts;
import io.bordergate.domain.site.Place;
import java.time.Instant;

/** A stay as it was last sent, so that only what has changed is sent again, under the same id. Mutable. */
final class Published {
    final Stay.Origin origin;
    final Place place;
    /** An instant inside the stay when it was first sent; makes its id. Epoch milliseconds. */
    final long anchor;

    /** Ended in the settled past: never corrected again, but its id stays taken until it is forgotten. */
    boolean settled;

    int revision;
    Facts facts;

    Published(Stay.Origin origin, Place place, long anchor) {
        this.origin = origin;
        this.place = place;
        this.anchor = anchor;
    }

    String stayId(String truckId) {
        String id = truckId + "|" + place.id() + "|" + Instant.ofEpochMilli(anchor);
        return origin == Stay.Origin.DRIVEN_THROUGH ? id + "|pass" : id;
    }

    boolean isOf(Stay stay) {
        return origin == stay.origin && place.id().equals(stay.place.id());
    }

    boolean isWithdrawn() {
        return facts.closedBy() == Closure.WITHDRAWN;
    }

    /** The last instant that what was sent says anything about, an open end excepted. */
    long end() {
        return Math.max(anchor, Math.max(facts.enteredAt(), facts.leftAt()));
    }
}
