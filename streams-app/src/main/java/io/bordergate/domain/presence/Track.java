package io.bordergate.domain.presence;

import io.bordergate.domain.presence.StayRevision.Facts;
import io.bordergate.domain.site.Place;
import io.bordergate.domain.site.Site;
import io.bordergate.domain.site.ZoneSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * All that is remembered of one truck. The settled past (older than the lateness window, so nothing can change it) is a
 * walk that has ended; the recent fixes are kept, and a second walk over them gives the present. A fix that arrives in
 * order is one step of the second walk; one that does not makes it start over. Mutable, not thread-safe.
 */
public final class Track {
    /** No timer is needed. */
    public static final long NEVER = Long.MAX_VALUE;

    /**
     * So many fixes older than the horizon are settled in one go: side by side in memory they cost little more than one.
     * Changes no result, since what is late is judged by the horizon alone.
     */
    static final int SETTLE_AT_ONCE = 32;

    /** So many fixes of the lateness window are kept, those that lost included. */
    static final int MOST_FIXES = 20_000;

    private final String truckId;
    private final int settleAtOnce;
    final Walk settled;
    final RecentFixes recent = new RecentFixes();
    final Losers losers = new Losers();
    final Ledger ledger = new Ledger();
    long newestRecordTime = Long.MIN_VALUE;
    /** The time at which something was told of it last. */
    long toldAt = Long.MIN_VALUE;

    private Walk present;
    /** What was sent no longer follows from the fixes: the site file has changed since. */
    private boolean orphaned;

    private final List<Stay> touched = new ArrayList<>(2);
    /** For when its owner has set a timer for it; not part of its state, {@link #NEVER} after it was read back. */
    private long alarm = NEVER;
    /** Time of the place by which others were last told where the truck is. */
    long toldOnTheWay;

    /** The place that was shown last. */
    final Shown shown = new Shown();

    /** Some open stay went out as uncertain or closed by silence. */
    private boolean doubted;

    public Track(String truckId) {
        this(truckId, SETTLE_AT_ONCE);
    }

    /** With another number of fixes that wait until they are settled together; the results are the same. */
    public Track(String truckId, int settleAtOnce) {
        this.truckId = truckId;
        this.settleAtOnce = settleAtOnce;
        this.settled = new Walk();
        this.present = settled.copy();
    }

    public String truckId() {
        return truckId;
    }

    /** When the newest fix of it was received; epoch milliseconds, {@link Long#MIN_VALUE} before the first. */
    public long newestRecordTime() {
        return newestRecordTime;
    }

    /**
     * At which time what changes at a moment is to be told: never before what was told already, so that whoever takes it in the
     * order of these times ends with the newest. The clock may pass a limit before a fix of an earlier time comes in.
     */
    public long tellAt(long moment) {
        toldAt = Math.max(toldAt, Math.max(moment, newestRecordTime));
        return toldAt;
    }

    /** Takes a fix in, sends the stays it changes, and says what became of it. */
    public FixFate apply(Fix fix, Site site, Consumer<StayRevision> out) {
        long newest = Math.max(newestRecordTime, fix.recordTime());
        long horizon = newest - site.latenessWindow();
        boolean late = fix.time() < horizon || (settled.started && fix.time() <= settled.lastTime);
        if (!late && recent.size() + losers.fixes.size() >= MOST_FIXES && isBeyond(fix, horizon)) {
            return FixFate.FLOOD;
        }
        newestRecordTime = newest;
        if (late) {
            return FixFate.LATE;
        }
        if (orphaned) {
            startOver(site, NEVER, out);
        }
        FixFate fate = recent.isNewest(fix.time()) ? append(fix, site, out) : insert(fix, site, out);
        settleBefore(horizon, site);
        return fate;
    }

    /** Time has passed without a fix: sends the open stays that have become uncertain or are over. */
    public void passTime(long clock, Site site, Consumer<StayRevision> out) {
        if (orphaned) {
            startOver(site, NEVER, out);
        }
        publishOpen(clock, out);
    }

    /** When, if no fix comes before, {@link #passTime} has something to send; epoch milliseconds. */
    public long nextDeadline() {
        long next = orphaned ? present.lastTime : NEVER;
        for (Stay stay : present.open) {
            if (stay.published == null) {
                return present.lastTime;
            }
            Facts sent = stay.published.facts;
            if (sent.closedBy() == Closure.OPEN) {
                Place.Limits limits = stay.place.limits();
                long limit = sent.uncertain()
                        ? limits.silenceTimeout()
                        : Math.min(limits.silenceAfter(), limits.silenceTimeout());
                if (limit != Place.Limits.OFF) {
                    next = Math.min(next, present.lastTime + limit + 1);
                }
            }
        }
        return next;
    }

    /** Whether a timer is to be set for that time: there is none yet that goes off as early. */
    public boolean needsAlarm(long at) {
        if (at >= alarm) {
            return false;
        }
        alarm = at;
        return true;
    }

    /** The timer has gone off. */
    public void alarmWentOff() {
        alarm = NEVER;
    }

    /**
     * Whether where the truck is ought to be told again: it is in no zone of a gate, and its last place is so much newer than
     * the one that was told last. Then it counts as told.
     */
    public boolean isToBeToldOnTheWay(long every) {
        if (present.placeTime - toldOnTheWay < every) {
            return false;
        }
        for (int i = 0; i < present.open.size(); i++) {
            if (!present.open.get(i).place.kind().isOnTheWay()) {
                return false;
            }
        }
        toldOnTheWay = present.placeTime;
        return true;
    }

    /** Whether its last place ought to be shown on a map, see {@link Shown}. Then it counts as shown. */
    public boolean isToBeShown() {
        return shown.take(present.placeTime, present.lastLatitude, present.lastLongitude);
    }

