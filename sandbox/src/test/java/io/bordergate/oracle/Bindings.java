package io.bordergate.oracle;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which trucks devices were on, by a file of which it is trusted that it is right. Immutable. */
record Bindings(List<Binding> all) {

    /** From one time, inclusive, to another, exclusive; known since a time, or always. Immutable. */
    record Binding(String device, String truck, Instant from, Optional<Instant> to, Optional<Instant> knownSince) {

        boolean holds(String ofDevice, Instant at) {
            return device.equals(ofDevice)
                    && !at.isBefore(from)
                    && to.map(at::isBefore).orElse(true);
        }
    }

    /** The first line names the columns; without one there is nothing. */
    static Bindings of(List<String> lines) {
        List<Binding> all = new ArrayList<>();
        List<String> header =
                lines.isEmpty() ? List.of() : CsvLine.split(lines.get(0)).orElseThrow();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            List<String> fields = CsvLine.split(line).orElseThrow();
            all.add(new Binding(
                    fields.get(header.indexOf("device_id")),
                    fields.get(header.indexOf("truck_id")),
                    time(fields, header.indexOf("valid_from")).orElseThrow(),
                    time(fields, header.indexOf("valid_to")),
                    time(fields, header.indexOf("registered_at"))));
        }
        return new Bindings(all);
    }

    Optional<Binding> find(String device, Instant at) {
        return all.stream().filter(binding -> binding.holds(device, at)).findFirst();
    }

    private static Optional<Instant> time(List<String> fields, int column) {
        return column < 0 || fields.get(column).isEmpty()
                ? Optional.empty()
                : Optional.of(OffsetDateTime.parse(fields.get(column)).toInstant());
    }
}
