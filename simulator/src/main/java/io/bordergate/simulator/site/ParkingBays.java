package io.bordergate.simulator.site;

import java.util.ArrayList;
import java.util.List;

/**
 * The places of one zone where a truck may stand: a grid that keeps clear of every fence, so that the noise of a parked
 * tracker never carries it over one, and clear of zones nested inside. Immutable.
 */
public record ParkingBays(List<Point> bays) {

    /** Least distance of a bay from any fence, in metres. */
    public static final double CLEARANCE_METRES = 15;

    private static final double BAY_WIDTH_METRES = 5;
    private static final double BAY_LENGTH_METRES = 18;

    public ParkingBays {
        bays = List.copyOf(bays);
    }

    public static ParkingBays of(SiteMap site, Zone zone) {
        Polygon area = zone.polygon();
        Point corner = area.southWest();
        double width = corner.eastTo(area.northEast());
        double length = corner.northTo(area.northEast());
        List<Point> bays = new ArrayList<>();
        for (double north = CLEARANCE_METRES; north < length; north += BAY_LENGTH_METRES) {
            for (double east = CLEARANCE_METRES; east < width; east += BAY_WIDTH_METRES) {
                Point bay = corner.moved(east, north);
                if (isFree(site, zone, bay)) {
                    bays.add(bay);
                }
            }
        }
        return new ParkingBays(bays);
    }

    private static boolean isFree(SiteMap site, Zone zone, Point bay) {
        return zone.polygon().contains(bay)
                && site.zones().stream().allMatch(other -> other.polygon().keepsAway(bay, CLEARANCE_METRES))
                && site.parkingZones().stream()
                        .noneMatch(other ->
                                isNested(zone, other) && other.polygon().contains(bay));
    }

    private static boolean isNested(Zone outer, Zone inner) {
        return !inner.id().equals(outer.id())
                && outer.polygon().contains(inner.polygon().ring().get(0));
    }
}
