package io.bordergate.domain.advice;

import io.bordergate.domain.advice.Advice.Divert;
import io.bordergate.domain.advice.Advice.Hold;
import io.bordergate.domain.advice.Advice.Meter;
import io.bordergate.domain.gate.Side;
import io.bordergate.domain.site.Place;
import io.bordergate.domain.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds what relieves one gate in need: first divert, then meter, and hold who has to wait. Not thread-safe; used once. */
final class Relief {
    /** Who would be through so little sooner need not go elsewhere. */
    private static final Duration WORTH_IT = Duration.ofHours(1);
    /** What a truck waits where nobody can say how long. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);

    private static final int FIVE = 5;
    /** What only rounding makes less than a whole truck is one. */
    private static final double ROUNDING = 1e-6;

    private final Site site;
    private final Ways ways;
    private final Room room;
    private final GateOutlook here;
    private final double standsAt;

    private double excess;
    private double movable;
    private int diverted;

    Relief(Site site, Ways ways, Room room, GateOutlook here) {
        this.site = site;
        this.ways = ways;
        this.room = room;
        this.here = here;
        double down = site.gateSettings(here.gateId())
                .congestion()
                .occupancy()
                .congested()
                .down();
        this.standsAt = down * here.capacity();
        this.excess = (here.top() - down) * here.capacity();
        this.movable = here.exports().movable();
    }

    Advice advise(Instant since, Collection<GateOutlook> others) {
        double before = excess;
        List<Divert> diverts = divert(others);
        Meter meter = excess < FIVE ? null : meter();
        List<Hold> holds = new ArrayList<>();
        double waiting = meter == null
                ? 0
                : Math.max(0, here.exports().arrivals() + here.outside() - diverted - meter.exports());
        if (meter != null) {
            waiting -= hold(Math.min(waiting, meter.exports()), holds);
        }
        return new Advice(since, before, here, diverts, meter, holds, fives(waiting));
    }

    private List<Divert> divert(Collection<GateOutlook> others) {
        List<Divert> diverts = new ArrayList<>();
        for (Choice choice : choices(others)) {
            int trucks = fives(choice.trucks());
            if (trucks > 0) {
                diverts.add(choice.divert(trucks));
                room.giveGate(choice.there().gateId(), trucks);
                excess -= trucks;
                movable -= trucks;
                diverted += trucks;
            }
        }
        return diverts;
    }

    /** The best first. */
    private List<Choice> choices(Collection<GateOutlook> others) {
        return others.stream()
                .filter(there -> there.capacity() > 0
                        && !there.exports().open().isZero()
                        && there.exports().predictedWait() != null
                        && ways.isKnown(here.gateId(), there.gateId()))
                .map(there -> new Choice(there, ways.between(here.gateId(), there.gateId())))
                .filter(choice -> choice.sooner().compareTo(WORTH_IT) > 0)
                .sorted(Comparator.comparing(Choice::sooner)
                        .reversed()
                        .thenComparing(choice -> choice.there().gateId()))
                .toList();
    }

    private Meter meter() {
        double cleared = 0;
        double expected = 0;
        for (SideOutlook side : here.sides().values()) {
            cleared += side.service();
            expected += side.arrivals();
        }
        double imports = here.sides().get(Side.IMPORT).arrivals();
        double all = expected - diverted;
        double budget = Math.max(0, standsAt - here.yardTrucks() + cleared);
        double importShare = all <= 0 ? 0 : Math.min(1, imports / all);
        return new Meter(whole(budget * (1 - importShare)), whole(budget * importShare), cleared);
    }

    /** Says how many there is a place for. */
    private int hold(double most, List<Hold> holds) {
        int held = 0;
        List<Place> nearest = Room.buffers(site).stream()
                .filter(buffer -> ways.isKnownTo(here.gateId()))
                .sorted(Comparator.comparingDouble((Place buffer) -> ways.metresToBuffer(here.gateId(), buffer.id()))
                        .thenComparing(Place::id))
                .toList();
        for (Place buffer : nearest) {
            double free = room.ofBuffer(buffer.id());
            int trucks = fives(Math.min(most - held, free));
            if (trucks > 0) {
                holds.add(new Hold(buffer.id(), trucks, free, room.inBuffer(buffer.id())));
                room.giveBuffer(buffer.id(), trucks);
                held += trucks;
            }
        }
        return held;
    }

    private Duration waitHere() {
        Duration wait = here.exports().predictedWait();
        return wait == null ? LONGEST_WAIT : wait;
    }

    /** Down, and nothing below five. */
    private static int fives(double trucks) {
        return Math.max(0, FIVE * (whole(trucks) / FIVE));
    }

    /** Down. */
    private static int whole(double trucks) {
        return (int) (trucks + ROUNDING);
    }

    /** Another gate, and the way there. */
    private final class Choice {
        private static final double MILLIS_AN_HOUR = 3_600_000;

        private final GateOutlook there;
        private final Duration way;

        Choice(GateOutlook there, Duration way) {
            this.there = there;
            this.way = way;
        }

        GateOutlook there() {
            return there;
        }

        /** By how much a truck that goes there is through sooner. */
        Duration sooner() {
            return waitHere().minus(there.exports().predictedWait()).minus(way);
        }

        double trucks() {
            double takes = movable * here.exports().shareWithout(there.exports().suspended());
            return Math.min(Math.min(excess, takes), Math.min(room.ofGate(there.gateId()), balance()));
        }

        /** So many make both waits alike: here it becomes shorter, there longer. */
        private double balance() {
            double hours = sooner().toMillis() / MILLIS_AN_HOUR;
            return hours / (perTruck(here) + perTruck(there));
        }

        private static double perTruck(GateOutlook gate) {
            double service = gate.exports().servicePerHourOfDay();
            return service == 0 ? 0 : 1 / service;
        }

        Divert divert(int trucks) {
            return new Divert(
                    there.gateId(),
                    trucks,
                    there.exports().suspended(),
                    room.ofGate(there.gateId()),
                    there.exports().predictedWait(),
                    way);
        }
    }
}
