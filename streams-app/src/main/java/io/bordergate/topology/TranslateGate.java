package io.bordergate.topology;

import io.bordergate.domain.declaration.Channel;
import io.bordergate.domain.gate.AlertEvent;
import io.bordergate.domain.gate.Announcement;
import io.bordergate.domain.gate.Category;
import io.bordergate.domain.gate.DailyTable;
import io.bordergate.domain.gate.ExpectedTruck;
import io.bordergate.domain.gate.GateTruck;
import io.bordergate.domain.gate.GateWatch.Reading;
import io.bordergate.domain.gate.GateWatch.Scope;
import io.bordergate.domain.gate.Level;
import io.bordergate.domain.gate.Load;
import io.bordergate.domain.gate.Measure;
import io.bordergate.domain.gate.Recent;
import io.bordergate.domain.gate.ScopeState;
import io.bordergate.domain.gate.Side;
import io.bordergate.domain.gate.Status;
import io.bordergate.domain.gate.StatusChange;
import io.bordergate.domain.gate.Waits;
import io.bordergate.domain.site.ZoneKind;
import io.bordergate.domain.trip.Sighting;
import io.bordergate.domain.trip.Trip;
import io.bordergate.event.AlertEventKind;
import io.bordergate.event.AlertHappening;
import io.bordergate.event.CongestionCause;
import io.bordergate.event.CongestionLevel;
import io.bordergate.event.GateAlertChanged;
import io.bordergate.event.GateDayReported;
import io.bordergate.event.GateForecastMade;
import io.bordergate.event.GateLoadChanged;
import io.bordergate.event.GateSideLoad;
import io.bordergate.event.GateStatus;
import io.bordergate.event.GateStatusChanged;
import io.bordergate.event.RecentCount;
import io.bordergate.event.TradeDirection;
import io.bordergate.event.WaitFigures;
import io.bordergate.stored.GateScope;
import io.bordergate.stored.GateTruckKnown;
import io.bordergate.stored.MeasureLevel;
import io.bordergate.stored.ReachedLevel;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Figures of gates between the words of the wire and those of the domain. */
final class TranslateGate {
    private TranslateGate() {}

    /** What the figures need to know of a trip. */
    static GateTruckKnown known(Trip trip) {
        var known = GateTruckKnown.newBuilder()
                .setTripId(trip.tripId())
                .setYards(trip.sightings().stream()
                        .filter(seen -> seen.leftAt() == null && seen.place().kind() == ZoneKind.YARD)
                        .map(Sighting::place)
                        .map(place -> place.id())
                        .toList());
        GateTruck.of(trip)
                .ifPresent(truck -> known.setSide(truck.side().name())
                        .setCategory(truck.category().name())
                        .setRefrigerated(truck.refrigerated())
                        .setChannel(
                                truck.channel() == null ? null : truck.channel().name())
                        .setArrivedAt(truck.arrived())
                        .setClearedAt(truck.cleared())
                        .setLeftAt(truck.left())
                        .setMovedIn(truck.movedIn())
                        .setMovedOut(truck.movedOut())
                        .setLive(truck.live())
                        .setDeclaredAt(declared(truck.announcement()))
                        .setPlannedAt(planned(truck.announcement())));
        ExpectedTruck.of(trip)
                .ifPresent(coming -> known.setSide(coming.side().name())
                        .setDeclaredAt(declared(coming.announcement()))
                        .setPlannedAt(planned(coming.announcement()))
                        .setSeenAt(coming.seen())
                        .setEtaAt(coming.eta())
                        .setEnded(coming.ended()));
        return known.build();
    }

    private static Instant declared(Announcement announcement) {
        return announcement == null ? null : announcement.declared();
    }

    private static Instant planned(Announcement announcement) {
        return announcement == null ? null : announcement.planned();
    }

    private static Announcement announcement(GateTruckKnown known) {
        return known.getPlannedAt() == null ? null : new Announcement(known.getDeclaredAt(), known.getPlannedAt());
    }

    /** Null if it is not expected, or has arrived. */
    static ExpectedTruck coming(GateTruckKnown known) {
        boolean says = known.getPlannedAt() != null || known.getSeenAt() != null;
        return known.getArrivedAt() != null || !says
                ? null
                : new ExpectedTruck(
                        known.getTripId(),
                        Side.valueOf(known.getSide()),
                        announcement(known),
                        known.getSeenAt(),
                        known.getEtaAt(),
                        known.getEnded());
    }

