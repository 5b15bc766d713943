package io.bordergate.domain.declaration;

import io.bordergate.domain.site.ClosedDays;
import io.bordergate.domain.site.GateSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Predicate;

/**
 * On which days gates do not open at all, as the site file has it: known before any change of service is. Immutable.
 *
 * @param settings of those gates that say when they are open
 * @param zone whose days are meant
 */
public record GateDays(Map<String, GateSettings> settings, ZoneId zone) {
    public GateDays {
        settings = Map.copyOf(settings);
    }

    /** Whether the gate is closed for a direction through the whole day; without a direction, for both. */
    boolean areClosed(String gateId, TradeDirection direction, Instant day) {
        GateSettings gate = settings.getOrDefault(gateId, GateSettings.DEFAULT);
        LocalDate date = LocalDate.ofInstant(day, zone);
        boolean exports = direction != TradeDirection.IMPORT;
        boolean imports = direction != TradeDirection.EXPORT;
        return gate.hours().on(date.getDayOfWeek()).isEmpty()
                || ((!exports || isClosed(gate, date, ClosedDays::exports))
                        && (!imports || isClosed(gate, date, ClosedDays::imports)));
    }

    private static boolean isClosed(GateSettings gate, LocalDate date, Predicate<ClosedDays> side) {
        return gate.closures().stream()
                .anyMatch(closed -> closed.goods() == null && side.test(closed) && closed.contains(date));
    }
}
