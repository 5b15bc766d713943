package io.bordergate.domain.presence;

import io.bordergate.domain.presence.StayRevision.Facts;
import io.bordergate.domain.site.Place;
import io.bordergate.domain.site.Site;
import io.bordergate.domain.site.Zone;
import io.bordergate.domain.site.ZoneKind;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A track as bytes, small enough to be written on each commit. Reading back gives an equal track. Not thread-safe: it
 * reuses its buffer.
 */
public final class TrackCodec {
    private static final byte VERSION = 5;
    /** Knew no fix without a place and no suspects. */
    private static final byte FIRST_VERSION = 1;
    /** Since this one it says when something was told last. */
    private static final byte TOLD_VERSION = 3;
    /** Since this one it says by which place it was told last where the truck is. */
    private static final byte ON_THE_WAY_VERSION = 4;
    /** Since this one it says which place was shown last. */
    private static final byte SHOWN_VERSION = 5;

    private static final int STARTED = 1;
    private static final int PLACED = 2;
    private static final int SUSPECTS = 4;

    private final Site site;
    private final int settleAtOnce;
    private final CompactBuffer out = new CompactBuffer(4096);

    public TrackCodec(Site site) {
        this(site, Track.SETTLE_AT_ONCE);
    }

    /** Tracks that are read back settle so many fixes at once. */
    public TrackCodec(Site site, int settleAtOnce) {
        this.site = site;
        this.settleAtOnce = settleAtOnce;
    }

    public byte[] encode(Track track) {
        out.clear();
        out.putByte(VERSION);
        out.putLong(track.newestRecordTime);
        out.putLong(track.toldAt);
        out.putLong(track.toldOnTheWay);
        putShown(track.shown);
        track.recent.writeTo(out);
        out.putLong(track.losers.fixes.size());
        track.losers.fixes.forEach(this::putFix);
        out.putLong(track.ledger.entries.size());
        track.ledger.entries.forEach(this::putEntry);
        putWalk(track);
        return out.toBytes();
    }

    /** Reads back; throws an IllegalArgumentException if the bytes are of another version. */
    public Track decode(String truckId, byte[] bytes) {
        var in = new CompactBuffer.Reader(ByteBuffer.wrap(bytes));
        byte version = in.readByte();
        if (version < FIRST_VERSION || version > VERSION) {
            throw new IllegalArgumentException("track state of version " + version + ", this build reads "
                    + FIRST_VERSION + " to " + VERSION
                    + ": run the build that wrote it, or reset the application");
        }
        var track = new Track(truckId, settleAtOnce);
        track.newestRecordTime = in.readLong();
        track.toldAt = version < TOLD_VERSION ? Long.MIN_VALUE : in.readLong();
        track.toldOnTheWay = version < ON_THE_WAY_VERSION ? 0 : in.readLong();
        if (version >= SHOWN_VERSION) {
            readShown(in, track.shown);
        }
        FixLog.readInto(track.recent, in);
        for (long n = in.readLong(); n > 0; n--) {
            track.losers.fixes.add(readFix(in));
        }
        for (long n = in.readLong(); n > 0; n--) {
            track.ledger.entries.add(readEntry(in));
        }
        readWalk(in, track, version);
        track.resume(site);
        return track;
    }

    private void putShown(Shown shown) {
        out.putLong(shown.time);
        if (shown.time != 0) {
            out.putDouble(shown.latitude);
            out.putDouble(shown.longitude);
        }
    }

    private static void readShown(CompactBuffer.Reader in, Shown shown) {
        shown.time = in.readLong();
        if (shown.time != 0) {
            shown.latitude = in.readDouble();
            shown.longitude = in.readDouble();
        }
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
        out.putText(entry.place.kind().name());
        out.putLong(entry.anchor);
        out.putLong(entry.revision);
        Facts facts = entry.facts;
        out.putText(facts.kind().name());
        out.putText(facts.closedBy().name());
        out.putByte((byte) ((facts.uncertain() ? 1 : 0) + (entry.settled ? 2 : 0)));
        out.putLong(facts.enteredAt() - entry.anchor);
        out.putByte((byte) (facts.leftAt() == Facts.NOT_LEFT ? 0 : 1));
        out.putLong(facts.leftAt() == Facts.NOT_LEFT ? 0 : facts.leftAt() - entry.anchor);
        out.putByte((byte) facts.direction());
    }

