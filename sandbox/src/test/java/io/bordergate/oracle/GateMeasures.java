package io.bordergate.oracle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sections 2 to 4 of docs/advice.md: what one gate in need is advised at one time. Not thread-safe; used once. */
final class GateMeasures {

    /** A gate with room, how long a truck waits there, how long it takes to get there, and how much sooner it is through. */
    private record Other(GateAhead gate, Duration delay, Duration way, Duration sooner) {}

    private static final Duration WITHOUT_END = Duration.ofDays(7);
    private static final Duration WORTH_IT = Duration.ofHours(1);
    private static final Comparator<Other> SOONEST_FIRST = Comparator.comparing(Other::sooner)
            .reversed()
            .thenComparing(other -> other.gate().gate());
    private static final double DETOUR = 1.4;
    private static final double METRES_PER_SECOND = 35 / 3.6;
    private static final int FEWEST = 5;
    /** What is short of a whole number by less is that number: sums of shares are. */
    private static final double ROUNDING = 1e-6;

    private final GateAhead here;
    private final Site site;
    private final Rooms rooms;
    private final List<String> lines = new ArrayList<>();
    private double excess;
    private int diverted;

    GateMeasures(GateAhead here, double excess, Site site, Rooms rooms) {
        this.here = here;
        this.excess = excess;
        this.site = site;
        this.rooms = rooms;
    }

    /** From the name of the measure on, in the order in which they are taken. */
    List<String> lines() {
        return lines;
    }

    /** Given the gates that are not in need. */
    void take(List<GateAhead> others, Knowledge known) {
        others.stream()
                .flatMap(other -> sooner(other).stream())
                .sorted(SOONEST_FIRST)
                .forEach(other -> divert(other, known));
        if (excess >= FEWEST) {
            meterAndHold();
        }
    }

    private Optional<Other> sooner(GateAhead other) {
        Optional<Duration> wait = other.exports().predictedWait();
        Optional<Duration> way = way(other.gate());
        if (wait.isEmpty() || way.isEmpty() || other.exports().openTime().isZero() || rooms.atGate(other) <= 0) {
            return Optional.empty();
        }
        Duration sooner = waitHere().minus(wait.get()).minus(way.get());
        return sooner.compareTo(WORTH_IT) > 0
                ? Optional.of(new Other(other, wait.get(), way.get(), sooner))
                : Optional.empty();
    }

    private Duration waitHere() {
        return here.exports().predictedWait().orElse(WITHOUT_END);
    }

    /** In whole seconds. */
    private Optional<Duration> way(String gate) {
        Optional<Point> from = middle();
        return from.isEmpty()
                ? Optional.empty()
                : zones(gate).stream()
                        .map(zone -> zone.metresToBorder(from.get()))
                        .min(Comparator.naturalOrder())
                        .map(metres -> Duration.ofSeconds(Math.round(metres * DETOUR / METRES_PER_SECOND)));
    }

    private Optional<Point> middle() {
        return zones(here.gate()).stream().findFirst().map(Zone::middle);
    }

    private List<Zone> zones(String gate) {
        return site.zones().stream()
                .filter(zone -> zone.kind().equals("gate") && zone.gate().equals(Optional.of(gate)))
                .toList();
    }

    private void divert(Other other, Knowledge known) {
        double room = rooms.atGate(other.gate());
        double movable = here.exports().expected(1, 24) - diverted;
        double most = Math.min(excess, movable * shareTaken(other.gate(), known));
        int trucks = byFives(Math.min(most, Math.min(room, untilAsLong(other))));
        if (trucks > 0) {
            lines.add("DIVERT,%s,%d,%s,%d,%d"
                    .formatted(
                            other.gate().gate(),
                            trucks,
                            AdviceReport.trucks(room),
                            other.delay().toSeconds(),
                            other.way().toSeconds()));
            rooms.takeAtGate(other.gate().gate(), trucks);
            diverted += trucks;
            excess -= trucks;
        }
    }

    private double shareTaken(GateAhead other, Knowledge known) {
        List<GateTruck> backlog = here.exports().backlog();
        if (backlog.isEmpty()) {
            return 1;
        }
        Opening opening = site.rules(other.gate()).opening();
        Set<String> suspended = Suspensions.of(opening, known.statuses(other.gate()), "EXPORT", site.timeZone())
                .at(here.at());
        double refused = 0;
        for (String goods : suspended) {
            long some = backlog.stream()
                    .filter(truck -> goods.equals("REFRIGERATED")
                            ? truck.refrigerated()
                            : truck.category().equals(goods))
                    .count();
            refused += some / (double) backlog.size();
        }
        return Math.max(0, 1 - refused);
    }

    /** So many that then both wait equally long. */
    private double untilAsLong(Other other) {
        double perHourHere = here.exports().cleared() / 24;
        double perHourThere = other.gate().exports().cleared() / 24;
        double hoursPerTruck = (perHourHere == 0 ? 0 : 1 / perHourHere) + (perHourThere == 0 ? 0 : 1 / perHourThere);
        return Clearance.hours(other.sooner()) / hoursPerTruck;
    }

    private void meterAndHold() {
        double down =
                site.rules(here.gate()).thresholds().get(Measure.OCCUPANCY).down(Level.CONGESTED);
        double cleared = here.exports().cleared() + here.imports().cleared();
        double budget = Math.max(0, down * here.capacity() - here.inYards() + cleared);
        double exports = here.exports().expected(0, 24) - diverted;
        double imports = here.imports().expected(0, 24);
        double both = exports + imports;
        int exportsIn = (int) (ROUNDING + (both == 0 ? budget : budget * exports / both));
        int importsIn = (int) (ROUNDING + (both == 0 ? 0 : budget * imports / both));
        lines.add("METER_EXPORT,,%d,,,".formatted(exportsIn));
        lines.add("METER_IMPORT,,%d,,,".formatted(importsIn));
        int outside = Math.max(0, here.backlog() - here.inYards());
        hold(exports + outside - exportsIn, exportsIn);
    }

    private void hold(double waiting, int most) {
        double left = waiting;
        int places = most;
        for (Zone buffer : middle().map(rooms::buffers).orElse(List.of())) {
            double room = rooms.inBuffer(buffer);
            int trucks = byFives(Math.min(Math.min(left, places), room));
            if (trucks > 0) {
                lines.add("HOLD,%s,%d,%s,,".formatted(buffer.id(), trucks, AdviceReport.trucks(room)));
                rooms.takeInBuffer(buffer, trucks);
                left -= trucks;
                places -= trucks;
            }
        }
        if (byFives(left) > 0) {
            lines.add("STAY_AWAY,,%d,,,".formatted(byFives(left)));
        }
    }

    /** Nothing if they are fewer than that, or fewer than none. */
    private static int byFives(double trucks) {
        int fives = (int) ((trucks + ROUNDING) / FEWEST);
        return Math.max(0, fives * FEWEST);
    }
}
