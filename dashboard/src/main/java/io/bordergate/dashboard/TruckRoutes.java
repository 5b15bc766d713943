package io.bordergate.dashboard;

import io.bordergate.dashboard.Question.Rows;
import io.bordergate.dashboard.trip.KnownTrip;
import io.bordergate.dashboard.trip.TripLog;
import io.bordergate.dashboard.trip.TruckPlace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Many trucks at once, by their plates: on the map, and in one yard. Nobody may keep what was answered. */
final class TruckRoutes {
    private static final String ON_MAP = "/api/v1/trucks";
    private static final String IN_YARD = "/api/v1/yards/{yardId}/trucks";
    private static final Set<String> OF_MAP = Set.of("gate", "bbox");
    private static final Set<String> OF_YARD = Set.of("limit", "offset");
    private static final int MOST = 10_000;

    private final LiveBoard board;
    private final UnkeptAnswers unkept;

    TruckRoutes(LiveBoard board) {
        this.board = board;
        this.unkept = new UnkeptAnswers(board);
    }

    void addTo(RoutesConfig routes) {
        UnkeptAnswers.under(routes, ON_MAP, IN_YARD);
        routes.get(ON_MAP, this::onMap);
        routes.get(IN_YARD, this::inYard);
    }

    private void onMap(Context context) {
        Question question = Question.of(context, OF_MAP);
        String gate = question.text("gate").orElse(null);
        Optional<BoundingBox> box = question.text("bbox").map(BoundingBox::parse);
        Optional<TripLog> trips = unkept.trips(context);
        if (trips.isPresent()) {
            BoardView view = board.current().view();
            List<TruckPlace> places = trips.get().places().list().stream()
                    .filter(place -> box.isEmpty() || box.get().holds(place.latitude(), place.longitude()))
                    .toList();
            Map<String, KnownTrip> current = trips.get()
                    .findCurrent(places.stream().map(TruckPlace::truckId).toList());
            List<TruckView> found = places.stream()
                    .map(place -> TruckView.of(place, current.get(place.truckId()), view.boardTime()))
                    .filter(truck -> gate == null || gate.equals(truck.gateId()))
                    .toList();
            List<TruckView> shown = found.stream().limit(MOST).toList();
            UnkeptAnswers.answer(
                    context, new TruckList(view.boardTime(), view.site().timeZone(), found.size(), shown));
        }
    }

    private void inYard(Context context) {
        Question question = Question.of(context, OF_YARD);
        BoardView view = board.current().view();
        String yardId = context.pathParam("yardId");
        if (YardRoutes.findYard(view, yardId).isEmpty()) {
            YardRoutes.notFound(context);
            return;
        }
        Optional<TripLog> trips = unkept.trips(context);
        if (trips.isPresent()) {
            Rows<YardTruck> rows = question.rows(YardRoutes.trucks(trips.get(), yardId, view.boardTime()));
            UnkeptAnswers.answer(
                    context,
                    new YardTruckList(
                            view.boardTime(), view.site().timeZone(), rows.total(), rows.next(), rows.rows()));
        }
    }

    /**
     * Trucks on the map, the one that was seen last first. Immutable.
     *
     * @param total how many there are, these and others
     */
    record TruckList(Instant boardTime, String timeZone, int total, List<TruckView> trucks) {}

    /**
     * Trucks in a yard, the one that has stood there longest first. Immutable.
     *
     * @param total how many there are, these and others
     * @param next offset of the next ones; null if there are none
     */
    record YardTruckList(Instant boardTime, String timeZone, int total, Integer next, List<YardTruck> trucks) {}
}
