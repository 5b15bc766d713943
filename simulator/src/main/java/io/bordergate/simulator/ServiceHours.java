package io.bordergate.simulator;

import io.bordergate.simulator.scenario.GateChange;
import io.bordergate.simulator.scenario.Opening.Hours;
import io.bordergate.simulator.scenario.Operation;
import io.bordergate.simulator.scenario.Scenario;
import io.bordergate.simulator.scenario.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** When one service works, and the moments at which it lets a truck go. Immutable. */
final class ServiceHours {

    /** Each moment lies within this middle part of its share of the day's work. */
    private static final double EARLIEST = 0.35;

    private static final double LATEST = 0.65;

    private final Operation operation;
    private final Service service;
    private final LocalDate firstDay;
    private final ZoneOffset zone;

    ServiceHours(Scenario scenario, Service service) {
        this.operation = scenario.operation();
        this.service = service;
        this.firstDay = scenario.start().toLocalDate();
        this.zone = scenario.start().getOffset();
    }

    boolean isOpenAt(long millis) {
        Instant time = Instant.ofEpochMilli(millis);
        LocalTime local = time.atOffset(zone).toLocalTime();
        return operation.shareAt(service, time) > 0
                && operation.hoursAt(service, time).include(local);
    }

    /** The first moments from a time on and before another at which it may open, in order. */
    List<Long> openings(long from, long until) {
        List<Long> openings = new ArrayList<>();
        for (LocalDate date = date(from); !date.isAfter(date(until)); date = date.plusDays(1)) {
            bounds(date).stream()
                    .filter(time -> from <= time && time < until && isOpenAt(time))
                    .forEach(openings::add);
        }
        return openings;
    }

    /**
     * The moments of a day, in epoch milliseconds: even over its hours, as many as the service lets go a day, fewer
     * while it is reduced. Those before a change do not depend on it.
     */
    List<Long> slots(LocalDate date, Dice dice) {
        int perDay = service.perDay().on((int) (date.toEpochDay() - firstDay.toEpochDay()));
        List<Long> slots = new ArrayList<>();
        List<Long> bounds = bounds(date);
        double done = 0;
        for (int i = 1; i < bounds.size(); i++) {
            long from = bounds.get(i - 1);
            double rate = isOpenAt(from) ? rate(perDay, from) : 0;
            double after = done + rate * (bounds.get(i) - from);
            for (double due = due(slots.size(), dice); due < after; due = due(slots.size(), dice)) {
                slots.add(from + (long) ((due - done) / rate));
            }
            done = after;
        }
        return slots;
    }

    private static double due(int slot, Dice dice) {
        return slot + dice.pick(slot).between(EARLIEST, LATEST);
    }

    /** Trucks per millisecond. */
    private double rate(int perDay, long millis) {
        Instant time = Instant.ofEpochMilli(millis);
        return perDay
                * operation.shareAt(service, time)
                / operation.hoursAt(service, time).length().toMillis();
    }

    /** The beginning and end of a day and all times of it at which the service may change. */
    private List<Long> bounds(LocalDate date) {
        long begin = millis(date, LocalTime.MIDNIGHT);
        long end = millis(date.plusDays(1), LocalTime.MIDNIGHT);
        TreeSet<Long> bounds = new TreeSet<>(List.of(begin, end));
        addHours(date, service.hours(), bounds);
        for (GateChange change : operation.changesOf(service)) {
            long from = change.from().toEpochMilli();
            if (begin < from && from < end) {
                bounds.add(from);
            }
            change.hours().ifPresent(hours -> addHours(date, hours, bounds));
        }
        return List.copyOf(bounds);
    }

    private void addHours(LocalDate date, Hours hours, Set<Long> bounds) {
        bounds.add(millis(date, hours.from()));
        bounds.add(millis(date, hours.to()));
    }

    private LocalDate date(long millis) {
        return Instant.ofEpochMilli(millis).atOffset(zone).toLocalDate();
    }

    private long millis(LocalDate date, LocalTime time) {
        return date.atTime(time).toInstant(zone).toEpochMilli();
    }
}
