package io.bordergate.domain.presence;

import io.bordergate.domain.presence.StayRevision.Facts;
import io.bordergate.domain.site.Place;
import io.bordergate.domain.site.Site;
import io.bordergate.domain.site.Zone;
import io.bordergate.domain.site.ZoneKind;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A track as bytes, small enough to be written on each commit: times as differences, coordinates as steps of 1e-7 degrees
 * where that is exact (as most devices report) and as full doubles where it is not. Reading back gives an equal track.
 * Not thread-safe: it reuses its buffer.
 */
public final class TrackCodec {
    private static final byte VERSION = 1;
    private static final double STEPS_PER_DEGREE = 1e7;

    private final Site site;
    private final CompactBuffer out = new CompactBuffer();

    public TrackCodec(Site site) {
        this.site = site;
    }

    public byte[] encode(Track track) {
        out.clear();
        out.putByte(VERSION);
        out.putLong(track.newestRecordTime);
        putFixes(track.recent);
        out.putLong(track.losers.size());
        track.losers.forEach(this::putFix);
        out.putLong(track.ledger.entries.size());
        track.ledger.entries.forEach(this::putEntry);
        putWalk(track);
        return out.toBytes();
    }

    /** Reads back; throws an IllegalArgumentException if the bytes are of another version. */
    public Track decode(String truckId, byte[] bytes) {
        var in = new CompactBuffer.Reader(ByteBuffer.wrap(bytes));
        byte version = in.readByte();
        if (version != VERSION) {
            throw new IllegalArgumentException("track state of version " + version + ", this build reads " + VERSION
                    + ": run the build that wrote it, or delete the state directory to rebuild it");
        }
        var track = new Track(truckId);
        track.newestRecordTime = in.readLong();
        readFixes(in, track.recent);
        for (long n = in.readLong(); n > 0; n--) {
            track.losers.add(readFix(in));
        }
        for (long n = in.readLong(); n > 0; n--) {
            track.ledger.entries.add(readEntry(in));
        }
        readWalk(in, track);
        track.resume(site);
        return track;
    }

    private void putFixes(RecentFixes fixes) {
        out.putLong(fixes.size());
        long time = 0;
        long lat = 0;
        long lon = 0;
        for (int i = 0; i < fixes.size(); i++) {
            out.putLong(fixes.time(i) - time);
            out.putLong(fixes.recordTime(i) - fixes.time(i));
            time = fixes.time(i);
            lat = putDegrees(fixes.latitude(i), lat);
            lon = putDegrees(fixes.longitude(i), lon);
        }
    }

    private void readFixes(CompactBuffer.Reader in, RecentFixes fixes) {
        long time = 0;
        long[] lat = new long[1];
        long[] lon = new long[1];
        for (long n = in.readLong(); n > 0; n--) {
            time += in.readLong();
            long recordTime = time + in.readLong();
            fixes.append(new Fix(time, recordTime, readDegrees(in, lat), readDegrees(in, lon)), null);
        }
    }

    /** Steps from the last exact coordinate, shifted left by one; or the odd number 1 and then the double. */
    private long putDegrees(double degrees, long last) {
        long steps = Math.round(degrees * STEPS_PER_DEGREE);
        if (steps / STEPS_PER_DEGREE == degrees && Double.doubleToRawLongBits(degrees) != 1L << 63) {
            out.putLong((steps - last) * 2);
            return steps;
        }
        out.putLong(1);
        out.putDouble(degrees);
        return last;
    }

    private static double readDegrees(CompactBuffer.Reader in, long[] last) {
        long code = in.readLong();
        if (code == 1) {
            return in.readDouble();
        }
        last[0] += code / 2;
        return last[0] / STEPS_PER_DEGREE;
    }

    private void putFix(Fix fix) {
        out.putLong(fix.time());
        out.putLong(fix.recordTime());
        out.putDouble(fix.latitude());
        out.putDouble(fix.longitude());
    }

    private static Fix readFix(CompactBuffer.Reader in) {
        return new Fix(in.readLong(), in.readLong(), in.readDouble(), in.readDouble());
    }

    private void putEntry(Published entry) {
        out.putText(entry.origin.name());
        out.putText(entry.place.id());
        out.putLong(entry.anchor);
        out.putLong(entry.revision);
        Facts facts = entry.facts;
        out.putText(facts.kind().name());
        out.putText(facts.closedBy().name());
        out.putByte((byte) (facts.uncertain() ? 1 : 0));
        out.putLong(facts.enteredAt() - entry.anchor);
        out.putByte((byte) (facts.leftAt() == Facts.NOT_LEFT ? 0 : 1));
        out.putLong(facts.leftAt() == Facts.NOT_LEFT ? 0 : facts.leftAt() - entry.anchor);
        out.putByte((byte) facts.direction());
    }

    private Published readEntry(CompactBuffer.Reader in) {
        var origin = Stay.Origin.valueOf(in.readText());
        var entry = new Published(origin, placeOf(in.readText()), in.readLong());
        entry.revision = (int) in.readLong();
        var kind = StayKind.valueOf(in.readText());
        var closedBy = Closure.valueOf(in.readText());
        boolean uncertain = in.readByte() == 1;
        long enteredAt = entry.anchor + in.readLong();
        boolean hasLeft = in.readByte() == 1;
        long left = in.readLong();
        entry.facts = new Facts(
                kind, closedBy, uncertain, enteredAt, hasLeft ? entry.anchor + left : Facts.NOT_LEFT, in.readByte());
        return entry;
    }

    private void putWalk(Track track) {
        Walk walk = track.settled;
        out.putByte((byte) (walk.started ? 1 : 0));
        if (!walk.started) {
            return;
        }
        out.putLong(walk.lastTime);
        out.putDouble(walk.lastLatitude);
        out.putDouble(walk.lastLongitude);
        out.putLong(walk.open.size());
        for (Stay stay : walk.open) {
            out.putText(stay.place.id());
            out.putLong(stay.entered);
            out.putLong(stay.lastInside);
            out.putLong(track.ledger.entries.indexOf(stay.published));
        }
    }

    private void readWalk(CompactBuffer.Reader in, Track track) {
        Walk walk = track.settled;
        walk.started = in.readByte() == 1;
        if (!walk.started) {
            return;
        }
        walk.lastTime = in.readLong();
        walk.lastLatitude = in.readDouble();
        walk.lastLongitude = in.readDouble();
        for (long n = in.readLong(); n > 0; n--) {
            Optional<Zone> zone = site.findZone(in.readText());
            long entered = in.readLong();
            long lastInside = in.readLong();
            int entry = (int) in.readLong();
            zone.ifPresent(z -> {
                Stay stay = Stay.opened(z, entered);
                stay.lastInside = lastInside;
                stay.published = track.ledger.entries.get(entry);
                walk.open.add(stay);
            });
        }
    }

    /** A place that the site file no longer has keeps its name, so that its stays can still be corrected. */
    private Place placeOf(String id) {
        return site.findPlace(id).orElseGet(() -> new Place(id, ZoneKind.APPROACH, null, null, Place.Limits.NONE));
    }
}
