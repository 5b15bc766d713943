package io.bordergate.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bordergate.simulator.scenario.Scenario;
import io.bordergate.simulator.site.SiteMap;
import io.bordergate.simulator.site.Zone;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;

/** Two days at a gate with a small yard, with any numbers that follow from a seed: some calm, some jammed, some closed. */
final class SmallQueues {

    static final String YARD = "bao-nguyen";

    private SmallQueues() {}

    static Scenario scenario(long seed) {
        Random random = new Random(seed);
        String yaml = """
                base: calm-2024
                name: small
                seed: %d
                start: 2026-03-02T06:00:00+07:00
                days: 2
                hours: 0
                services:
                  - {gate: tan-thanh, direction: EXPORT, perDay: [%d, %d], hours: 07:00-17:30, stock: {trucks: %d, hours: 20}}
                  - {gate: tan-thanh, direction: IMPORT, perDay: %d, hours: 08:00-17:00, places: %d, stock: {trucks: %d, hours: 20}}
                changes:
                  - {gate: tan-thanh, status: REDUCED, share: 0.%d, from: 2026-03-02T1%d:20:00+07:00}
                  - {gate: tan-thanh, direction: EXPORT, status: CLOSED, from: 2026-03-03T09:00:00+07:00, announced: 2026-03-02T09:00:00+07:00}
                  - {gate: tan-thanh, status: OPEN, hours: 09:30-16:00, from: 2026-03-03T1%d:00:00+07:00}
                flows:
                """.formatted(
                        seed,
                        random.nextInt(60),
                        random.nextInt(60),
                        random.nextInt(50),
                        random.nextInt(60),
                        4 + random.nextInt(20),
                        random.nextInt(20),
                        random.nextInt(10),
                        random.nextInt(6),
                        random.nextInt(5));
        String flows = flow("out", "EXPORT", "tan-thanh-out", random.nextInt(70))
                + flow("in", "IMPORT", "tan-thanh-in", 1 + random.nextInt(70))
                + flow("other", "EXPORT", "tan-thanh-out", 1 + random.nextInt(20));
        return read(yaml + flows, withCapacity(5 + random.nextInt(30)));
    }

    private static String flow(String id, String direction, String route, int perDay) {
        return """
                  - id: %s
                    gate: tan-thanh
                    direction: %s
                    yard: %s
                    perDay: %d
                    chineseShare: 0.5
                    fruitShare: 0.5
                    refrigeratedShare: 0.5
                    declaredAheadMinutes: {median: 300, p95: 900, cap: 2000}
                    plannedArrivalErrorMinutes: 30
                    farOff: {share: 0.2, minutes: {median: 360, p95: 700, cap: 900}}
                    route: %s
                """.formatted(id, direction, YARD, perDay, route);
    }

    private static SiteMap withCapacity(int trucks) {
        List<Zone> zones = NormalDay.SITE.zones().stream()
                .map(zone -> zone.id().equals(YARD)
                        ? new Zone(zone.id(), zone.kind(), zone.gate(), zone.polygon(), zone.silenceTimeout(), trucks)
                        : zone)
                .toList();
        return new SiteMap(NormalDay.SITE.siteId(), zones, NormalDay.SITE.crossings());
    }

    private static Scenario read(String yaml, SiteMap site) {
        try {
            return Scenario.read(new ByteArrayInputStream(yaml.getBytes(UTF_8)), "small", site);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
