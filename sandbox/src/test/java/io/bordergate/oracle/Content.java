package io.bordergate.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a milestone says beside what identifies it; a list that is missing is empty. Immutable. */
record Content(
        Optional<String> gate,
        Optional<String> direction,
        Optional<Instant> plannedArrival,
        Optional<String> yard,
        Optional<String> channel,
        List<String> goods,
        Optional<String> tripKind,
        List<NamedTruck> trucks) {

    /** The canonical form of section 8. */
    String canonical() {
        return String.join(
                "|",
                gate.orElse(""),
                direction.orElse(""),
                plannedArrival.map(time -> Long.toString(time.toEpochMilli())).orElse(""),
                yard.orElse(""),
                channel.orElse(""),
                String.join(",", goods),
                tripKind.orElse(""),
                trucks.stream().map(NamedTruck::canonical).collect(Collectors.joining(",")));
    }
}
