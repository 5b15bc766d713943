package io.bordergate.simulator.site;

import java.time.Duration;

/**
 * One polygon of the site file that trucks can be in; immutable. The silence timeout is how long a truck that has gone
 * silent inside is still believed to be there. The capacity is in trucks, the greatest int if none is given.
 */
public record Zone(String id, String kind, String gate, Polygon polygon, Duration silenceTimeout, int capacity) {

    public boolean isParking() {
        return kind.equals("yard") || kind.equals("buffer");
    }
}
