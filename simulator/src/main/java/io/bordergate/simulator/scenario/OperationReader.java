package io.bordergate.simulator.scenario;

import io.bordergate.simulator.scenario.GateChange.Status;
import io.bordergate.simulator.scenario.Opening.Hours;
import io.bordergate.simulator.scenario.Service.Stock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads how the gates are run. */
final class OperationReader {

    private static final int MOST_TRUCKS = 100_000;

    private OperationReader() {}

    static Operation operation(Section root) {
        return new Operation(
                list(root, "services").stream().map(OperationReader::service).toList(),
                list(root, "changes").stream().map(OperationReader::change).toList(),
                root.has("obeyShare") ? root.share("obeyShare") : Operation.USUALLY_OBEY);
    }

    /** A part of the day in local time, such as 07:00-18:00. */
    static Hours hours(Section section, String key) {
        return section.parsed(
                key, "a part of the day such as 07:00-18:00", new Hours(LocalTime.MIN, LocalTime.MAX), text -> {
                    int dash = text.indexOf('-');
                    LocalTime from = LocalTime.parse(text.substring(0, dash));
                    LocalTime to = LocalTime.parse(text.substring(dash + 1));
                    if (!from.isBefore(to)) {
                        throw new IllegalArgumentException("ends before it begins");
                    }
                    return new Hours(from, to);
                });
    }

    static Direction direction(Section section) {
        return section.parsed("direction", "EXPORT or IMPORT", Direction.EXPORT, Direction::valueOf);
    }

    private static List<Section> list(Section root, String key) {
        return root.has(key) ? root.sections(key) : List.of();
    }

    private static Service service(Section section) {
        Service service = new Service(
                section.text("gate"),
                direction(section),
                new PerDay(section.wholes("perDay", 0, MOST_TRUCKS)),
                hours(section, "hours"),
                section.has("places") ? (int) section.whole("places", 1, MOST_TRUCKS) : Integer.MAX_VALUE,
                section.has("stock") ? stock(section.section("stock")) : Stock.NONE);
        section.refuseUnknownKeys();
        return service;
    }

    private static Stock stock(Section section) {
        Stock stock = new Stock((int) section.whole("trucks", 0, MOST_TRUCKS), section.number("hours", 1, 720));
        section.refuseUnknownKeys();
        return stock;
    }

    private static GateChange change(Section section) {
        Status status = section.parsed("status", "OPEN, REDUCED or CLOSED", Status.OPEN, Status::valueOf);
        Instant from = time(section, "from");
        GateChange change = new GateChange(
                section.text("gate"),
                section.has("direction") ? Optional.of(direction(section)) : Optional.empty(),
                status,
                from,
                section.has("announced") ? time(section, "announced") : from,
                share(section, status),
                section.has("hours") ? Optional.of(hours(section, "hours")) : Optional.empty(),
                section.has("reason") ? Optional.of(section.text("reason")) : Optional.empty());
        section.refuseUnknownKeys();
        return change;
    }

    private static double share(Section section, Status status) {
        return switch (status) {
            case OPEN -> 1;
            case CLOSED -> 0;
            case REDUCED -> section.share("share");
        };
    }

    private static Instant time(Section section, String key) {
        return section.parsed(
                key,
                "a time with offset such as 2026-05-04T07:00:00+07:00",
                Instant.EPOCH,
                text -> OffsetDateTime.parse(text).toInstant());
    }
}
