package io.bordergate.sandbox.replay;

import io.bordergate.event.ArrivalsExpected;
import io.bordergate.event.GateForecastMade;
import io.bordergate.event.SideForecastMade;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The file of all forecasts that were made: one line for each gate, side and quarter hour, with what was expected in 1, 3, 6,
 * 12 and 24 hours. Sides of which nothing is known are left out.
 */
public final class ForecastsCsv {
    static final String NAME = "forecasts.csv";

    private static final String HEADER =
            "gate_id,direction,at,greatest_occupancy,minutes_to_congested,minutes_to_critical,"
                    + "wait_median_seconds,wait_p95_seconds,trucks_1h,low_1h,high_1h,trucks_3h,low_3h,high_3h,"
                    + "trucks_6h,low_6h,high_6h,trucks_12h,low_12h,high_12h,trucks_24h,low_24h,high_24h";
    private static final Comparator<GateForecastMade> IN_ORDER =
            Comparator.comparing(GateForecastMade::getGateId).thenComparing(GateForecastMade::getAt);

    private ForecastsCsv() {}

    /** The header and a line for each side. */
    public static List<String> lines(Collection<GateForecastMade> forecasts) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        forecasts.stream()
                .sorted(IN_ORDER)
                .forEach(forecast -> forecast.getSides().stream()
                        .filter(ForecastsCsv::saysAnything)
                        .forEach(side -> lines.add(line(forecast, side))));
        return lines;
    }

    private static boolean saysAnything(SideForecastMade side) {
        return side.getExpectedTrucks() > 0
                || side.getArrivals().stream().anyMatch(each -> each.getHigh() > 0)
                || side.getQueue().stream().anyMatch(trucks -> trucks > 0);
    }

    private static String line(GateForecastMade forecast, SideForecastMade side) {
        List<String> fields = new ArrayList<>(List.of(
                forecast.getGateId(),
                side.getDirection().name(),
                Csv.time(forecast.getAt()),
                forecast.getOccupancy().stream()
                        .max(Comparator.naturalOrder())
                        .map(ForecastsCsv::text)
                        .orElse(""),
                text(forecast.getMinutesToCongested()),
                text(forecast.getMinutesToCritical()),
                text(side.getWaitMedianSeconds()),
                text(side.getWaitP95Seconds())));
        for (ArrivalsExpected arrivals : side.getArrivals()) {
            fields.add(text(arrivals.getTrucks()));
            fields.add(text(arrivals.getLow()));
            fields.add(text(arrivals.getHigh()));
        }
        return Csv.line(fields.toArray(String[]::new));
    }

    private static String text(Number number) {
        return number == null ? "" : number.toString();
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }
}
