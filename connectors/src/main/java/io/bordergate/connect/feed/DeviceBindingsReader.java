package io.bordergate.connect.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads one file of bindings to its end, whatever is wrong with it, so that all faults are told at once. Not thread-safe. */
final class DeviceBindingsReader {
    private static final List<String> COLUMNS = List.of("device_id", "truck_id", "valid_from", "valid_to");

    private final List<String> faults = new ArrayList<>();
    private final List<DeviceBinding> bindings = new ArrayList<>();

    /** The bindings; throws a {@link DeviceBindingsException} if there is any fault. */
    List<DeviceBinding> read(List<String> lines) {
        CsvColumns columns = columns(lines);
        if (columns != null) {
            for (int line = 2; line <= lines.size(); line++) {
                readLine(columns, lines.get(line - 1), line);
            }
            findOverlaps();
        }
        if (!faults.isEmpty()) {
            throw new DeviceBindingsException(faults);
        }
        return bindings;
    }

    private CsvColumns columns(List<String> lines) {
        try {
            return new CsvColumns(lines.isEmpty() ? "" : lines.get(0), COLUMNS);
        } catch (UnreadableLineException e) {
            tell(1, e.getMessage());
            return null;
        }
    }

    private void readLine(CsvColumns columns, String text, int line) {
        List<String> fields;
        try {
            fields = columns.fields(text);
        } catch (UnreadableLineException e) {
            tell(line, e.getMessage());
            return;
        }
        int before = faults.size();
        String device = required(columns, fields, "device_id", line);
        String truck = required(columns, fields, "truck_id", line);
        Instant from = time("valid_from", fields.get(columns.indexOf("valid_from")), line);
        String end = CsvColumns.optional(fields, columns.indexOf("valid_to"));
        Instant to = end == null ? Instant.MAX : time("valid_to", end, line);
        String known = CsvColumns.optional(fields, columns.indexOf("registered_at"));
        Instant registered = known == null ? Instant.MIN : time("registered_at", known, line);
        if (from != null && to != null && !from.isBefore(to)) {
            tell(line, "valid_to is not after valid_from");
        }
        if (faults.size() == before) {
            bindings.add(new DeviceBinding(device, truck, from, to, registered, line));
        }
    }

    private String required(CsvColumns columns, List<String> fields, String name, int line) {
        String text = fields.get(columns.indexOf(name)).trim();
        if (text.isEmpty()) {
            tell(line, name + " is empty");
        }
        return text;
    }

    private Instant time(String name, String text, int line) {
        try {
            return Texts.time(name, text);
        } catch (UnreadableLineException e) {
            tell(line, e.getMessage());
            return null;
        }
    }

    /** Each binding is compared with the one before it that lasts longest. */
    private void findOverlaps() {
        bindings.sort(Comparator.comparing(DeviceBinding::deviceId)
                .thenComparing(DeviceBinding::from)
                .thenComparing(DeviceBinding::line));
        DeviceBinding longest = null;
        for (DeviceBinding binding : bindings) {
            if (longest == null || !longest.deviceId().equals(binding.deviceId())) {
                longest = binding;
                continue;
            }
            if (binding.from().isBefore(longest.to())) {
                tell(binding.line(), "overlaps line " + longest.line() + ", which binds the same device");
            }
            longest = binding.to().isAfter(longest.to()) ? binding : longest;
        }
    }

    private void tell(int line, String what) {
        faults.add("line " + line + ": " + what);
    }
}
