package io.bordergate.sandbox.faults;

import io.bordergate.event.AlertEventKind;
import io.bordergate.event.GateAlertChanged;
import io.bordergate.event.GateDayReported;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What must hold of alerts and daily tables whatever broke, by nothing but the records that were sent. Stateless. */
final class GateOpinion {
    private GateOpinion() {}

    /** Revisions that do not follow the one before by one, and tables whose stock is not what came less what went. */
    static List<String> dayFaults(List<ConsumerRecord<String, GateDayReported>> told) {
        List<String> faults = new ArrayList<>();
        Map<String, GateDayReported> newest = new HashMap<>();
        for (var record : told) {
            GateDayReported day = record.value();
            GateDayReported before = newest.put(record.key(), day);
            if (day.getRevision() != (before == null ? 1 : before.getRevision() + 1)) {
                faults.add(record.key() + " has revision " + day.getRevision() + " after " + before);
            }
        }
        newest.forEach((key, day) -> {
            GateDayReported yesterday =
                    newest.get(day.getGateId() + "|" + day.getDate().minusDays(1));
            int stock = day.getArrived()
                    + day.getMovedIn()
                    - day.getMovedOut()
                    - day.getTurnedBack()
                    - day.getExportedFruit()
                    - day.getExportedOther();
            if (day.getChange() != stock || (yesterday != null && day.getStock() != yesterday.getStock() + stock)) {
                faults.add(key + " does not add up: " + day + " after " + yesterday);
            }
        });
        return faults;
    }

    /** Episodes that are opened twice or never, that go on after their end, or two at a time in one scope. */
    static List<String> alertFaults(List<ConsumerRecord<String, GateAlertChanged>> told) {
        List<String> faults = new ArrayList<>();
        Set<String> known = new HashSet<>();
        Map<String, String> open = new HashMap<>();
        told.stream()
                .map(ConsumerRecord::value)
                .sorted(Comparator.comparing(GateAlertChanged::getAt).thenComparing(GateAlertChanged::getEvent))
                .forEach(alert -> {
                    String scope = alert.getGateId() + "|" + alert.getDirection();
                    boolean opens = alert.getEvent() == AlertEventKind.OPENED;
                    boolean fits = opens
                            ? known.add(alert.getAlertId()) && open.put(scope, alert.getAlertId()) == null
                            : alert.getAlertId().equals(open.get(scope));
                    if (!fits) {
                        faults.add(alert + " while open: " + open.get(scope));
                    }
                    if (alert.getEvent() == AlertEventKind.RESOLVED) {
                        open.remove(scope);
                    }
                });
        return faults;
    }
}
