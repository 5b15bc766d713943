package io.bordergate.dashboard;

import io.bordergate.dashboard.gate.GateDay;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Daily tables as a file for a spreadsheet (RFC 4180), in the columns of the file that a replay writes. */
final class DailyCsv {
    private static final String HEAD = "gate_id,date,exported_fruit,exported_other,imported_cargo,imported_vehicles,"
            + "turned_back,moved_in,moved_out,arrived,stock,stock_fruit,stock_other,stock_undeclared,change";
    private static final String END = "\r\n";
    /** What begins so, a spreadsheet takes for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private DailyCsv() {}

    static String of(List<GateDay> days) {
        return days.stream()
                .map(DailyCsv::line)
                .collect(Collectors.joining(END, HEAD + END, days.isEmpty() ? "" : END));
    }

    private static String line(GateDay day) {
        String figures = Stream.of(
                        day.exportedFruit(),
                        day.exportedOther(),
                        day.importedCargo(),
                        day.importedVehicles(),
                        day.turnedBack(),
                        day.movedIn(),
                        day.movedOut(),
                        day.arrived(),
                        day.stock(),
                        day.stockFruit(),
                        day.stockOther(),
                        day.stockUndeclared(),
                        day.change())
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        return text(day.gateId()) + "," + day.date() + "," + figures;
    }

    private static String text(String value) {
        String safe = FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
