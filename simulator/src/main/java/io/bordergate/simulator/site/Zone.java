package io.bordergate.simulator.site;

import java.time.Duration;

/**
 * One polygon of the site file that trucks can be in; immutable. The silence timeout is how long a truck that has gone
 * silent inside is still believed to be there.
 */
public record Zone(String id, String kind, String gate, Polygon polygon, Duration silenceTimeout) {

    public boolean isParking() {
        return kind.equals("yard") || kind.equals("buffer");
    }
}
