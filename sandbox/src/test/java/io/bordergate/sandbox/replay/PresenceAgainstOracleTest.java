package io.bordergate.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.connect.feed.DeviceBindings;
import io.bordergate.connect.feed.FeedRecord;
import io.bordergate.connect.feed.HeldLines;
import io.bordergate.connect.feed.PositionCsv;
import io.bordergate.connect.feed.UnreadableLineException;
import io.bordergate.domain.intake.Fate;
import io.bordergate.domain.intake.PositionCheck;
import io.bordergate.domain.intake.PositionFate;
import io.bordergate.domain.intake.Reason;
import io.bordergate.domain.presence.Closure;
import io.bordergate.domain.presence.Fix;
import io.bordergate.domain.presence.StayKind;
import io.bordergate.domain.presence.StayRevision;
import io.bordergate.domain.presence.StayRevision.Facts;
import io.bordergate.domain.presence.Track;
import io.bordergate.domain.presence.TrackCodec;
import io.bordergate.domain.site.Gcj02;
import io.bordergate.domain.site.Site;
import io.bordergate.event.Datum;
import io.bordergate.event.TruckPositionReported;
import io.bordergate.event.Vehicle;
import io.bordergate.oracle.Oracle;
import io.bordergate.oracle.RandomDevices;
import io.bordergate.oracle.RandomJourneys;
import io.bordergate.sitefile.SiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rules of presence against a program that shares no code with them, on adversarial journeys: the domain alone, without
 * a broker, so that many seeds are quick. Every track is written and read back now and then, as after a restart.
 */
