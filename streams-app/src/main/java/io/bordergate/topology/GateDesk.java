package io.bordergate.topology;

import io.bordergate.domain.advice.GateOutlook;
import io.bordergate.domain.gate.AlertEvent;
import io.bordergate.domain.gate.DailyTable;
import io.bordergate.domain.gate.GateWatch;
import io.bordergate.domain.gate.GateWatch.Reading;
import io.bordergate.domain.gate.GateWatch.Scope;
import io.bordergate.domain.site.Site;
import io.bordergate.event.AlertAcknowledged;
import io.bordergate.event.AlertHappening;
import io.bordergate.event.GateAlertChanged;
import io.bordergate.event.GateDayReported;
import io.bordergate.event.GateForecastMade;
import io.bordergate.event.GateLoadChanged;
import io.bordergate.event.GateStatusChanged;
import io.bordergate.stored.BufferVisit;
import io.bordergate.stored.GateScope;
import io.bordergate.stored.GateState;
import io.bordergate.stored.GateTruckKnown;
import io.bordergate.stored.StatusReceived;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueStore;

/** The watch of one gate and what is stored of it: its trucks by trip, the rest in one record. Not thread-safe. */
final class GateDesk {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long NEVER = Long.MAX_VALUE;
    /** Daily tables: as many as are corrected, and one. */
    private static final int KEPT_DAYS = 8;

    private final String gateId;
    private final Site site;
    private final GateWatch watch;
    private final BufferBook buffers;
    private final List<StatusReceived> statuses = new ArrayList<>();
    private final Map<String, String> acknowledgedBy = new HashMap<>();
    /** What happened in each episode that goes on. */
    private final Map<String, List<AlertHappening>> histories = new HashMap<>();

    private final TreeMap<LocalDate, GateDayReported> days = new TreeMap<>();
    private Instant since;
    private long minute = NEVER;
    private GateLoadChanged load;
    private GateForecastMade forecast;
    private boolean told;
    private boolean changed;

    private GateDesk(String gateId, Site site, BufferBook buffers) {
        this.gateId = gateId;
        this.site = site;
        this.buffers = buffers;
        this.watch = new GateWatch(gateId, site);
    }

    /** As it is stored; from the beginning if it is not. */
    static GateDesk resume(
            String gateId,
            Site site,
            GateState state,
            KeyValueStore<String, GateTruckKnown> trucks,
            KeyValueStore<String, String> buffers) {
        var desk = new GateDesk(gateId, site, new BufferBook(gateId, buffers));
        try (var all = trucks.range(row(gateId, ""), row(gateId, "\uffff"))) {
            all.forEachRemaining(entry -> desk.know(entry.value));
        }
        if (state != null) {
            desk.since = state.getSince();
            desk.watch.begin(state.getSince());
            desk.minute = state.getMinute() == null ? NEVER : state.getMinute().toEpochMilli();
            state.getStatuses().forEach(each -> desk.change(each.getChange(), each.getReceivedAt()));
            state.getScopes().forEach(scope -> {
                desk.watch.resume(Scope.valueOf(scope.getScope()), TranslateGate.scope(scope));
                if (scope.getAlertId() != null) {
                    desk.histories.put(scope.getAlertId(), new ArrayList<>(scope.getHistory()));
                }
                if (scope.getAcknowledgedBy() != null) {
                    desk.acknowledgedBy.put(scope.getAlertId(), scope.getAcknowledgedBy());
                }
            });
            if (state.getForecast() != null) {
                desk.forecast = state.getForecast();
                desk.watch.resume(TranslateForecast.made(state.getForecast()));
            }
            state.getDays().forEach(day -> {
                desk.days.put(day.getDate(), day);
                desk.watch.resume(TranslateGate.table(day));
            });
        }
        return desk;
    }

    private static String row(String gateId, String tripId) {
        return gateId + "/" + tripId;
    }

    /** The first fact of the gate begins its minutes, and so does the first after a time in which nothing could happen. */
    void begin(long at) {
        long before = GateProcessor.minuteFrom(at) - MINUTE;
        if (since == null) {
            since = Instant.ofEpochMilli(at);
            watch.begin(since);
        }
        if (minute == NEVER || (watch.isQuiet() && before > minute)) {
            minute = before;
            changed = true;
        }
    }

    void know(GateTruckKnown truck, KeyValueStore<String, GateTruckKnown> trucks) {
        know(truck);
        boolean nothing = truck.getArrivedAt() == null
                && truck.getPlannedAt() == null
                && truck.getSeenAt() == null
                && truck.getYards().isEmpty();
        trucks.put(row(gateId, truck.getTripId()), nothing ? null : truck);
    }

