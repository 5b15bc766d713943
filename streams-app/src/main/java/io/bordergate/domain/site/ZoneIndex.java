package io.bordergate.domain.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Envelope;

/**
 * Makes "which zones is this point in?" a look-up: a grid over the site whose cells know the zones that cover them whole
 * and those that must be asked. Gives the same answers as asking every zone. Immutable but for interned sets; safe for
 * several threads.
 */
final class ZoneIndex {
    /** Cells a side. At a site of 20 km a cell is some 40 m wide, at 300 km 600 m. */
    private static final int SIDE = 512;

    private final List<Zone> zones;
    private final List<CrossingLine> lines;
    private final Envelope bounds;
    private final double cellsPerDegreeEast;
    private final double cellsPerDegreeNorth;
    private final Cell[] cells = new Cell[SIDE * SIDE];
    private final ZoneSet nowhere = new ZoneSet(List.of());
    private final Map<List<Zone>, ZoneSet> sets = new ConcurrentHashMap<>(Map.of(List.of(), nowhere));

    /** What a point in this cell can be in: all of {@code whole}, and each of {@code partly} if it says so. */
    private record Cell(ZoneSet whole, List<Zone> partly, boolean hasLine) {}

    ZoneIndex(List<Zone> zones, List<CrossingLine> lines) {
        this.zones = zones;
        this.lines = lines;
        this.bounds = new Envelope();
        zones.forEach(z -> bounds.expandToInclude(z.envelope()));
        lines.forEach(l -> bounds.expandToInclude(l.envelope()));
        bounds.expandBy(1e-6);
        this.cellsPerDegreeEast = SIDE / bounds.getWidth();
        this.cellsPerDegreeNorth = SIDE / bounds.getHeight();
        fillCells();
    }

    ZoneSet zonesAt(double latitude, double longitude) {
        if (!bounds.contains(longitude, latitude)) {
            return nowhere;
        }
        Cell cell = cells[row(latitude) * SIDE + column(longitude)];
        if (cell == null) {
            return nowhere;
        }
        return cell.partly.isEmpty() ? cell.whole : ask(cell, latitude, longitude);
    }

    /** Whether there may be a zone or a line on the straight way between two points; never wrongly false. */
    boolean mayMeetBetween(double lat1, double lon1, double lat2, double lon2) {
        if (Boxes.isBeside(bounds, lat1, lon1, lat2, lon2)) {
            return false;
        }
        int top = row(Math.max(lat1, lat2));
        int right = column(Math.max(lon1, lon2));
        int left = column(Math.min(lon1, lon2));
        int bottom = row(Math.min(lat1, lat2));
        if ((long) (top - bottom + 1) * (right - left + 1) > 64) {
            return true;
        }
        for (int row = bottom; row <= top; row++) {
            for (int column = left; column <= right; column++) {
                if (cells[row * SIDE + column] != null) {
                    return true;
                }
            }
        }
        return false;
    }

    private ZoneSet ask(Cell cell, double latitude, double longitude) {
        List<Zone> found = null;
        for (Zone zone : cell.partly) {
            if (zone.contains(latitude, longitude)) {
                if (found == null) {
                    found = new ArrayList<>(4);
                }
                found.add(zone);
            }
        }
        if (found == null) {
            return cell.whole;
        }
        for (int i = 0; i < cell.whole.size(); i++) {
            found.add(cell.whole.get(i));
        }
        return setOf(found);
    }

    private ZoneSet setOf(List<Zone> found) {
        var inOrder = zones.stream().filter(found::contains).toList();
        return sets.computeIfAbsent(inOrder, ZoneSet::new);
    }

    private void fillCells() {
        for (Zone zone : zones) {
            addZone(zone, 0, 0, SIDE);
        }
        for (CrossingLine line : lines) {
            forEachCellOf(line.envelope(), this::addLine);
        }
    }

    /** Asks for a square of cells at once and for its quarters only where an edge runs through it. */
    private void addZone(Zone zone, int row, int column, int side) {
        Envelope box = boxOf(row, column, side);
        if (!zone.touches(box)) {
            return;
        }
        if (side == 1) {
            addZone(row * SIDE + column, zone, zone.covers(box));
        } else if (zone.covers(box)) {
            for (int cell = 0; cell < side * side; cell++) {
                addZone((row + cell / side) * SIDE + column + cell % side, zone, true);
            }
        } else {
            int half = side / 2;
            for (int quarter = 0; quarter < 4; quarter++) {
                addZone(zone, row + quarter / 2 * half, column + quarter % 2 * half, half);
            }
        }
    }

    private void addZone(int i, Zone zone, boolean covered) {
        Cell old = cells[i] == null ? new Cell(nowhere, List.of(), false) : cells[i];
        if (covered) {
            var whole = new ArrayList<Zone>();
            for (int z = 0; z < old.whole.size(); z++) {
                whole.add(old.whole.get(z));
            }
            whole.add(zone);
            cells[i] = new Cell(setOf(whole), old.partly, old.hasLine);
        } else {
            var partly = new ArrayList<>(old.partly);
            partly.add(zone);
            cells[i] = new Cell(old.whole, List.copyOf(partly), old.hasLine);
        }
    }

    private void addLine(int i) {
        Cell old = cells[i];
        cells[i] = old == null ? new Cell(nowhere, List.of(), true) : new Cell(old.whole, old.partly, true);
    }

    private void forEachCellOf(Envelope envelope, java.util.function.IntConsumer action) {
        // One cell more on each side: rounding may put a point on a border into the neighbour.
        int left = Math.max(0, column(envelope.getMinX()) - 1);
        int right = Math.min(SIDE - 1, column(envelope.getMaxX()) + 1);
        int bottom = Math.max(0, row(envelope.getMinY()) - 1);
        int top = Math.min(SIDE - 1, row(envelope.getMaxY()) + 1);
        for (int row = bottom; row <= top; row++) {
            for (int column = left; column <= right; column++) {
                action.accept(row * SIDE + column);
            }
        }
    }

    /** The box of a square of cells, a little larger than it is, for the same reason. */
    private Envelope boxOf(int row, int column, int side) {
        double west = bounds.getMinX() + column / cellsPerDegreeEast;
        double south = bounds.getMinY() + row / cellsPerDegreeNorth;
        var box = new Envelope(west, west + side / cellsPerDegreeEast, south, south + side / cellsPerDegreeNorth);
        box.expandBy(1e-9);
        return box;
    }

    private int column(double longitude) {
        return clamp((int) ((longitude - bounds.getMinX()) * cellsPerDegreeEast));
    }

    private int row(double latitude) {
        return clamp((int) ((latitude - bounds.getMinY()) * cellsPerDegreeNorth));
    }

    private static int clamp(int i) {
        return Math.max(0, Math.min(SIDE - 1, i));
    }
}
