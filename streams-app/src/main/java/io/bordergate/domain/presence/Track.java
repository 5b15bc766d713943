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

    private final String truckId;
    private final int settleAtOnce;
    final Walk settled;
    final RecentFixes recent = new RecentFixes();
    /** Positions that lost against another one of the same time, so that their repeats are known as duplicates. */
    final List<Fix> losers = new ArrayList<>(0);

    final Ledger ledger = new Ledger();
    long newestRecordTime = Long.MIN_VALUE;

    private Walk present;
    /** What was sent no longer follows from the fixes: the site file has changed since. */
    private boolean orphaned;

    private final List<Stay> touched = new ArrayList<>(2);
    /** For when its owner has set a timer for it; not part of its state, {@link #NEVER} after it was read back. */
    private long alarm = NEVER;

    /** Time of the fix by which others were last told where the truck is; not part of its state. */
    private long toldOnTheWay;

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

    /** Takes a fix in, sends the stays it changes, and says what became of it. */
    public FixFate apply(Fix fix, Site site, Consumer<StayRevision> out) {
        newestRecordTime = Math.max(newestRecordTime, fix.recordTime());
        long horizon = newestRecordTime - site.latenessWindow();
        if (fix.time() < horizon || (settled.started && fix.time() <= settled.lastTime)) {
            return FixFate.LATE;
        }
        if (orphaned) {
            startOver(site, out);
        }
        FixFate fate = recent.isNewest(fix.time()) ? append(fix, site, out) : insert(fix, site, out);
        settleBefore(horizon, site);
        return fate;
    }

    /** Time has passed without a fix: sends the open stays that have become uncertain or are over. */
    public void passTime(long clock, Site site, Consumer<StayRevision> out) {
        if (orphaned) {
            startOver(site, out);
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
     * Whether where the truck is ought to be told again: it is in no zone of a gate, and its newest fix is so much newer than
     * the one that was told last. Then it counts as told.
     */
    public boolean isToBeToldOnTheWay(long every) {
        if (present.lastTime - toldOnTheWay < every) {
            return false;
        }
        for (int i = 0; i < present.open.size(); i++) {
            if (!present.open.get(i).place.kind().isOnTheWay()) {
                return false;
            }
        }
        toldOnTheWay = present.lastTime;
        return true;
    }

    /** When the truck's last fix was, epoch milliseconds. */
    public long lastFixTime() {
        return present.lastTime;
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
        if (settled.started) {
            settled.lastZones = site.zonesAt(settled.lastLatitude, settled.lastLongitude);
        }
        List<Stay> stays = walkToPresent(site);
        ledger.linkAsSent(stays);
        ledger.matchIds(stays);
        doubted = true;
        orphaned = ledger.hasOrphans(stays);
    }

    private FixFate append(Fix fix, Site site, Consumer<StayRevision> out) {
        ZoneSet zones = site.zonesAt(fix.latitude(), fix.longitude());
        recent.append(fix, zones);
        touched.clear();
        present.step(site, fix.time(), fix.latitude(), fix.longitude(), zones, touched);
        for (int i = 0; i < touched.size(); i++) {
            ledger.publish(truckId, touched.get(i), silenceAt(newestRecordTime), out);
        }
        if (doubted || newestRecordTime - fix.time() > site.shortestDoubt()) {
            publishOpen(newestRecordTime, out);
        }
        return FixFate.APPLIED;
    }

    private FixFate insert(Fix fix, Site site, Consumer<StayRevision> out) {
        int at = recent.find(fix.time());
        if (at < 0) {
            recent.insert(-at - 1, fix);
            startOver(site, out);
            return FixFate.APPLIED;
        }
        Fix holder = recent.get(at);
        if (samePlace(holder, fix)) {
            recent.setRecordTime(at, Math.min(holder.recordTime(), fix.recordTime()));
            return FixFate.DUPLICATE;
        }
        FixFate fate = contest(at, holder, fix);
        if (!samePlace(holder, recent.get(at))) {
            startOver(site, out);
        }
        return fate;
    }

    private void startOver(Site site, Consumer<StayRevision> out) {
        List<Stay> stays = walkToPresent(site);
        ledger.republish(truckId, stays, silenceAt(newestRecordTime), out);
        doubted = true;
        orphaned = false;
    }

    /** Two fixes of one time: the earlier recordTime counts, then the smaller latitude, then the smaller longitude. */
    private FixFate contest(int at, Fix holder, Fix fix) {
        FixFate fate = FixFate.CONFLICT;
        Fix challenger = fix;
        for (Fix loser : losers) {
            if (loser.time() == fix.time() && samePlace(loser, fix)) {
                challenger = new Fix(
                        fix.time(), Math.min(loser.recordTime(), fix.recordTime()), fix.latitude(), fix.longitude());
                losers.remove(loser);
                fate = FixFate.DUPLICATE;
                break;
            }
        }
        if (beats(challenger, holder)) {
            recent.replace(at, challenger);
            losers.add(holder);
        } else {
            losers.add(challenger);
        }
        return fate;
    }

    private static boolean samePlace(Fix a, Fix b) {
        return a.latitude() == b.latitude() && a.longitude() == b.longitude();
    }

    private static boolean beats(Fix a, Fix b) {
        if (a.recordTime() != b.recordTime()) {
            return a.recordTime() < b.recordTime();
        }
        return a.latitude() != b.latitude() ? a.latitude() < b.latitude() : a.longitude() < b.longitude();
    }

    /** Starts the present over from the settled past; gives all stays that are open or not yet settled. */
    private List<Stay> walkToPresent(Site site) {
        present = settled.copy();
        List<Stay> stays = new ArrayList<>(present.open);
        touched.clear();
        for (int i = 0; i < recent.size(); i++) {
            present.step(site, recent.time(i), recent.latitude(i), recent.longitude(i), zonesOf(i, site), touched);
        }
        for (Stay stay : touched) {
            if (!stays.contains(stay)) {
                stays.add(stay);
            }
        }
        return stays;
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
        losers.removeIf(loser -> loser.time() < horizon);
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