class PresenceAgainstOracleTest {
    private static final int SEEDS_A_BATCH = 6;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 1_001, 2_001, 3_001})
    void givesTheStaysAndFatesOfTheOracle(long firstSeed) throws IOException {
        for (long seed = firstSeed; seed < firstSeed + SEEDS_A_BATCH; seed++) {
            var journeys = RandomJourneys.generate(seed, 9, 50);
            journeys.writeTo(folder);
            var expected = Oracle.run(journeys.siteFile(folder), journeys.positionsFile(folder), journeys.now());
            var site = SiteFile.parse(Files.readString(journeys.siteFile(folder)));
            var ours = new Run(site, DeviceBindings.NONE, journeys.now(), seed);
            ours.take(journeys.positionsFile(folder));

            assertThat(ours.stays()).as("stays of seed " + seed).isEqualTo(expected.stays());
            assertThat(ours.fates()).as("fates of seed " + seed).isEqualTo(expected.fates());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1_001})
    void givesThoseOfTheOracleWhereOnlyDevicesKnowTheTruck(long firstSeed) throws IOException {
        Set<String> met = new TreeSet<>();
        for (long seed = firstSeed; seed < firstSeed + 2 * SEEDS_A_BATCH; seed++) {
            var drawn = RandomDevices.spread(RandomJourneys.generate(seed, 9, 50), seed);
            drawn.writeTo(folder);
            var expected = drawn.result(folder);
            var site = SiteFile.parse(Files.readString(drawn.journeys().siteFile(folder)));
            var ours = new Run(
                    site,
                    BindingFiles.read(drawn.bindingsFile(folder)),
                    drawn.journeys().now(),
                    seed);
            ours.take(drawn.journeys().positionsFile(folder));

            assertThat(ours.stays()).as("stays of seed " + seed).isEqualTo(expected.stays());
            assertThat(ours.fates()).as("fates of seed " + seed).isEqualTo(expected.fates());
            ours.fates().forEach(line -> met.add(line.split(",", -1)[2]));
        }
        assertThat(met).contains("AWAITS_BINDING", "UNKNOWN_DEVICE", "DEVICE_SHARED", "DEVICE_DISAGREE", "NOT_A_TRUCK");
    }

    /** The product's own classes in the order in which the topology uses them. */
    private static final class Run {
        private final Site site;
        private final DeviceBindings devices;
        private final Instant now;
        private final int settleAtOnce;
        private final TrackCodec codec;
        private final java.util.Random random;
        private final Map<String, Track> tracks = new HashMap<>();
        private final Map<String, StayRevision> stays = new HashMap<>();
        private final TreeMap<String, Integer> fates = new TreeMap<>();
        private final HeldLines<TruckPositionReported> held = new HeldLines<>();
        private long lineNumber;
        private long lastRecordTime = Long.MIN_VALUE;

        Run(Site site, DeviceBindings devices, Instant now, long seed) {
            this.site = site;
            this.devices = devices;
            this.now = now;
            this.settleAtOnce = (int) (seed % 2) * 4;
            this.codec = new TrackCodec(site, settleAtOnce);
            this.random = new java.util.Random(seed);
        }

        void take(Path positions) throws IOException {
            try (var lines = new RawLines(positions)) {
                var csv = new PositionCsv(text(lines.next()), "test", devices, Clock.fixed(now, ZoneOffset.UTC));
                for (byte[] line = lines.next(); line != null; line = lines.next()) {
                    take(line, csv);
                }
            }
            takeBound(Instant.ofEpochMilli(lastRecordTime));
            while (held.takeUnknown(Instant.ofEpochMilli(lastRecordTime)) != null) {
                count(Reason.UNKNOWN_DEVICE);
            }
            for (int left = held.size(); left > 0; left--) {
                count(Reason.AWAITS_BINDING);
            }
            tracks.values().forEach(track -> track.passTime(lastRecordTime, site, this::keep));
        }

        List<String> stays() {
            List<StayRevision> visits = stays.values().stream()
                    .filter(stay -> stay.facts().kind() == StayKind.VISIT
                            && stay.facts().closedBy() != Closure.WITHDRAWN)
                    .sorted(java.util.Comparator.<StayRevision>comparingLong(
                                    stay -> stay.facts().enteredAt())
                            .thenComparing(StayRevision::truckId)
                            .thenComparing(stay -> stay.place().id()))
                    .toList();
            List<String> lines = new ArrayList<>(List.of("truck_id,zone_id,entered_at,left_at,closed_by"));
            for (StayRevision visit : visits) {
                Facts facts = visit.facts();
                lines.add(String.join(
                        ",",
                        Csv.field(visit.truckId()),
                        Csv.field(visit.place().id()),
                        Instant.ofEpochMilli(facts.enteredAt()).toString(),
                        facts.leftAt() == Facts.NOT_LEFT
                                ? ""
                                : Instant.ofEpochMilli(facts.leftAt()).toString(),
                        facts.closedBy().name()));
            }
            return lines;
        }

        List<String> fates() {
            List<String> lines = new ArrayList<>(List.of("input,fate,reason,count"));
            fates.forEach((fate, count) -> lines.add("positions," + fate + "," + count));
            return lines;
        }

        private void take(byte[] line, PositionCsv csv) {
            FeedRecord<TruckPositionReported> record;
            try {
                record = csv.read(text(line));
            } catch (UnreadableLineException e) {
                count(Reason.UNREADABLE);
                return;
            }
            if (!record.capped()) {
                lastRecordTime = Math.max(lastRecordTime, record.recordTime().toEpochMilli());
            }
            if (record.awaitsBinding()) {
                assertThat(held.add(new HeldLines.Line<>(record, line, ++lineNumber)))
                        .isTrue();
                return;
            }
            if (!record.capped()) {
                takeBound(record.recordTime());
            }
            count(reasonOf(record));
        }

        private void takeBound(Instant time) {
            while (held.nextBound(time) != null) {
                count(reasonOf(held.takeBound().record()));
            }
        }

        private Reason reasonOf(FeedRecord<TruckPositionReported> record) {
            Reason reason = apply(record);
            return reason == Reason.NONE && record.remark() != null
                    ? Reason.valueOf(record.remark().kind().name())
                    : reason;
        }

        private Reason apply(FeedRecord<TruckPositionReported> record) {
            var event = record.event();
            if (event.getDatum() == Datum.UNKNOWN) {
                return Reason.UNKNOWN_DATUM;
            }
            boolean other = event.getVehicle() == Vehicle.TRAILER || event.getVehicle() == Vehicle.OTHER;
            Reason noTruck = other ? Reason.NOT_A_TRUCK : PositionCheck.checkKey(record.key());
            if (noTruck != Reason.NONE) {
                return noTruck;
            }
            Reason nowhere = PositionCheck.checkCoordinates(event.getLatitude(), event.getLongitude());
            if (nowhere != Reason.NONE) {
                return nowhere;
            }
            double[] place = event.getDatum() == Datum.GCJ02
                    ? Gcj02.toWgs84(event.getLatitude(), event.getLongitude())
                    : new double[] {event.getLatitude(), event.getLongitude()};
            var fix = new Fix(
                    event.getEventTime().toEpochMilli(), record.recordTime().toEpochMilli(), place[0], place[1]);
            Reason remark = PositionCheck.check(fix, site);
            if (remark != Reason.NONE && remark != Reason.WNRO) {
                return remark;
            }
            Fix used = PositionCheck.toUse(fix, remark, event.getAccuracyMetres(), site);
            return apply(record.key(), used, remark, event.getSpeedKmh());
        }

        private Reason apply(String truckId, Fix fix, Reason remark, Float speedKmh) {
            Track track = tracks.computeIfAbsent(truckId, id -> new Track(id, settleAtOnce));
            if (random.nextInt(10) == 0) {
                track = codec.decode(truckId, codec.encode(track));
                tracks.put(truckId, track);
            }
            return PositionFate.of(track.apply(fix, site, this::keep), fix, remark, speedKmh, track, site);
        }

        private void keep(StayRevision stay) {
            StayRevision before = stays.put(stay.stayId(), stay);
            assertThat(stay.revision()).isEqualTo(before == null ? 1 : before.revision() + 1);
        }

        private void count(Reason reason) {
            Fate fate = reason.fate();
            fates.merge(fate + "," + (reason == Reason.NONE ? "" : reason.name()), 1, Integer::sum);
        }

        private static String text(byte[] line) {
            return new String(line, java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
