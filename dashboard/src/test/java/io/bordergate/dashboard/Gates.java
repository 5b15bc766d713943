package io.bordergate.dashboard;

import static io.bordergate.dashboard.Boards.NOON;

import io.bordergate.event.AlertEventKind;
import io.bordergate.event.AlertHappening;
import io.bordergate.event.ArrivalsExpected;
import io.bordergate.event.CongestionCause;
import io.bordergate.event.CongestionLevel;
import io.bordergate.event.DivertAdvised;
import io.bordergate.event.GateAdviceGiven;
import io.bordergate.event.GateAlertChanged;
import io.bordergate.event.GateDayReported;
import io.bordergate.event.GateForecastMade;
import io.bordergate.event.GateLoadChanged;
import io.bordergate.event.GateSideLoad;
import io.bordergate.event.HoldAdvised;
import io.bordergate.event.MeterAdvised;
import io.bordergate.event.RecentCount;
import io.bordergate.event.SideForecastMade;
import io.bordergate.event.TradeDirection;
import io.bordergate.event.WaitFigures;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What the stream application publishes of gates, in the tests' words. */
final class Gates {

    private Gates() {}

    /** A gate with 100 places and so many trucks in its yards; both sides open, nobody waits. */
    static GateLoadChanged load(String gateId, int trucks, CongestionLevel level, Instant at) {
        return GateLoadChanged.newBuilder()
                .setGateId(gateId)
                .setAt(at)
                .setInputAgeSeconds(0)
                .setConfident(true)
                .setYardTrucks(trucks)
                .setYardCapacity(100)
                .setOccupancy(trucks / 100.0)
                .setLevel(level)
                .setSides(List.of(
                        side(TradeDirection.EXPORT, CongestionLevel.NORMAL, 0, 0.0),
                        side(TradeDirection.IMPORT, CongestionLevel.NORMAL, 0, 0.0)))
                .build();
    }

    /** One side on which so many trucks wait, half of them fruit, for an hour and a half at the median. */
    static GateSideLoad side(TradeDirection direction, CongestionLevel level, int backlog, Double daysToClear) {
        WaitFigures wait = backlog == 0 ? null : new WaitFigures(backlog, 5_400L, 14_400L);
        return GateSideLoad.newBuilder()
                .setDirection(direction)
                .setLevel(level)
                .setOpen(true)
                .setReduced(false)
                .setSuspended(List.of())
                .setBacklog(backlog)
                .setFruit(backlog / 2)
                .setOtherPerishable(0)
                .setNewVehicle(0)
                .setOther(backlog - backlog / 2)
                .setUndeclared(0)
                .setRefrigerated(backlog / 4)
                .setGreen(backlog)
                .setYellow(0)
                .setRed(0)
                .setLive(backlog)
                .setArrivals(new RecentCount(1, 4, 90))
                .setCrossings(new RecentCount(2, 6, 80))
                .setServiceRate(8.5)
                .setClearedPerDay(80)
                .setDaysToClear(daysToClear)
                .setActualWait(new WaitFigures(80, 7_200L, 20_000L))
                .setCurrentWait(wait)
                .setCoverage(backlog == 0 ? null : (Double) 1.0)
                .build();
    }

    /** A forecast in which the occupancy goes from one value straight to another in 24 hours. */
    static GateForecastMade forecast(String gateId, double from, double to, Instant at) {
        List<Double> occupancy = IntStream.rangeClosed(1, 96)
                .mapToObj(i -> from + (to - from) * i / 96)
                .toList();
        return GateForecastMade.newBuilder()
                .setGateId(gateId)
                .setAt(at)
                .setOccupancy(occupancy)
                .setMinutesToCongested(null)
                .setMinutesToCritical(null)
                .setSides(List.of(ahead(TradeDirection.EXPORT), ahead(TradeDirection.IMPORT)))
                .build();
    }

    private static SideForecastMade ahead(TradeDirection direction) {
        List<ArrivalsExpected> arrivals = IntStream.of(1, 3, 6, 12, 24)
                .mapToObj(hours -> new ArrivalsExpected(hours, 4.0 * hours, 3.0 * hours, 5.0 * hours))
                .toList();
        Double[] queue = new Double[24];
        Arrays.fill(queue, 20.0);
        return new SideForecastMade(direction, 33, arrivals, List.of(queue), List.of(queue), 8.5, 9_000L, 25_000L);
    }

    /** Nothing needs to be done about a gate. */
    static GateAdviceGiven calm(String gateId, Instant at) {
        return GateAdviceGiven.newBuilder()
                .setGateId(gateId)
                .setAt(at)
                .setYardTrucks(40)
                .setYardCapacity(100)
                .setOccupancy(0.4)
                .setGreatestOccupancy(0.5)
                .build();
    }

    /** Much is to be done for an hour: send 45 trucks to the north, but none refrigerated, and hold 30 in the park. */
    static GateAdviceGiven advice(String gateId, Instant at) {
        return GateAdviceGiven.newBuilder(calm(gateId, at))
                .setSince(at.minus(Duration.ofHours(1)))
                .setYardTrucks(95)
                .setOccupancy(0.95)
                .setGreatestOccupancy(1.9)
                .setExcessTrucks(120)
                .setExpectedTrucks(96.0)
                .setMovableTrucks(89.6)
                .setOutsideTrucks(7)
                .setWaitSeconds(302_400L)
                .setDiverts(List.of(new DivertAdvised("north", 45, List.of("REFRIGERATED"), 120.9, 32_400L, 1_500L)))
                .setMeter(new MeterAdvised(120, 50, 60.8))
                .setHolds(List.of(new HoldAdvised("park", 30, 480.0, 12)))
                .setStayAwayTrucks(40)
                .build();
    }

    /** An episode of which these events are known, an hour between one and the next, the first at noon. */
    static GateAlertChanged alert(String gateId, TradeDirection direction, AlertHappening... history) {
        AlertHappening last = history[history.length - 1];
        return GateAlertChanged.newBuilder()
                .setAlertId(gateId + "|" + (direction == null ? "" : direction) + "|" + history[0].getAt())
                .setGateId(gateId)
                .setDirection(direction)
                .setEvent(last.getEvent())
                .setLevel(last.getLevel())
                .setAt(last.getAt())
                .setCause(last.getCause())
                .setValue(last.getValue())
                .setOpenedAt(history[0].getAt())
                .setAcknowledgedBy(last.getEvent() == AlertEventKind.ACKNOWLEDGED ? "shift 2" : null)
                .setHistory(List.of(history))
                .setExpectedAt(null)
                .build();
    }

    static AlertHappening happening(AlertEventKind event, CongestionLevel level, int hour) {
        return new AlertHappening(
                event, level, NOON.plus(Duration.ofHours(hour)), CongestionCause.OCCUPANCY, 0.83, null);
    }

    static GateDayReported day(String gateId, String date, int revision, int stock) {
        LocalDate end = LocalDate.parse(date);
        return GateDayReported.newBuilder()
                .setGateId(gateId)
                .setDate(end)
                .setRevision(revision)
                .setEndsAt(Instant.parse(date + "T13:00:00Z"))
                .setExportedFruit(60)
                .setExportedOther(22)
                .setImportedCargo(300)
                .setImportedVehicles(15)
                .setTurnedBack(2)
                .setMovedIn(3)
                .setMovedOut(1)
                .setArrived(90)
                .setStock(stock)
                .setStockFruit(stock - 3)
                .setStockOther(2)
                .setStockUndeclared(1)
                .setChange(-4)
                .build();
    }
}
