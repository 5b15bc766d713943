package io.bordergate.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Section 6 of docs/gates.md: the day of a gate with a beginning and an end, counted from all its trucks. Immutable. */
record DailyTable(Instant begin, Instant end, List<GateTruck> trucks) {

    static final String HEADER = "gate_id,date,exported_fruit,exported_other,imported_cargo,imported_vehicles,"
            + "turned_back,moved_in,moved_out,arrived,stock,stock_fruit,stock_other,stock_undeclared,change";

    String toCsv(String gate, LocalDate date) {
        Predicate<GateTruck> fruit = truck -> truck.category().equals("FRUIT");
        Predicate<GateTruck> undeclared = truck -> truck.category().equals("UNDECLARED");
        Predicate<GateTruck> vehicle = truck -> truck.category().equals("NEW_VEHICLE");
        Predicate<GateTruck> moved = truck -> truck.closedBy().equals("MOVED");
        Stream<Long> counts = Stream.of(
                cleared("EXPORT", fruit),
                cleared("EXPORT", fruit.negate()),
                cleared("IMPORT", vehicle.negate()),
                cleared("IMPORT", vehicle),
                goneUncleared(moved.negate()),
                arrived(GateTruck::movedIn),
                goneUncleared(moved),
                arrived(truck -> !truck.movedIn()),
                stock(end, truck -> true),
                stock(end, fruit),
                stock(end, fruit.or(undeclared).negate()),
                stock(end, undeclared),
                stock(end, truck -> true) - stock(begin, truck -> true));
        return CsvLine.join(List.of(gate, date.toString())) + ","
                + counts.map(Object::toString).collect(Collectors.joining(","));
    }

    private long cleared(String side, Predicate<GateTruck> which) {
        return ofSide(side)
                .filter(which)
                .flatMap(truck -> truck.cleared().stream())
                .filter(this::isInDay)
                .count();
    }

    private long goneUncleared(Predicate<GateTruck> which) {
        return ofSide("EXPORT")
                .filter(which)
                .filter(truck -> truck.cleared().isEmpty())
                .flatMap(truck -> truck.left().stream())
                .filter(this::isInDay)
                .count();
    }

    private long arrived(Predicate<GateTruck> which) {
        return ofSide("EXPORT")
                .filter(which)
                .map(GateTruck::arrived)
                .filter(this::isInDay)
                .count();
    }

    private long stock(Instant at, Predicate<GateTruck> which) {
        return ofSide("EXPORT").filter(which).filter(truck -> truck.waits(at)).count();
    }

    private Stream<GateTruck> ofSide(String side) {
        return trucks.stream().filter(truck -> truck.side().equals(side));
    }

    private boolean isInDay(Instant time) {
        return time.isAfter(begin) && !time.isAfter(end);
    }
}
