package io.bordergate.domain.gate;

import io.bordergate.domain.declaration.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Counts the figures of one side of a gate at one moment, in one go over its trucks. Not thread-safe. */
final class LoadCount {
    private static final Duration DAY = Duration.ofDays(1);

    private final Side side;
    private final Opening opening;
    private final Instant at;
    private final RecentCount arrivals;
    private final RecentCount crossings;
    private final Window clearedDay;
    /** Null if the gate was never open. */
    private final OpenStretch clearedStretch;
    /** Null without open time. */
    private final OpenStretch service;

    private final Map<Category, Integer> byCategory = new EnumMap<>(Category.class);
    private final Map<Channel, Integer> byChannel = new EnumMap<>(Channel.class);
    private final WaitHistogram actual = new WaitHistogram();
    private final WaitHistogram current = new WaitHistogram();
    private int waiting;
    private int refrigerated;
    private int live;
    private int served;
    private int clearedADay;

    LoadCount(Side side, Opening opening, Instant at) {
        this.side = side;
        this.opening = opening;
        this.at = at;
        this.arrivals = new RecentCount(at);
        this.crossings = new RecentCount(at);
        this.clearedStretch = opening.clearedStretch(side, at);
        this.clearedDay = clearedStretch == null ? Window.before(at, DAY) : clearedStretch.window();
        this.service = opening.serviceStretch(side, at);
        for (Category category : Category.values()) {
            byCategory.put(category, 0);
        }
        for (Channel channel : Channel.values()) {
            byChannel.put(channel, 0);
        }
    }

    LoadCount count(GateTrucks trucks) {
        for (GateTruck truck : trucks.since(side, earliest())) {
            arrivals.count(truck.arrived());
            if (truck.cleared() != null) {
                countCleared(truck);
            }
            if (truck.waitsAt(at)) {
                countWaiting(truck);
            }
        }
        return this;
    }

    /** Who left before is in no figure. */
    private Instant earliest() {
        Instant earliest = at.minus(DAY);
        if (clearedDay.begin().isBefore(earliest)) {
            earliest = clearedDay.begin();
        }
        return service != null && service.window().begin().isBefore(earliest)
                ? service.window().begin()
                : earliest;
    }

    private void countCleared(GateTruck truck) {
        crossings.count(truck.cleared());
        if (service != null && truck.clearedIn(service.window())) {
            served++;
        }
        if (truck.clearedIn(clearedDay)) {
            clearedADay++;
            actual.add(truck.waited(at));
        }
    }

    private void countWaiting(GateTruck truck) {
        waiting++;
        byCategory.merge(truck.category(), 1, Integer::sum);
        if (truck.channel() != null) {
            byChannel.merge(truck.channel(), 1, Integer::sum);
        }
        refrigerated += truck.refrigerated() ? 1 : 0;
        live += truck.live() ? 1 : 0;
        current.add(truck.waited(at));
    }

    Load load(Duration inputAge) {
        return new Load(
                side,
                opening.isOpen(side, at),
                opening.isReduced(side, at),
                opening.suspended(side, at),
                new Backlog(
                        waiting,
                        Collections.unmodifiableMap(byCategory),
                        Collections.unmodifiableMap(byChannel),
                        refrigerated,
                        live),
                arrivals.recent(),
                crossings.recent(),
                service == null ? null : service.perHour(served),
                clearedADay,
                clearedStretch == null ? null : clearedStretch.perHour(clearedADay),
                daysToClear(),
                actual.waits(),
                current.waits(),
                waiting == 0 ? null : (double) live / waiting,
                inputAge);
    }

    private Double daysToClear() {
        if (waiting == 0) {
            return 0.0;
        }
        return clearedADay == 0 ? null : (double) waiting / clearedADay;
    }
}
