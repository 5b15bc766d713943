package io.bordergate.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Draws inputs that are meant to hurt: awkward zones, fixes on every limit of place and time, rows of fixes elsewhere,
 * vague fixes, duplicates, conflicts, late and disordered lines, and garbage of every kind. The same seed gives the same input. Not thread-safe.
 */
public final class RandomJourneys {

    private static final Instant LATEST_END = Instant.parse("2024-05-03T12:00:00Z");
    private static final Instant NOW = Instant.parse("2024-12-01T00:00:00Z");
    private static final List<String> OPTIONAL_COLUMNS =
            List.of("speed_kmh", "heading_deg", "accuracy_m", "datum", "received_time", "received_time", "note");
    private static final int LONGEST_ROW = 5;
    private static final int LONGEST_HALT = 9;
    /** Two ids that sort one way by UTF-16 code unit and the other way by code point, and one that needs quotes. */
    private static final List<String> ODD_TRUCKS = List.of("VN:\uD83D\uDE9A", "VN:\uFF21", "VN:12C,\"3\"", "vn:12c");

    private final Random random;
    private final RandomSite site;
    private final RandomPlaces places;
    private final RandomTimes times;
    private final List<String> columns;
    private final RandomGarbage garbage;
    private final RandomReport report;
    private final Instant end;
    private final List<Draft> drafts = new ArrayList<>();

    private RandomJourneys(long seed) {
        this.random = new Random(seed);
        this.site = new RandomSite(random);
        this.places = new RandomPlaces(random, site.zones());
        this.times = new RandomTimes(random, site);
        this.columns = columns(random);
        this.garbage = new RandomGarbage(random, columns);
        this.report = new RandomReport(random);
        this.end = LATEST_END.minusMillis(random.nextInt(3_600_000));
    }

    /** About {@code fixesPerTruck} lines for each truck, and a tenth more of repeats, conflicts and garbage. */
    public static Journeys generate(long seed, int trucks, int fixesPerTruck) {
        RandomJourneys journeys = new RandomJourneys(seed);
        for (int i = 0; i < trucks; i++) {
            journeys.drive(truck(i), i % 10 == 9 ? 1 : fixesPerTruck);
        }
        journeys.addLast();
        return journeys.finish();
    }

    /** The line that alone sets the clock, a moment after all others, even if it is good for nothing else. */
    private void addLast() {
        Point at = random.nextBoolean() ? places.anywhere() : new Point(0, 0);
        Instant last = end.plusMillis(1);
        drafts.add(Draft.of("LAST", last, last, at));
    }

    private static String truck(int i) {
        if (i < ODD_TRUCKS.size()) {
            return ODD_TRUCKS.get(i);
        }
        return i % 2 == 0 ? "VN:12C" + (10_000 + i) : "CN:\u6842A" + (10_000 + i);
    }

    private static List<String> columns(Random random) {
        List<String> columns = new ArrayList<>(List.of("truck_id", "event_time", "lat", "lon"));
        for (String column : OPTIONAL_COLUMNS) {
            if (random.nextInt(3) > 0 && !columns.contains(column)) {
                columns.add(column);
            }
        }
        Collections.shuffle(columns, random);
        return columns;
    }

    private void drive(String truck, int fixes) {
        Instant eventTime = end.minus(times.tail());
        Point at = places.anywhere();
        for (int i = 0; i < fixes; i++) {
            Instant recordTime = notAfterEnd(eventTime.plus(times.delay()));
            add(truck, eventTime, recordTime, at);
            if (random.nextInt(12) == 0) {
                add(truck, eventTime, notAfterEnd(recordTime.plusMillis(random.nextInt(3) * 1000L - 1000)), at);
            }
            while (random.nextInt(14) == 0) {
                addRival(truck, eventTime, recordTime, at);
            }
            eventTime = eventTime.minus(times.gap());
            eventTime = switch (random.nextInt(16)) {
                case 0 -> displace(truck, eventTime);
                case 1 -> halt(truck, eventTime, at);
                default -> eventTime;
            };
            at = places.next(at);
        }
    }

    /** A row of fixes far away, some of them so far from each other that they bear out nothing. */
    private Instant displace(String truck, Instant last) {
        Point away = new Point(places.anywhere().lon() + 0.4, places.anywhere().lat());
        Instant time = last;
        for (int i = 1 + random.nextInt(LONGEST_ROW); i > 0; i--) {
            add(truck, time, notAfterEnd(time.plus(times.delay())), random.nextInt(8) == 0 ? places.anywhere() : away);
            time = time.minusMillis(1 + random.nextInt(30_000));
        }
        return time;
    }

    /** At one place for some fixes, whatever speed they tell. */
    private Instant halt(String truck, Instant last, Point at) {
        Instant time = last;
        for (int i = random.nextInt(LONGEST_HALT); i > 0; i--) {
            add(truck, time, notAfterEnd(time.plusSeconds(random.nextInt(20))), at);
            time = time.minusMillis(1 + random.nextInt(90_000));
        }
        return time;
    }

    /** Another position at the same time, received before, with or after the first. */
    private void addRival(String truck, Instant eventTime, Instant recordTime, Point at) {
        Point elsewhere = random.nextBoolean() ? places.next(at) : new Point(at.lon() + 0x1p-12, at.lat());
        Instant rivalRecord = notAfterEnd(recordTime.plusMillis(random.nextInt(3) * 1000L - 1000));
        add(truck, eventTime, rivalRecord, elsewhere);
    }

    private void add(String truck, Instant eventTime, Instant recordTime, Point at) {
        Draft draft = report.describe(Draft.of(truck, eventTime, recordTime, at))
                .with("event_time", times.text(report.time(eventTime)))
                .with("received_time", random.nextInt(8) == 0 ? "" : times.text(recordTime));
        if (columns.contains("datum") && random.nextInt(6) == 0) {
            draft = shifted(draft, random.nextBoolean() ? at : places.anywhere());
        }
        drafts.add(random.nextBoolean() ? draft.with("heading_deg", "7") : draft);
    }

    /** Moved off the grid first: a converted point is exact to a nanodegree only, so it must not be near a border. */
    private Draft shifted(Draft draft, Point at) {
        Point offGrid = new Point(at.lon() + 1.23456e-5, at.lat() - 2.34567e-5);
        Point gcj = Gcj02.fromWgs84(offGrid);
        return draft.with("datum", "GCJ02")
                .with("lat", Double.toString(gcj.lat()))
                .with("lon", Double.toString(gcj.lon()));
    }

    private Instant notAfterEnd(Instant instant) {
        return instant.isAfter(end) ? end : instant;
    }

    private Journeys finish() {
        drafts.sort(Comparator.comparing(Draft::recordTime));
        List<String> lines = new ArrayList<>();
        lines.add((random.nextBoolean() ? "\uFEFF" : "") + String.join(",", columns));
        for (Draft draft : displaced()) {
            lines.add(draft.toCsv(columns));
            if (random.nextInt(25) == 0) {
                lines.add(garbage.spoil(draft));
            }
        }
        return new Journeys(site.toJson(), lines, random.nextBoolean() ? "\n" : "\r\n", NOW);
    }

    /** Lines swap places with near ones; whoever is late by that, is late. */
    private List<Draft> displaced() {
        int bound = List.of(1, 4, 30).get(random.nextInt(3));
        Map<Draft, Integer> goals = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            goals.put(drafts.get(i), i + random.nextInt(bound));
        }
        List<Draft> displaced = new ArrayList<>(drafts);
        displaced.sort(Comparator.comparing(goals::get));
        return displaced;
    }
}