    /** When the truck's last fix was, with a place or without, epoch milliseconds. */
    public long lastFixTime() {
        return present.lastTime;
    }

    /** The last place that was accepted. */
    public Whereabouts lastPlace() {
        return new Whereabouts(present.placeTime, present.lastLatitude, present.lastLongitude);
    }

    /** Whether the fix of that time and so many before it, all within the window, are at exactly the same place. */
    public boolean hasStood(long time, int before, Site site) {
        return recent.haveStood(time, before, newestRecordTime - site.latenessWindow());
    }

    /** Whether nothing more is to be said of it unless a fix comes: every stay has ended. */
    public boolean isOver() {
        for (Stay stay : present.open) {
            if (stay.published == null || stay.published.facts.closedBy() == Closure.OPEN) {
                return false;
            }
        }
        return true;
    }

    /** After reading back: walks to the present without sending anything. */
    void resume(Site site) {
        var stays = new ArrayList<Stay>();
        walkToPresent(site, NEVER, stays);
        ledger.linkAsSent(stays);
        ledger.matchIds(stays);
        doubted = true;
        orphaned = ledger.hasOrphans(stays);
    }

    private FixFate append(Fix fix, Site site, Consumer<StayRevision> out) {
        ZoneSet zones = site.zonesAt(fix.latitude(), fix.longitude());
        recent.append(fix, zones);
        touched.clear();
        boolean placed = present.step(site, fix.time(), fix.latitude(), fix.longitude(), zones, touched);
        for (int i = 0; i < touched.size(); i++) {
            ledger.publish(truckId, touched.get(i), silenceAt(newestRecordTime), out);
        }
        if (doubted || newestRecordTime - fix.time() > site.shortestDoubt()) {
            publishOpen(newestRecordTime, out);
        }
        return FixFate.ofKept(fix, placed);
    }

    private FixFate insert(Fix fix, Site site, Consumer<StayRevision> out) {
        int at = recent.find(fix.time());
        if (at < 0) {
            recent.insert(-at - 1, fix);
            return FixFate.ofKept(fix, startOver(site, fix.time(), out));
        }
        Fix holder = recent.get(at);
        if (holder.isWhere(fix)) {
            recent.setRecordTime(at, Math.min(holder.recordTime(), fix.recordTime()));
            return FixFate.DUPLICATE;
        }
        FixFate fate = losers.hold(fix) ? FixFate.DUPLICATE : FixFate.CONFLICT;
        Fix winner = losers.contest(holder, fix);
        if (!winner.isWhere(holder)) {
            recent.replace(at, winner);
            startOver(site, fix.time(), out);
        }
        return fate;
    }

    /** Whether no more are kept than may be, and this is not one of them again. */
    private boolean isBeyond(Fix fix, long horizon) {
        boolean full = recent.countFrom(horizon) + losers.countFrom(horizon) >= MOST_FIXES;
        return full && !recent.hold(fix) && !losers.hold(fix);
    }

    /** Whether the place of the fix of that time was accepted. */
    private boolean startOver(Site site, long time, Consumer<StayRevision> out) {
        var stays = new ArrayList<Stay>();
        boolean placed = walkToPresent(site, time, stays);
        ledger.republish(truckId, stays, silenceAt(newestRecordTime), out);
        doubted = true;
        orphaned = false;
        return placed;
    }

    /**
     * Starts the present over from the settled past, and adds all stays that are open or not yet settled. Whether the place
     * of the fix of that time was accepted.
     */
    private boolean walkToPresent(Site site, long time, List<Stay> stays) {
        boolean placed = false;
        present = settled.copy();
        stays.addAll(present.open);
        touched.clear();
        for (int i = 0; i < recent.size(); i++) {
            boolean accepted = present.step(
                    site, recent.time(i), recent.latitude(i), recent.longitude(i), zonesOf(i, site), touched);
            placed |= accepted && recent.time(i) == time;
        }
        for (Stay stay : touched) {
            if (!stays.contains(stay)) {
                stays.add(stay);
            }
        }
        return placed;
    }

    /** Moves what is older than the horizon into the settled past, once there is enough of it. */
    private void settleBefore(long horizon, Site site) {
        if (recent.size() <= settleAtOnce || recent.time(settleAtOnce) >= horizon) {
            return;
        }
        touched.clear();
        while (recent.size() > 0 && recent.time(0) < horizon) {
            settled.step(site, recent.time(0), recent.latitude(0), recent.longitude(0), zonesOf(0, site), touched);
            recent.dropOldest();
        }
        losers.forgetBefore(horizon);
        if (!touched.isEmpty()) {
            ledger.linkAsSent(touched);
            for (Stay stay : touched) {
                if (!stay.isOpen() && stay.published != null) {
                    stay.published.settled = true;
                }
            }
        }
        if (!ledger.entries.isEmpty()) {
            ledger.forgetBefore(horizon, settled);
        }
    }

    private void publishOpen(long clock, Consumer<StayRevision> out) {
        long silence = silenceAt(clock);
        doubted = false;
        for (int i = 0; i < present.open.size(); i++) {
            Stay stay = present.open.get(i);
            ledger.publish(truckId, stay, silence, out);
            Facts sent = stay.published.facts;
            doubted |= sent.uncertain() || sent.closedBy() != Closure.OPEN;
        }
    }

    private long silenceAt(long clock) {
        return Math.max(0, clock - present.lastTime);
    }

    private ZoneSet zonesOf(int i, Site site) {
        ZoneSet zones = recent.zones(i);
        if (zones == null) {
            zones = site.zonesAt(recent.latitude(i), recent.longitude(i));
            recent.setZones(i, zones);
        }
        return zones;
    }
}
