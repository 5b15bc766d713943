package io.bordergate.dashboard;

import io.bordergate.dashboard.TripView.PlaceView;
import io.bordergate.dashboard.gate.GateLimits;
import io.bordergate.dashboard.trip.TripLog;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The figures of one yard; they name no truck. */
final class YardRoutes {
    private final LiveBoard board;

    YardRoutes(LiveBoard board) {
        this.board = board;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/v1/yards/{yardId}", this::one);
    }

    private void one(Context context) {
        Question.of(context, Set.of());
        BoardSnapshot now = board.current();
        Optional<YardView> found = findYard(now.view(), context.pathParam("yardId"));
        if (found.isEmpty()) {
            notFound(context);
            return;
        }
        YardView yard = found.get();
        SiteMap site = now.view().site();
        YardMix mix = board.findTrips()
                .map(trips -> YardMix.of(trucks(trips, yard.id(), now.view().boardTime())))
                .orElse(null);
        JsonAnswer.answer(
                context,
                new OneYard(
                        now.view().boardTime(),
                        site.timeZone(),
                        now.feed(),
                        PlaceView.gate(yard.gateId(), site),
                        site.gate(yard.gateId()).limits(),
                        yard,
                        mix));
    }

    static Optional<YardView> findYard(BoardView view, String yardId) {
        return view.gates().stream()
                .flatMap(gate -> gate.yards().stream())
                .filter(yard -> yard.id().equals(yardId))
                .findFirst();
    }

    /** The trucks that stand there, the longest first. */
    static List<YardTruck> trucks(TripLog trips, String yardId, Instant boardTime) {
        return trips.within(yardId).stream()
                .flatMap(trip -> YardTruck.of(trip, yardId, boardTime).stream())
                .sorted(YardTruck.LONGEST_FIRST)
                .toList();
    }

    static void notFound(Context context) {
        Problem.of(404, "Not Found", "There is no such yard: /api/v1/yards lists them")
                .answer(context);
    }

    /**
     * One yard. Immutable.
     *
     * @param gate null if it is not known
     * @param limits of its gate
     * @param mix null as long as not all trips have been read
     */
    record OneYard(
            Instant boardTime,
            String timeZone,
            FeedState feed,
            PlaceView gate,
            GateLimits limits,
            YardView yard,
            YardMix mix) {}
}
