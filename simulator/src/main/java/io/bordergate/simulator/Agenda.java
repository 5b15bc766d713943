package io.bordergate.simulator;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to happen when, in epoch milliseconds, and the time it is while that happens. Not thread-safe. */
final class Agenda {

    /** Of what happens at the same time, the order. */
    enum Kind {
        ORDERED,
        LEFT_YARD,
        SETS_OFF,
        JOINED,
        REACHED,
        OPENED,
        TOKEN,
        SLOT
    }

    private record Event(long at, Kind kind, int number, Runnable action) {}

    private final PriorityQueue<Event> events = new PriorityQueue<>(
            Comparator.comparingLong(Event::at).thenComparing(Event::kind).thenComparingInt(Event::number));
    private long now;

    long now() {
        return now;
    }

    /** The number orders what is of one kind. */
    void add(long at, Kind kind, int number, Runnable action) {
        events.add(new Event(at, kind, number, action));
    }

    /** Lets all happen that is before a time, and makes it that time. */
    void playUntil(long horizon) {
        while (!events.isEmpty() && events.peek().at() < horizon) {
            Event event = events.remove();
            now = event.at();
            event.action().run();
        }
        now = horizon;
    }
}
