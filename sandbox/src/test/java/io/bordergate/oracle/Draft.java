package io.bordergate.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A positions line in the making: texts by column, and the time by which lines are first put in order. Immutable. */
record Draft(Instant recordTime, Map<String, String> fields) {

    static Draft of(String truck, Instant eventTime, Instant recordTime, Point at) {
        return new Draft(
                recordTime,
                Map.of(
                        "truck_id", truck,
                        "event_time", eventTime.toString(),
                        "received_time", recordTime.toString(),
                        "lat", Double.toString(at.lat()),
                        "lon", Double.toString(at.lon())));
    }

    Draft with(String column, String text) {
        Map<String, String> changed = new HashMap<>(fields);
        changed.put(column, text);
        return new Draft(recordTime, Map.copyOf(changed));
    }

    String toCsv(List<String> columns) {
        List<String> texts = new ArrayList<>();
        columns.forEach(column -> texts.add(fields.getOrDefault(column, "")));
        return CsvLine.join(texts);
    }
}
