package io.bordergate.topology;

import io.bordergate.domain.intake.Reason;
import io.bordergate.domain.site.Place;
import io.bordergate.domain.site.Site;
import io.bordergate.domain.site.Zone;
import io.bordergate.domain.yard.Presence;
import io.bordergate.domain.yard.Tally;
import io.bordergate.event.StayCertainty;
import io.bordergate.event.StayClosure;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.YardOccupancyChanged;
import io.bordergate.metrics.GateMetrics;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the table of open stays of each yard and its sum. The sum changes by what a stay was and what it is, both from the
 * table, so a stay that is told twice counts once.
 */
final class YardProcessor implements Processor<byte[], byte[], String, Emitted> {
    private final Site site;
    private final GateMetrics metrics;
    private ProcessorContext<String, Emitted> context;
    private Hop<TruckStayChanged> hop;
    private KeyValueStore<String, String> openStays;
    private KeyValueStore<String, Tally> tallies;

    YardProcessor(Site site, GateMetrics metrics) {
        this.site = site;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Emitted> context) {
        this.context = context;
        hop = new Hop<>(new StoredAvro<>(TruckStayChanged.class), context);
        openStays = context.getStateStore(YardCounting.OPEN_STAYS);
        tallies = context.getStateStore(YardCounting.OCCUPANCY);
        showAll();
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        hop.settle(record, (yardId, stay) -> {
            count(yardId, stay, record.timestamp());
            return Reason.NONE;
        });
    }

    private void count(String yardId, TruckStayChanged stay, long asOf) {
        String row = yardId + "|" + stay.getStayId();
        String was = openStays.get(row);
        Presence before = was == null ? Presence.ABSENT : Presence.valueOf(was);
        Presence now = presenceOf(stay);
        if (before == now) {
            return;
        }
        Tally old = tallies.get(yardId);
        Tally tally = (old == null ? Tally.EMPTY : old).change(before, now);
        Emitted changed = new Emitted.Occupancy(event(yardId, tally, asOf));
        openStays.put(row, now == Presence.ABSENT ? null : now.name());
        tallies.put(yardId, tally);
        metrics.yardTrucks(yardId, tally.confirmed(), tally.uncertain());
        context.forward(new Record<>(yardId, changed, asOf));
    }

    /** After a restart the gauges are right at once, and not when a yard changes next. Tens of yards. */
    private void showAll() {
        try (var all = tallies.all()) {
            all.forEachRemaining(yard -> metrics.yardTrucks(yard.key, yard.value.confirmed(), yard.value.uncertain()));
        }
    }

    private static Presence presenceOf(TruckStayChanged stay) {
        if (stay.getClosedBy() != StayClosure.OPEN) {
            return Presence.ABSENT;
        }
        return stay.getCertainty() == StayCertainty.UNCERTAIN ? Presence.UNCERTAIN : Presence.CONFIRMED;
    }

    private YardOccupancyChanged event(String yardId, Tally tally, long asOf) {
        Place yard = site.findZone(yardId).map(Zone::place).orElse(null);
        Integer capacity = yard == null ? null : yard.capacity();
        return YardOccupancyChanged.newBuilder()
                .setYardId(yardId)
                .setGateId(yard == null ? null : yard.gateId())
                .setConfirmedTrucks(tally.confirmed())
                .setUncertainTrucks(tally.uncertain())
                .setCapacity(capacity)
                .setRatio(capacity == null ? null : tally.ratio(capacity))
                .setAsOf(Instant.ofEpochMilli(asOf))
                .build();
    }
}
