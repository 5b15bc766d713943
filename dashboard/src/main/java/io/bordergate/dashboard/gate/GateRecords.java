package io.bordergate.dashboard.gate;

import io.bordergate.dashboard.gate.AlertEpisode.Happening;
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
import io.bordergate.event.WaitFigures;
import java.util.List;

/** Records of the topics of gates into what the board holds; the only place that knows both. */
public final class GateRecords {

    private GateRecords() {}

    public static GateLoad load(GateLoadChanged event) {
        return new GateLoad(
                event.getGateId(),
                event.getAt(),
                event.getInputAgeSeconds(),
                event.getConfident(),
                event.getYardTrucks(),
                event.getYardCapacity(),
                event.getOccupancy(),
                event.getLevel(),
                event.getSides().stream().map(GateRecords::side).toList(),
                event.getForecast() == null ? null : forecast(event.getForecast()));
    }

    private static SideLoad side(GateSideLoad side) {
        return new SideLoad(
                side.getDirection(),
                side.getLevel(),
                side.getOpen(),
                side.getReduced(),
                side.getSuspended(),
                backlog(side),
                recent(side.getArrivals()),
                recent(side.getCrossings()),
                side.getServiceRate(),
                side.getClearedPerDay(),
                side.getDaysToClear(),
                wait(side.getActualWait()),
                wait(side.getCurrentWait()),
                side.getCoverage());
    }

    private static SideLoad.Backlog backlog(GateSideLoad side) {
        return new SideLoad.Backlog(
                side.getBacklog(),
                side.getFruit(),
                side.getOtherPerishable(),
                side.getNewVehicle(),
                side.getOther(),
                side.getUndeclared(),
                side.getRefrigerated(),
                side.getGreen(),
                side.getYellow(),
                side.getRed(),
                side.getLive());
    }

    private static SideLoad.Recent recent(RecentCount count) {
        return new SideLoad.Recent(count.getIn15Minutes(), count.getInHour(), count.getInDay());
    }

    private static SideLoad.Wait wait(WaitFigures wait) {
        return wait == null ? null : new SideLoad.Wait(wait.getTrucks(), wait.getMedianSeconds(), wait.getP95Seconds());
    }

    private static Forecast forecast(GateForecastMade event) {
        return new Forecast(
                event.getAt(),
                event.getOccupancy(),
                event.getMinutesToCongested(),
                event.getMinutesToCritical(),
                event.getSides().stream().map(GateRecords::ahead).toList());
    }

    private static Forecast.Side ahead(SideForecastMade side) {
        return new Forecast.Side(
                side.getDirection(),
                side.getExpectedTrucks(),
                side.getArrivals().stream()
                        .map(some ->
                                new Forecast.Arrivals(some.getHours(), some.getTrucks(), some.getLow(), some.getHigh()))
                        .toList(),
                side.getPerHour(),
                side.getQueue(),
                side.getServicePerHour(),
                side.getWaitMedianSeconds(),
                side.getWaitP95Seconds());
    }

    /** The history of a record holds its own event, too; the first version of the schema had none. */
    public static AlertEpisode alert(GateAlertChanged event) {
        List<Happening> happenings = event.getHistory().stream()
                .map(past -> new Happening(
                        past.getEvent(),
                        past.getLevel(),
                        past.getAt(),
                        past.getCause(),
                        past.getValue(),
                        past.getExpectedAt()))
                .toList();
        Happening own = new Happening(
                event.getEvent(),
                event.getLevel(),
                event.getAt(),
                event.getCause(),
                event.getValue(),
                event.getExpectedAt());
        return new AlertEpisode(
                event.getAlertId(),
                event.getGateId(),
                event.getDirection(),
                event.getOpenedAt(),
                event.getAcknowledgedBy(),
                happenings.isEmpty() ? List.of(own) : happenings);
    }

    public static GateAdvice advice(GateAdviceGiven event) {
        return new GateAdvice(
                event.getGateId(),
                event.getAt(),
                event.getSince(),
                event.getYardTrucks(),
                event.getYardCapacity(),
                event.getOccupancy(),
                event.getGreatestOccupancy(),
                event.getExcessTrucks(),
                event.getExpectedTrucks(),
                event.getMovableTrucks(),
                event.getOutsideTrucks(),
                event.getWaitSeconds(),
                event.getDiverts().stream().map(GateRecords::divert).toList(),
                meter(event.getMeter()),
                event.getHolds().stream().map(GateRecords::hold).toList(),
                event.getStayAwayTrucks());
    }

    private static GateAdvice.Divert divert(DivertAdvised divert) {
        return new GateAdvice.Divert(
                divert.getToGateId(),
                divert.getTrucks(),
                divert.getExceptGoods(),
                divert.getRoomTrucks(),
                divert.getWaitSeconds(),
                divert.getWaySeconds());
    }

    private static GateAdvice.Meter meter(MeterAdvised meter) {
        return meter == null
                ? null
                : new GateAdvice.Meter(meter.getExportsPerDay(), meter.getImportsPerDay(), meter.getClearedPerDay());
    }

    private static GateAdvice.Hold hold(HoldAdvised hold) {
        return new GateAdvice.Hold(hold.getYardId(), hold.getTrucks(), hold.getRoomTrucks(), hold.getYardTrucks());
    }

    public static GateDay day(GateDayReported event) {
        return new GateDay(
                event.getGateId(),
                event.getDate(),
                event.getRevision(),
                event.getEndsAt(),
                event.getExportedFruit(),
                event.getExportedOther(),
                event.getImportedCargo(),
                event.getImportedVehicles(),
                event.getTurnedBack(),
                event.getMovedIn(),
                event.getMovedOut(),
                event.getArrived(),
                event.getStock(),
                event.getStockFruit(),
                event.getStockOther(),
                event.getStockUndeclared(),
                event.getChange());
    }
}