    private void know(GateTruckKnown truck) {
        watch.know(truck.getTripId(), TranslateGate.truck(truck), TranslateGate.coming(truck), truck.getYards());
    }

    void know(BufferVisit visit) {
        buffers.know(visit);
    }

    void change(GateStatusChanged change, Instant receivedAt) {
        changed = true;
        statuses.add(new StatusReceived(change, receivedAt));
        TranslateGate.change(change, receivedAt).ifPresent(watch::change);
    }

    Optional<GateAlertChanged> acknowledge(AlertAcknowledged ack, Instant receivedAt) {
        List<AlertEvent> events = watch.acknowledge(ack.getAlertId(), receivedAt);
        if (events.isEmpty()) {
            return Optional.empty();
        }
        acknowledgedBy.put(ack.getAlertId(), ack.getBy());
        changed = true;
        return Optional.of(alert(events.get(0)));
    }

    /** An event with all that happened in its episode before. */
    GateAlertChanged alert(AlertEvent event) {
        String id = event.alertId();
        List<AlertHappening> history = histories.computeIfAbsent(id, any -> new ArrayList<>());
        history.add(TranslateGate.happening(event));
        var alert = TranslateGate.alert(gateId, id, history, acknowledgedBy.get(id));
        if (event.kind() == AlertEvent.Kind.RESOLVED) {
            histories.remove(id);
            acknowledgedBy.remove(id);
        }
        return alert;
    }

    /** The next minute at which the figures are to be taken, if the clock stands there; the far future if none is. */
    long nextMinute(long clock) {
        if (minute == NEVER) {
            // Nothing has come of the gate yet: it stands empty, once a minute of the clock.
            long now = Math.floorDiv(clock, MINUTE) * MINUTE;
            return load != null && load.getAt().toEpochMilli() >= now ? NEVER : now;
        }
        long next = minute + MINUTE;
        if (watch.isQuiet()) {
            long day = watch.dayEndsAfter(Instant.ofEpochMilli(minute)).toEpochMilli();
            long last = Math.floorDiv(clock, MINUTE) * MINUTE;
            return Math.max(next, Math.min(day, last));
        }
        return next;
    }

    Reading take(long at, Duration inputAge, KeyValueStore<String, GateTruckKnown> trucks) {
        Instant now = Instant.ofEpochMilli(at);
        Reading reading = watch.take(now, inputAge);
        if (minute != NEVER) {
            minute = at;
            changed = true;
        }
        watch.forget(now).forEach(tripId -> trucks.delete(row(gateId, tripId)));
        if (reading.isForecastNew()) {
            forecast = TranslateForecast.made(gateId, reading.forecast());
        }
        load = TranslateGate.load(gateId, reading, forecast);
        told = false;
        return reading;
    }

    /** What advice needs to know, at a reading at which a forecast was made. */
    GateOutlook outlook(Reading reading) {
        return GateOutlook.of(
                gateId, reading, watch.openAhead(reading.at()), watch.isDayKnown(reading.at()), buffers.trucks());
    }

    /** The daily tables of a reading as they are to be sent. */
    List<GateDayReported> report(Reading reading) {
        List<GateDayReported> reports = new ArrayList<>();
        for (DailyTable table : reading.days()) {
            GateDayReported before = days.get(table.date());
            var report = TranslateGate.day(
                    gateId,
                    table,
                    before == null ? 1 : before.getRevision() + 1,
                    site.days().endOf(table.date()));
            days.put(table.date(), report);
            reports.add(report);
        }
        while (days.size() > KEPT_DAYS) {
            days.pollFirstEntry();
        }
        return reports;
    }

    /** The load at the last minute; empty if it was handed out. */
    Optional<GateLoadChanged> load() {
        Optional<GateLoadChanged> newest = Optional.ofNullable(told ? null : load);
        told = true;
        return newest;
    }

    /** The last; null before the first. */
    GateForecastMade forecast() {
        return forecast;
    }

    /** Whether {@link #state} has changed since it was asked for. */
    boolean hasChanged() {
        return changed;
    }

    GateState state() {
        changed = false;
        List<GateScope> scopes = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            var state = watch.scope(scope);
            scopes.add(TranslateGate.scope(
                    scope,
                    state,
                    acknowledgedBy.get(state.alertId()),
                    histories.getOrDefault(state.alertId(), List.of())));
        }
        return GateState.newBuilder()
                .setSince(since)
                .setMinute(minute == NEVER ? null : Instant.ofEpochMilli(minute))
                .setStatuses(List.copyOf(statuses))
                .setScopes(scopes)
                .setDays(List.copyOf(days.values()))
                .setForecast(forecast)
                .build();
    }
}
