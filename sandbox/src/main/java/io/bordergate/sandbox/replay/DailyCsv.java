package io.bordergate.sandbox.replay;

import io.bordergate.event.GateDayReported;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The file of daily tables, one line for each gate and day, by their newest revisions. */
public final class DailyCsv {
    static final String NAME = "daily.csv";

    private static final String HEADER = "gate_id,date,exported_fruit,exported_other,imported_cargo,imported_vehicles,"
            + "turned_back,moved_in,moved_out,arrived,stock,stock_fruit,stock_other,stock_undeclared,change";
    private static final Comparator<GateDayReported> IN_ORDER =
            Comparator.comparing(GateDayReported::getGateId).thenComparing(GateDayReported::getDate);

    private DailyCsv() {}

    /** The header and a line for each table. */
    public static List<String> lines(Collection<GateDayReported> days) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        days.stream().sorted(IN_ORDER).map(DailyCsv::line).forEach(lines::add);
        return lines;
    }

    private static String line(GateDayReported day) {
        return Csv.line(
                day.getGateId(),
                day.getDate().toString(),
                Integer.toString(day.getExportedFruit()),
                Integer.toString(day.getExportedOther()),
                Integer.toString(day.getImportedCargo()),
                Integer.toString(day.getImportedVehicles()),
                Integer.toString(day.getTurnedBack()),
                Integer.toString(day.getMovedIn()),
                Integer.toString(day.getMovedOut()),
                Integer.toString(day.getArrived()),
                Integer.toString(day.getStock()),
                Integer.toString(day.getStockFruit()),
                Integer.toString(day.getStockOther()),
                Integer.toString(day.getStockUndeclared()),
                Integer.toString(day.getChange()));
    }
}
