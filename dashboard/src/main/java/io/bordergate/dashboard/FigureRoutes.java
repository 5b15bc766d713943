package io.bordergate.dashboard;

import io.bordergate.dashboard.Question.Rows;
import io.bordergate.dashboard.gate.AlertEpisode;
import io.bordergate.dashboard.gate.GateDay;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The figures as JSON and CSV: the board, the yards, alerts and daily tables. */
final class FigureRoutes {
    private static final Set<String> OF_ADVICE = Set.of("gate");
    private static final Set<String> OF_ALERTS = Set.of("gate", "open", "from", "to", "limit", "offset");
    private static final Set<String> OF_DAYS = Set.of("gate", "from", "to", "limit", "offset");
    private static final Set<String> OF_TABLE = Set.of("gate", "from", "to");

    private final LiveBoard board;

    FigureRoutes(LiveBoard board) {
        this.board = board;
    }

    void addTo(RoutesConfig routes) {
        routes.get(
                "/api/v1/gates",
                context -> JsonAnswer.answer(context, board.current().gateList()));
        routes.get(
                "/api/v1/yards",
                context -> JsonAnswer.answer(context, board.current().yardList()));
        routes.get("/api/v1/advice", this::advice);
        routes.get("/api/v1/alerts", this::alerts);
        routes.get("/api/v1/daily", this::days);
        routes.get("/api/v1/daily.csv", this::table);
    }

    private void advice(Context context) {
        String gate = Question.of(context, OF_ADVICE).text("gate").orElse(null);
        BoardSnapshot now = board.current();
        List<AdviceView> advice = now.view().gates().stream()
                .map(GateView::advice)
                .filter(one ->
                        one != null && (gate == null || one.given().gateId().equals(gate)))
                .toList();
        JsonAnswer.answer(context, new AdviceList(now.view().boardTime(), now.feed(), advice));
    }

    private void alerts(Context context) {
        Question question = Question.of(context, OF_ALERTS);
        BoardSnapshot now = board.current();
        String gate = question.text("gate").orElse(null);
        Boolean open = question.truth("open").orElse(null);
        Instant from = question.time("from").orElse(Instant.MIN);
        Instant to = question.time("to").orElse(Instant.MAX);
        List<AlertEpisode> found = now.view().alerts().stream()
                .filter(alert -> gate == null || alert.gateId().equals(gate))
                .filter(alert -> open == null || alert.isOpen() == open)
                .filter(alert -> lastsIn(alert, from, to))
                .toList();
        Rows<AlertEpisode> rows = question.rows(found);
        List<AlertView> alerts = rows.rows().stream().map(now::alert).toList();
        JsonAnswer.answer(
                context, new AlertList(now.view().boardTime(), now.feed(), rows.total(), rows.next(), alerts));
    }

    private static boolean lastsIn(AlertEpisode alert, Instant from, Instant to) {
        boolean endsBefore = !alert.isOpen() && alert.newest().at().isBefore(from);
        return !endsBefore && alert.openedAt().isBefore(to);
    }

    private void days(Context context) {
        Question question = Question.of(context, OF_DAYS);
        BoardSnapshot now = board.current();
        Rows<GateDay> rows = question.rows(find(question, now));
        List<DayView> days = rows.rows().stream()
                .map(day -> new DayView(
                        now.view().site().gate(day.gateId()).name(),
                        now.view().site().gate(day.gateId()).nameVi(),
                        day))
                .toList();
        JsonAnswer.answer(context, new DayList(now.view().boardTime(), now.feed(), rows.total(), rows.next(), days));
    }

    private void table(Context context) {
        List<GateDay> days = find(Question.of(context, OF_TABLE), board.current());
        context.header("Content-Disposition", "attachment; filename=\"daily.csv\"");
        JsonAnswer.answer(context, "text/csv; charset=utf-8", DailyCsv.of(days));
    }

    private static List<GateDay> find(Question question, BoardSnapshot now) {
        String gate = question.text("gate").orElse(null);
        LocalDate from = question.date("from").orElse(LocalDate.MIN);
        LocalDate to = question.date("to").orElse(LocalDate.MAX);
        return now.view().days().stream()
                .filter(day -> gate == null || day.gateId().equals(gate))
                .filter(day -> !day.date().isBefore(from) && !day.date().isAfter(to))
                .toList();
    }

    /** What is advised, in the order of the gates. Immutable. */
    record AdviceList(Instant boardTime, FeedState feed, List<AdviceView> advice) {}

    /**
     * Alerts, the open ones first. Immutable.
     *
     * @param total how many there are, these and others
     * @param next offset of the next ones; null if there are none
     */
    record AlertList(Instant boardTime, FeedState feed, int total, Integer next, List<AlertView> alerts) {}

    /**
     * Daily tables, the newest first. Immutable.
     *
     * @param total how many there are, these and others
     * @param next offset of the next ones; null if there are none
     */
    record DayList(Instant boardTime, FeedState feed, int total, Integer next, List<DayView> days) {}

    /** A table with the names of its gate. Immutable. */
    record DayView(String name, String nameVi, GateDay day) {}
}