    /** There is no such trip any more. */
    static GateTruckKnown gone(String tripId) {
        return GateTruckKnown.newBuilder().setTripId(tripId).build();
    }

    /** Null if it is no truck of the gate. */
    static GateTruck truck(GateTruckKnown known) {
        return known.getArrivedAt() == null
                ? null
                : new GateTruck(
                        known.getTripId(),
                        Side.valueOf(known.getSide()),
                        Category.valueOf(known.getCategory()),
                        known.getRefrigerated(),
                        known.getChannel() == null ? null : Channel.valueOf(known.getChannel()),
                        known.getArrivedAt(),
                        known.getClearedAt(),
                        known.getLeftAt(),
                        known.getMovedIn(),
                        known.getMovedOut(),
                        known.getLive(),
                        announcement(known));
    }

    /** Empty if it changes nothing. */
    static Optional<StatusChange> change(GateStatusChanged change, Instant receivedAt) {
        if (change.getStatus() == GateStatus.UNKNOWN) {
            return Optional.empty();
        }
        TradeDirection direction = change.getDirection();
        return Optional.of(new StatusChange(
                change.getEventTime(),
                receivedAt,
                Status.valueOf(change.getStatus().name()),
                direction == null || direction == TradeDirection.UNKNOWN ? null : Side.valueOf(direction.name()),
                change.getGoods(),
                change.getOpeningHours(),
                change.getReason()));
    }

    static GateLoadChanged load(String gateId, Reading reading, GateForecastMade forecast) {
        return GateLoadChanged.newBuilder()
                .setGateId(gateId)
                .setAt(reading.at())
                .setInputAgeSeconds(reading.loads().get(Side.EXPORT).inputAge().toSeconds())
                .setConfident(reading.confident())
                .setYardTrucks(reading.yardTrucks())
                .setYardCapacity(reading.yardCapacity())
                .setOccupancy(reading.occupancy())
                .setLevel(level(reading.levels().get(Scope.GATE)))
                .setSides(Stream.of(Side.values())
                        .map(side ->
                                side(reading.loads().get(side), reading.levels().get(Scope.valueOf(side.name()))))
                        .toList())
                .setForecast(forecast)
                .build();
    }

    private static GateSideLoad side(Load load, Level level) {
        var backlog = load.backlog();
        return GateSideLoad.newBuilder()
                .setDirection(TradeDirection.valueOf(load.side().name()))
                .setLevel(level(level))
                .setOpen(load.open())
                .setReduced(load.reduced())
                .setSuspended(List.copyOf(load.suspended()))
                .setBacklog(backlog.trucks())
                .setFruit(backlog.byCategory().get(Category.FRUIT))
                .setOtherPerishable(backlog.byCategory().get(Category.OTHER_PERISHABLE))
                .setNewVehicle(backlog.byCategory().get(Category.NEW_VEHICLE))
                .setOther(backlog.byCategory().get(Category.OTHER))
                .setUndeclared(backlog.byCategory().get(Category.UNDECLARED))
                .setRefrigerated(backlog.refrigerated())
                .setGreen(backlog.byChannel().get(Channel.GREEN))
                .setYellow(backlog.byChannel().get(Channel.YELLOW))
                .setRed(backlog.byChannel().get(Channel.RED))
                .setLive(backlog.live())
                .setArrivals(recent(load.arrivals()))
                .setCrossings(recent(load.crossings()))
                .setServiceRate(load.serviceRate())
                .setClearedPerDay(load.clearedADay())
                .setDaysToClear(load.daysToClear())
                .setActualWait(waits(load.actualWait(), load.clearedADay()))
                .setCurrentWait(waits(load.currentWait(), backlog.trucks()))
                .setCoverage(load.coverage())
                .build();
    }

    private static RecentCount recent(Recent recent) {
        return new RecentCount(recent.quarterHour(), recent.hour(), recent.day());
    }

    private static WaitFigures waits(Waits waits, int trucks) {
        return waits == null
                ? null
                : new WaitFigures(
                        trucks, waits.median().toSeconds(), waits.p95().toSeconds());
    }

    private static CongestionLevel level(Level level) {
        return CongestionLevel.valueOf(level.name());
    }

    static AlertHappening happening(AlertEvent event) {
        return AlertHappening.newBuilder()
                .setEvent(AlertEventKind.valueOf(event.kind().name()))
                .setLevel(level(event.level()))
                .setAt(event.at())
                .setCause(CongestionCause.valueOf(event.cause().name()))
                .setValue(event.value())
                .setExpectedAt(event.expectedAt())
                .build();
    }

