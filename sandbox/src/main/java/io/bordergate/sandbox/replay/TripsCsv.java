package io.bordergate.sandbox.replay;

import io.bordergate.event.TripDeclaration;
import io.bordergate.event.TripStatus;
import io.bordergate.event.TruckTripChanged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The file of trips: what was declared and what was seen, joined. */
public final class TripsCsv {
    static final String NAME = "trips.csv";

    private static final String HEADER = "trip_id,truck_id,gate_id,direction,declaration_ids,data_stage,physical_stage,"
            + "arrived_at,entered_yard_at,left_yard_at,crossed_at,closed_by";
    private static final Comparator<TruckTripChanged> IN_ORDER =
            Comparator.comparing(TruckTripChanged::getTripId).thenComparing(TruckTripChanged::getTruckId);

    private TripsCsv() {}

    /** The trips that still hold among the newest revisions of all, in the order of the file. */
    public static List<TruckTripChanged> holding(Collection<TruckTripChanged> trips) {
        return trips.stream()
                .filter(trip -> trip.getStatus() != TripStatus.WITHDRAWN)
                .sorted(IN_ORDER)
                .toList();
    }

    /** The header and a line for each trip. */
    public static List<String> lines(List<TruckTripChanged> trips) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        trips.forEach(trip -> lines.add(line(trip)));
        return lines;
    }

    private static String line(TruckTripChanged trip) {
        return Csv.line(
                trip.getTripId(),
                trip.getTruckId(),
                Csv.text(trip.getGateId()),
                trip.getDirection().name(),
                declarationIds(trip),
                trip.getDataStage().name(),
                trip.getPhysicalStage().name(),
                Csv.time(trip.getArrivedAt()),
                Csv.time(trip.getEnteredYardAt()),
                Csv.time(trip.getLeftYardAt()),
                Csv.time(trip.getCrossedAt()),
                trip.getClosedBy().name());
    }

    private static String declarationIds(TruckTripChanged trip) {
        return trip.getDeclarations().stream()
                .map(TripDeclaration::getDeclarationId)
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
