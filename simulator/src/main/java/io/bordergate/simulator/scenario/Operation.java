package io.bordergate.simulator.scenario;

import io.bordergate.simulator.scenario.Opening.Hours;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the gates of a scenario are run: their services and the changes to these, in order of time; immutable.
 *
 * @param obeyShare of the trucks that operators ask to wait or to go elsewhere, how many do; from 0 to 1
 */
public record Operation(List<Service> services, List<GateChange> changes, double obeyShare) {

    static final double USUALLY_OBEY = 0.8;

    public Operation {
        services = List.copyOf(services);
        changes =
                changes.stream().sorted(Comparator.comparing(GateChange::from)).toList();
    }

    public Operation(List<Service> services, List<GateChange> changes) {
        this(services, changes, USUALLY_OBEY);
    }

    /** The service that a flow's trucks queue for; empty if their stay in the yard is drawn. */
    public Optional<Service> findService(Flow flow) {
        return services.stream().filter(service -> service.serves(flow)).findFirst();
    }

    public List<GateChange> changesOf(Service service) {
        return changes.stream().filter(change -> change.isFor(service)).toList();
    }

    /** The hours of a service by what holds at a time; a closed one has them too. */
    public Hours hoursAt(Service service, Instant time) {
        return findChange(service, time).flatMap(GateChange::hours).orElse(service.hours());
    }

    /** The share of its usual number a day that a service lets go while it is open. */
    public double shareAt(Service service, Instant time) {
        return findChange(service, time).map(GateChange::share).orElse(1.0);
    }

    private Optional<GateChange> findChange(Service service, Instant time) {
        return changes.stream()
                .filter(change -> change.isFor(service) && !change.from().isAfter(time))
                .reduce((earlier, later) -> later);
    }
}
