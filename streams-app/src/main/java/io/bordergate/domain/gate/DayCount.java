package io.bordergate.domain.gate;

import io.bordergate.domain.site.Days;
import java.time.LocalDate;

/** Counts the trucks of one gate for its table of one day. Not thread-safe. */
final class DayCount {
    private final LocalDate date;
    private final Window day;
    private int exportedFruit;
    private int exportedOther;
    private int importedCargo;
    private int importedVehicles;
    private int turnedBack;
    private int movedIn;
    private int movedOut;
    private int arrived;
    private int stockBefore;
    private int stockFruit;
    private int stockOther;
    private int stockUndeclared;

    DayCount(Days days, LocalDate date) {
        this.date = date;
        this.day = new Window(days.beginningOf(date), days.endOf(date));
    }

    DayCount count(GateTrucks trucks) {
        trucks.since(Side.EXPORT, day.begin()).forEach(this::countExport);
        trucks.since(Side.IMPORT, day.begin()).forEach(this::countImport);
        return this;
    }

    private void countExport(GateTruck truck) {
        stockBefore += truck.waitsAt(day.begin()) ? 1 : 0;
        if (day.contains(truck.arrived())) {
            movedIn += truck.movedIn() ? 1 : 0;
            arrived += truck.movedIn() ? 0 : 1;
        }
        if (truck.left() != null && day.contains(truck.left())) {
            countGone(truck);
        }
        if (truck.waitsAt(day.end())) {
            countStock(truck.category());
        }
    }

    private void countGone(GateTruck truck) {
        if (truck.cleared() == null) {
            movedOut += truck.movedOut() ? 1 : 0;
            turnedBack += truck.movedOut() ? 0 : 1;
        } else if (truck.category() == Category.FRUIT) {
            exportedFruit++;
        } else {
            exportedOther++;
        }
    }

    private void countStock(Category category) {
        switch (category) {
            case FRUIT -> stockFruit++;
            case UNDECLARED -> stockUndeclared++;
            case OTHER_PERISHABLE, NEW_VEHICLE, OTHER -> stockOther++;
        }
    }

    private void countImport(GateTruck truck) {
        if (truck.cleared() == null || !day.contains(truck.cleared())) {
            return;
        }
        if (truck.category() == Category.NEW_VEHICLE) {
            importedVehicles++;
        } else {
            importedCargo++;
        }
    }

    DailyTable table() {
        int stock = stockFruit + stockOther + stockUndeclared;
        return new DailyTable(
                date,
                exportedFruit,
                exportedOther,
                importedCargo,
                importedVehicles,
                turnedBack,
                movedIn,
                movedOut,
                arrived,
                stock,
                stockFruit,
                stockOther,
                stockUndeclared,
                stock - stockBefore);
    }
}