    private Published readEntry(CompactBuffer.Reader in) {
        var origin = Stay.Origin.valueOf(in.readText());
        var entry = new Published(origin, placeOf(in.readText(), ZoneKind.valueOf(in.readText())), in.readLong());
        entry.revision = (int) in.readLong();
        var kind = StayKind.valueOf(in.readText());
        var closedBy = Closure.valueOf(in.readText());
        byte flags = in.readByte();
        boolean uncertain = (flags & 1) != 0;
        entry.settled = (flags & 2) != 0;
        long enteredAt = entry.anchor + in.readLong();
        boolean hasLeft = in.readByte() == 1;
        long left = in.readLong();
        entry.facts = new Facts(
                kind, closedBy, uncertain, enteredAt, hasLeft ? entry.anchor + left : Facts.NOT_LEFT, in.readByte());
        return entry;
    }

    private void putWalk(Track track) {
        Walk walk = track.settled;
        boolean placed = walk.lastZones != null;
        boolean suspected = walk.suspects != null;
        out.putByte((byte) ((walk.started ? STARTED : 0) + (placed ? PLACED : 0) + (suspected ? SUSPECTS : 0)));
        if (!walk.started) {
            return;
        }
        out.putLong(walk.lastTime);
        if (placed) {
            out.putLong(walk.lastTime - walk.placeTime);
            out.putDouble(walk.lastLatitude);
            out.putDouble(walk.lastLongitude);
        }
        if (suspected) {
            out.putLong(walk.suspects.row());
            out.putLong(walk.lastTime - walk.suspects.time());
            out.putDouble(walk.suspects.latitude());
            out.putDouble(walk.suspects.longitude());
        }
        putOpen(track);
    }

    private void putOpen(Track track) {
        out.putLong(track.settled.open.size());
        for (Stay stay : track.settled.open) {
            out.putText(stay.place.id());
            out.putLong(stay.entered);
            out.putLong(stay.lastInside);
            out.putLong(track.ledger.entries.indexOf(stay.published));
        }
    }

    private void readWalk(CompactBuffer.Reader in, Track track, byte version) {
        Walk walk = track.settled;
        int flags = in.readByte();
        walk.started = (flags & STARTED) != 0;
        if (!walk.started) {
            return;
        }
        walk.lastTime = in.readLong();
        if ((flags & PLACED) != 0 || version == FIRST_VERSION) {
            walk.placeTime = walk.lastTime - (version == FIRST_VERSION ? 0 : in.readLong());
            walk.lastLatitude = in.readDouble();
            walk.lastLongitude = in.readDouble();
            walk.lastZones = site.zonesAt(walk.lastLatitude, walk.lastLongitude);
        }
        if ((flags & SUSPECTS) != 0) {
            int row = (int) in.readLong();
            walk.suspects = new Suspects(row, walk.lastTime - in.readLong(), in.readDouble(), in.readDouble());
        }
        readOpen(in, track);
    }

    private void readOpen(CompactBuffer.Reader in, Track track) {
        for (long n = in.readLong(); n > 0; n--) {
            Optional<Zone> zone = site.findZone(in.readText());
            long entered = in.readLong();
            long lastInside = in.readLong();
            int entry = (int) in.readLong();
            zone.ifPresent(z -> {
                Stay stay = Stay.opened(z, entered);
                stay.lastInside = lastInside;
                stay.published = entry < 0 ? null : track.ledger.entries.get(entry);
                track.settled.open.add(stay);
            });
        }
    }

    /** A place that the site file no longer has keeps its name, so that its stays can still be corrected. */
    private Place placeOf(String id, ZoneKind kind) {
        return site.findPlace(id).orElseGet(() -> new Place(id, kind, null, null, Place.Limits.NONE));
    }
}
