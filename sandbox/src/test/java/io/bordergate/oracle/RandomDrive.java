package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Draws how one truck wanders between the gates: it comes from either side, waits, goes to yards, crosses, turns back,
 * is sent on to the other gate, falls silent, returns. Not thread-safe; used once.
 */
final class RandomDrive {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(9),
            Duration.ofMinutes(40),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(6).plusMillis(1),
            Duration.ofHours(13),
            Duration.ofHours(23),
            Duration.ofHours(48),
            Duration.ofHours(49));

    private static final int LONGEST_ROW = 5;
    private static final List<String> TRAILERS = List.of("VN:12R00123", "CN:\u6842A1234\u6302");

    private final Random random;
    private final RandomReport report;
    private final RandomTripSite site;
    private final String truck;
    private final Duration rhythm;
    private final Duration window;
    private final List<Draft> fixes = new ArrayList<>();
    private final List<Outing> outings = new ArrayList<>();
    private Instant time;

    RandomDrive(Random random, RandomTripSite site, String truck, Instant start, Duration window) {
        this.random = random;
        this.report = new RandomReport(random);
        this.site = site;
        this.truck = truck;
        this.time = start;
        this.window = window;
        this.rhythm = Duration.ofMinutes(8 + random.nextInt(14));
    }

    List<Draft> fixes() {
        return fixes;
    }

    List<Outing> outings() {
        return outings;
    }

    void go() {
        boolean inVietnam = random.nextInt(3) > 0;
        int gate = random.nextInt(2);
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            boolean isSentOn = random.nextInt(5) == 0;
            inVietnam = visit(gate, inVietnam, isSentOn);
            gate = isSentOn || random.nextInt(3) == 0 ? 1 - gate : gate;
            boolean isSoon = isSentOn || random.nextInt(3) == 0;
            time = time.plus(isSoon ? Duration.ofMinutes(random.nextInt(90)) : pick(PAUSES));
        }
    }

    /** Whether it then is in Vietnam. */
    private boolean visit(int gate, boolean fromVietnam, boolean isSentOn) {
        come(gate, fromVietnam);
        drive(gate, around(0), 14 + random.nextInt(4));
        Instant arrived = time;
        if (random.nextInt(site.isFiltering() ? 2 : 10) == 0) {
            displace(1 - gate);
        }
        dwell(gate, 0, 16);
        int yard = site.yardsOf(gate) == 1 ? 0 : random.nextInt(2);
        Optional<Instant> enteredYard = Optional.empty();
        if (random.nextInt(4) > 0) {
            enteredYard = Optional.of(inYard(gate, yard));
        }
        boolean toVietnam = isSentOn || (random.nextInt(4) == 0 ? fromVietnam : !fromVietnam);
        Instant left = time;
        if (random.nextInt(6) > 0) {
            leave(gate, toVietnam);
        }
        outings.add(new Outing(truck, gate, yard, fromVietnam, toVietnam, arrived, enteredYard, left));
        return toVietnam;
    }

    private void come(int gate, boolean fromVietnam) {
        if (fromVietnam) {
            drive(gate, around(0), -40);
            if (random.nextBoolean()) {
                drive(gate, random.nextBoolean() ? around(0) : around(-16), -10);
                dwell(gate, 0, -10);
            }
        } else {
            drive(gate, around(0), 45);
            drive(gate, around(0), random.nextInt(3) == 0 ? RandomTripSite.LINE : 22.5);
        }
    }

    private Instant inYard(int gate, int yard) {
        fixAt(site.yard(gate, yard));
        Instant entered = time;
        if (random.nextInt(site.isFiltering() ? 3 : 15) == 0) {
            displace(random.nextBoolean() ? gate : 1 - gate);
        }
        stay(site.yard(gate, yard));
        if (site.yardsOf(gate) > 1 && random.nextInt(3) == 0) {
            fixAt(site.yard(gate, 1 - yard));
            stay(site.yard(gate, 1 - yard));
        }
        if (random.nextBoolean()) {
            drive(gate, around(0), 16);
        }
        return entered;
    }

    private void leave(int gate, boolean toVietnam) {
        if (toVietnam) {
            drive(gate, around(0), random.nextBoolean() ? -10 : -40);
            return;
        }
        drive(gate, around(0), random.nextInt(4) == 0 ? RandomTripSite.LINE : 26);
        if (random.nextInt(4) == 0) {
            drive(gate, around(0), 18);
        }
        drive(gate, around(0), 45);
    }

    private void dwell(int gate, double x, double y) {
        stay(site.place(gate, around(x), y));
    }

    /** Parked with fixes in its rhythm, or silent, for minutes or for hours. */
    private void stay(Point at) {
        Duration stay = random.nextInt(5) == 0 ? pick(PAUSES) : Duration.ofMinutes(random.nextInt(150));
        Instant end = time.plus(stay);
        boolean silent = stay.compareTo(Duration.ofHours(7)) > 0 || random.nextInt(6) == 0;
        while (!silent && time.plus(rhythm).isBefore(end)) {
            time = time.plus(rhythm);
            add(at);
        }
        time = end;
        if (random.nextInt(4) > 0) {
            add(at);
        }
    }

    /** A row of fixes at another place, seconds apart: beyond the line, in the other yard, wherever the truck is not. */
    private void displace(int gate) {
        Point away = random.nextBoolean() ? site.place(gate, around(0), 45) : site.yard(gate, 0);
        for (int i = 1 + random.nextInt(LONGEST_ROW); i > 0; i--) {
            time = time.plusMillis(500 + random.nextInt(4000));
            add(away);
        }
    }

    private void drive(int gate, double x, double y) {
        fixAt(site.place(gate, x, y));
    }

    private void fixAt(Point at) {
        time = time.plus(Duration.ofSeconds(60 + random.nextInt(900)));
        add(at);
    }

    private void add(Point at) {
        Instant recordTime = time.plus(delay());
        Draft fix = report.describe(Draft.of(truck, report.time(time), recordTime, at));
        fixes.add(fix);
        if (random.nextInt(150) == 0) {
            fixes.add(fix.with("truck_id", TRAILERS.get(random.nextInt(TRAILERS.size()))));
        }
        if (random.nextInt(60) == 0) {
            fixes.add(Draft.of(truck, time, recordTime.plusSeconds(random.nextInt(3)), at));
        }
        if (random.nextInt(60) == 0) {
            Point elsewhere = new Point(at.lon() + 0.004, at.lat());
            fixes.add(Draft.of(truck, time, recordTime.plusMillis(random.nextInt(3) - 1L), elsewhere));
        }
    }

    private Duration delay() {
        return switch (random.nextInt(40)) {
            case 0 -> window;
            case 1 -> window.plusMillis(1);
            case 2, 3, 4 -> Duration.ofSeconds(random.nextInt(900));
            default -> Duration.ofSeconds(random.nextInt(40));
        };
    }

    private double around(double middle) {
        return middle + random.nextDouble() - 0.5;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
