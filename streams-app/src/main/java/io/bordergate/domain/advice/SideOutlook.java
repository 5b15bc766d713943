package io.bordergate.domain.advice;

import io.bordergate.domain.gate.Category;
import io.bordergate.domain.gate.Load;
import io.bordergate.domain.gate.forecast.SideForecast;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What advice needs to know of one side of a gate. Immutable.
 *
 * @param backlog trucks that wait
 * @param goods of these by class of goods that can be suspended; REFRIGERATED is counted beside the others
 * @param suspended goods that are kept back here
 * @param arrivals expected in the next 24 hours
 * @param arrivalsSoon of these, in the next hour
 * @param servicePerHour trucks cleared in an hour of open time
 * @param open how long it will be open in the next 24 hours
 * @param predictedWait of a truck that arrives now; null if that cannot be said
 */
public record SideOutlook(
        int backlog,
        Map<String, Integer> goods,
        Set<String> suspended,
        double arrivals,
        double arrivalsSoon,
        double servicePerHour,
        Duration open,
        Duration predictedWait) {
    private static final double HOURS_A_DAY = 24;
    private static final double MILLIS_AN_HOUR = Duration.ofHours(1).toMillis();
    private static final String REFRIGERATED = "REFRIGERATED";

    public SideOutlook {
        goods = Map.copyOf(goods);
        suspended = Set.copyOf(suspended);
    }

    static SideOutlook of(Load load, SideForecast forecast, Duration open) {
        Map<String, Integer> goods = new TreeMap<>();
        load.backlog().byCategory().forEach((category, trucks) -> goods.put(category.name(), trucks));
        goods.remove(Category.UNDECLARED.name());
        goods.put(REFRIGERATED, load.backlog().refrigerated());
        return new SideOutlook(
                load.backlog().trucks(),
                goods,
                load.suspended(),
                within(forecast, 24),
                within(forecast, 1),
                forecast.servicePerHour(),
                open,
                forecast.predictedWait() == null
                        ? null
                        : forecast.predictedWait().median());
    }

    private static double within(SideForecast forecast, int hours) {
        return forecast.arrivals().stream()
                .filter(each -> each.hours() == hours)
                .mapToDouble(each -> each.trucks())
                .sum();
    }

    /** Trucks that are expected, and not so near that they cannot be told. */
    public double movable() {
        return Math.max(0, arrivals - arrivalsSoon);
    }

    /** Trucks that it will clear in 24 hours, if there are so many. */
    double service() {
        return servicePerHour * open.toMillis() / MILLIS_AN_HOUR;
    }

    /** The same by hours of the day. */
    double servicePerHourOfDay() {
        return service() / HOURS_A_DAY;
    }

    /** The share of the trucks that wait here whose goods are none of those. */
    double shareWithout(Set<String> others) {
        if (backlog == 0) {
            return 1;
        }
        int without =
                others.stream().mapToInt(each -> goods.getOrDefault(each, 0)).sum();
        return Math.max(0, 1 - (double) without / backlog);
    }
}
