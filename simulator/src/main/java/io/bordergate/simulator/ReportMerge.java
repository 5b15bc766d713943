package io.bordergate.simulator;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Merges the announcements of operators and the feeds of all trips by record time and truck, holding only those of trips
 * under way. Not thread-safe.
 */
final class ReportMerge implements Iterator<Report> {

    private final TrafficPlan plan;
    private final PriorityQueue<Cursor> underWay = new PriorityQueue<>(Cursor.ORDER);
    private int nextJourney;
    private long index;

    ReportMerge(TrafficPlan plan) {
        this.plan = plan;
        List<Emission> announcements = Announcement.allOf(plan.scenario());
        if (!announcements.isEmpty()) {
            underWay.add(new Cursor("", announcements));
        }
        startDueJourneys();
    }

    /** Passes over reports without writing them out. */
    ReportMerge skip(long count) {
        for (long i = 0; i < count && hasNext(); i++) {
            advance();
        }
        return this;
    }

    @Override
    public boolean hasNext() {
        return !underWay.isEmpty();
    }

    @Override
    public Report next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the scenario is over");
        }
        long reportIndex = index;
        return advance().report(reportIndex);
    }

    private Emission advance() {
        Cursor cursor = underWay.remove();
        Emission emission = cursor.take();
        if (!cursor.isRead()) {
            underWay.add(cursor);
        }
        index++;
        startDueJourneys();
        return emission;
    }

    /** A trip has to be in the queue before anything of it can be due. */
    private void startDueJourneys() {
        List<TruckJourney> journeys = plan.journeys();
        while (nextJourney < journeys.size()
                && (underWay.isEmpty() || journeys.get(nextJourney).firstKnownAt() <= underWay.peek().dueAt)) {
            TruckJourney journey = journeys.get(nextJourney++);
            List<Emission> emissions = new TruckFeed(journey, plan.scenario()).emissions();
            if (!emissions.isEmpty()) {
                underWay.add(new Cursor(journey.truck().truckId(), emissions));
            }
        }
    }

    /** One trip's feed and how far it has been read; the time of its next report is kept at hand for the queue. */
    private static final class Cursor {

        static final Comparator<Cursor> ORDER =
                Comparator.<Cursor>comparingLong(cursor -> cursor.dueAt).thenComparing(cursor -> cursor.truckId);

        final String truckId;
        final List<Emission> emissions;
        int position;
        long dueAt;

        Cursor(String truckId, List<Emission> emissions) {
            this.truckId = truckId;
            this.emissions = emissions;
            this.dueAt = emissions.get(0).recordMillis();
        }

        Emission take() {
            Emission taken = emissions.get(position++);
            dueAt = isRead() ? Long.MAX_VALUE : emissions.get(position).recordMillis();
            return taken;
        }

        boolean isRead() {
            return position == emissions.size();
        }
    }
}
