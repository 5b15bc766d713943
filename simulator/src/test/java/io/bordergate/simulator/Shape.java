package io.bordergate.simulator;

import io.bordergate.simulator.site.Point;
import io.bordergate.simulator.site.Zone;
import java.awt.geom.Path2D;

/** A zone drawn with the JDK's own geometry, so that membership is tested by other code than the simulator's. */
record Shape(Path2D outline) {

    static Shape of(String zoneId) {
        Zone zone = NormalDay.SITE.findZone(zoneId).orElseThrow();
        Path2D outline = new Path2D.Double();
        Point first = zone.polygon().ring().get(0);
        outline.moveTo(first.lon(), first.lat());
        zone.polygon().ring().stream().skip(1).forEach(point -> outline.lineTo(point.lon(), point.lat()));
        return new Shape(outline);
    }

    boolean contains(double lon, double lat) {
        return outline.contains(lon, lat);
    }
}