    /** The last of what happened, with all of it. */
    static GateAlertChanged alert(String gateId, String alertId, List<AlertHappening> history, String acknowledgedBy) {
        String[] parts = alertId.split("\\|", -1);
        AlertHappening last = history.get(history.size() - 1);
        return GateAlertChanged.newBuilder()
                .setAlertId(alertId)
                .setGateId(gateId)
                .setDirection(parts[1].isEmpty() ? null : TradeDirection.valueOf(parts[1]))
                .setEvent(last.getEvent())
                .setLevel(last.getLevel())
                .setAt(last.getAt())
                .setCause(last.getCause())
                .setValue(last.getValue())
                .setExpectedAt(last.getExpectedAt())
                .setOpenedAt(Instant.parse(parts[2]))
                .setAcknowledgedBy(acknowledgedBy)
                .setHistory(List.copyOf(history))
                .build();
    }

    static GateDayReported day(String gateId, DailyTable table, int revision, Instant endsAt) {
        return GateDayReported.newBuilder()
                .setGateId(gateId)
                .setDate(table.date())
                .setRevision(revision)
                .setEndsAt(endsAt)
                .setExportedFruit(table.exportedFruit())
                .setExportedOther(table.exportedOther())
                .setImportedCargo(table.importedCargo())
                .setImportedVehicles(table.importedVehicles())
                .setTurnedBack(table.turnedBack())
                .setMovedIn(table.movedIn())
                .setMovedOut(table.movedOut())
                .setArrived(table.arrived())
                .setStock(table.stock())
                .setStockFruit(table.stockFruit())
                .setStockOther(table.stockOther())
                .setStockUndeclared(table.stockUndeclared())
                .setChange(table.change())
                .build();
    }

    static DailyTable table(GateDayReported day) {
        return new DailyTable(
                day.getDate(),
                day.getExportedFruit(),
                day.getExportedOther(),
                day.getImportedCargo(),
                day.getImportedVehicles(),
                day.getTurnedBack(),
                day.getMovedIn(),
                day.getMovedOut(),
                day.getArrived(),
                day.getStock(),
                day.getStockFruit(),
                day.getStockOther(),
                day.getStockUndeclared(),
                day.getChange());
    }

    static GateScope scope(Scope scope, ScopeState state, String acknowledgedBy, List<AlertHappening> history) {
        return GateScope.newBuilder()
                .setScope(scope.name())
                .setLevel(state.level().name())
                .setMeasures(state.measures().entrySet().stream()
                        .map(entry -> new MeasureLevel(
                                entry.getKey().name(), entry.getValue().name()))
                        .toList())
                .setLevels(Stream.of(Level.values())
                        .filter(level -> state.lowerSince().containsKey(level)
                                || state.heldBy().containsKey(level))
                        .map(level -> reached(level, state))
                        .toList())
                .setAlertId(state.alertId())
                .setAcknowledgedBy(acknowledgedBy)
                .setHistory(List.copyOf(history))
                .build();
    }

    private static ReachedLevel reached(Level level, ScopeState state) {
        Measure heldBy = state.heldBy().get(level);
        return new ReachedLevel(level.name(), state.lowerSince().get(level), heldBy == null ? null : heldBy.name());
    }

    static ScopeState scope(GateScope scope) {
        Map<Measure, Level> measures = new EnumMap<>(Measure.class);
        scope.getMeasures()
                .forEach(each -> measures.put(Measure.valueOf(each.getMeasure()), Level.valueOf(each.getLevel())));
        Map<Level, Instant> lowerSince = new EnumMap<>(Level.class);
        Map<Level, Measure> heldBy = new EnumMap<>(Level.class);
        for (ReachedLevel reached : scope.getLevels()) {
            Level level = Level.valueOf(reached.getLevel());
            if (reached.getLowerSince() != null) {
                lowerSince.put(level, reached.getLowerSince());
            }
            if (reached.getHeldBy() != null) {
                heldBy.put(level, Measure.valueOf(reached.getHeldBy()));
            }
        }
        return new ScopeState(
                Level.valueOf(scope.getLevel()),
                measures,
                lowerSince,
                heldBy,
                scope.getAlertId(),
                scope.getAcknowledgedBy() != null);
    }
}
