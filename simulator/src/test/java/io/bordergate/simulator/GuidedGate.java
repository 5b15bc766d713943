package io.bordergate.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bordergate.simulator.Guidance.Divert;
import io.bordergate.simulator.Guidance.Hold;
import io.bordergate.simulator.scenario.Direction;
import io.bordergate.simulator.scenario.Scenario;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/** A day at two gates, and what their operators ask: worked cases, and any that follow from a seed. */
final class GuidedGate {

    static final String GATE = "tan-thanh";
    static final String OTHER = "huu-nghi";
    static final String BUFFER = "viettel-logistics-park";
    static final Instant START = Instant.parse("2026-03-01T23:00:00Z");

    private GuidedGate() {}

    /** Of trucks of which so many do what they are asked; ten an hour come to the gate. */
    static Scenario scenario(double obeyShare) {
        return scenario(11, obeyShare, 240, 60, 20);
    }

    static Scenario random(Random random) {
        return scenario(
                random.nextLong(),
                random.nextDouble(),
                50 + random.nextInt(200),
                random.nextInt(200),
                1 + random.nextInt(100));
    }

    private static Scenario scenario(long seed, double obeyShare, int come, int cleared, int comeToOther) {
        String yaml = """
                base: calm-2024
                name: guided
                seed: %d
                start: 2026-03-02T06:00:00+07:00
                days: 1
                hours: 0
                obeyShare: %s
                services:
                  - {gate: tan-thanh, direction: EXPORT, perDay: %d, hours: 06:30-23:00, stock: {trucks: 12, hours: 20}, places: 100}
                  - {gate: tan-thanh, direction: IMPORT, perDay: 20, hours: 06:30-23:00}
                  - {gate: huu-nghi, direction: EXPORT, perDay: 200, hours: 06:30-23:00}
                reporting: {noiseMetres: 5, duplicateShare: 0.01, deadZoneShare: 0.8, deadZoneMinutes: {median: 8, p95: 18},
                            silentShare: 0.38, longestSilenceHours: 2, deadShare: 0.05}
                deviations: {noShowShare: 0.05, undeclaredShare: 0.05, twoDeclarationsShare: 0.05}
                flows:
                """.formatted(seed, obeyShare, cleared);
        String flows = flow("tt-out", GATE, "EXPORT", "bao-nguyen", "tan-thanh-out", come)
                + flow("tt-in", GATE, "IMPORT", "bao-nguyen", "tan-thanh-in", 20)
                + flow("hn-out", OTHER, "EXPORT", "xuan-cuong", "huu-nghi-out", comeToOther);
        try (ByteArrayInputStream in = new ByteArrayInputStream((yaml + flows).getBytes(UTF_8))) {
            return Scenario.read(in, "guided", NormalDay.SITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String flow(String id, String gate, String direction, String yard, String route, int perDay) {
        return """
                  - id: %s
                    gate: %s
                    direction: %s
                    yard: %s
                    perDay: %d
                    chineseShare: 0.2
                    fruitShare: 0.5
                    refrigeratedShare: 0.5
                    declaredAheadMinutes: {median: 300, p95: 900, cap: 2000}
                    plannedArrivalErrorMinutes: 30
                    route: %s
                """.formatted(id, gate, direction, yard, perDay, route);
    }

    /** In order of time, over the day. */
    static List<Guidance> randomOrders(Random random) {
        List<Guidance> orders = new ArrayList<>();
        double hours = -1;
        int count = 4 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            hours += random.nextDouble() * 4;
            boolean one = random.nextBoolean();
            List<Divert> diverts = random.nextInt(3) > 0
                    ? List.of(new Divert(one ? OTHER : GATE, random.nextDouble(), random.nextBoolean()))
                    : List.of();
            List<Hold> holds = random.nextBoolean() ? List.of(new Hold(BUFFER, random.nextInt(30))) : List.of();
            OptionalDouble meter =
                    random.nextInt(3) > 0 ? OptionalDouble.of(random.nextInt(4) * 2.5) : OptionalDouble.empty();
            orders.add(new Guidance(at(hours), one ? GATE : OTHER, diverts, holds, meter));
        }
        return orders;
    }

    static TrafficPlan plan(Guidance... guidance) {
        return TrafficPlan.of(scenario(1), List.of(guidance));
    }

    static Instant at(double hours) {
        return START.plusMillis(Math.round(hours * 3_600_000));
    }

    static Guidance divert(double hours, String toGate, double share, boolean refrigerated) {
        return new Guidance(
                at(hours), GATE, List.of(new Divert(toGate, share, refrigerated)), List.of(), OptionalDouble.empty());
    }

    static Guidance meter(double hours, double perHour, Hold... holds) {
        return new Guidance(at(hours), GATE, List.of(), List.of(holds), OptionalDouble.of(perHour));
    }

    static Guidance lifted(double hours) {
        return Guidance.lifted(at(hours), GATE);
    }

    /** Those that come to export and are not there from the start, by the order of the plan. */
    static List<TruckJourney> exports(TrafficPlan plan) {
        return plan.journeys().stream()
                .filter(TruckJourney::comes)
                .filter(journey -> journey.flow().direction() == Direction.EXPORT)
                .filter(journey -> journey.queueing().orElseThrow().joined() >= START.toEpochMilli())
                .toList();
    }

    /** Those of them that would set off for the gate between two hours if nobody asked anything of them. */
    static List<TruckJourney> settingOff(TrafficPlan unguided, double from, double until) {
        return exports(unguided).stream()
                .filter(journey -> journey.flow().gate().equals(GATE))
                .filter(journey -> !journey.startsAt().isBefore(at(from))
                        && journey.startsAt().isBefore(at(until)))
                .toList();
    }

    /** The same truck in another plan. */
    static TruckJourney same(TruckJourney journey, TrafficPlan plan) {
        return plan.journeys().stream()
                .filter(other -> other.truck().equals(journey.truck()))
                .findFirst()
                .orElseThrow();
    }
}
