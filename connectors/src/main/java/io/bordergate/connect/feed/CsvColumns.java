package io.bordergate.connect.feed;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** The columns that the first line of a CSV file names, and the fields that a line has under them. Immutable. */
final class CsvColumns {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final List<String> names;

    /** Throws an {@link UnreadableLineException} if a column that must be there is missing. */
    CsvColumns(String headerLine, List<String> required) {
        String text = headerLine.indexOf(BYTE_ORDER_MARK) == 0 ? headerLine.substring(1) : headerLine;
        names = split(text).stream()
                .map(name -> name.trim().toLowerCase(Locale.ROOT))
                .toList();
        List<String> missing =
                required.stream().filter(name -> !names.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new UnreadableLineException("the header lacks " + String.join(", ", missing));
        }
    }

    /** Where a column stands among the fields of a line; negative if there is none. */
    int indexOf(String name) {
        return names.indexOf(name);
    }

    /** One field for each column. */
    List<String> fields(String line) {
        List<String> fields = split(line);
        if (fields.size() != names.size()) {
            throw new UnreadableLineException("has " + fields.size() + " columns, the header " + names.size());
        }
        return fields;
    }

    /** Null if the field is blank, or there is no such column. */
    static String optional(List<String> fields, int column) {
        return column < 0 || fields.get(column).isBlank() ? null : fields.get(column);
    }

    /** The library sets up a reader with its buffers for each line; most lines have no quotes and need none. */
    private static List<String> split(String line) {
        if (line.isEmpty()) {
            throw new UnreadableLineException("is empty");
        }
        return line.indexOf('"') < 0 ? List.of(line.split(",", -1)) : quoted(line);
    }

    private static List<String> quoted(String line) {
        Iterator<CsvRecord> records = CsvReader.builder().ofCsvRecord(line).iterator();
        if (!records.hasNext()) {
            throw new UnreadableLineException("is empty");
        }
        return records.next().getFields();
    }
}
