package io.bordergate.domain.presence;

import io.bordergate.domain.presence.StayRevision.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What has been sent of a truck's stays and may still have to be corrected. Finds, for stays as they are now, the ids
 * under which they went out, and sends what differs. Mutable, not thread-safe.
 */
final class Ledger {
    final List<Published> entries = new ArrayList<>(2);
    /** Some entry is not open, so there may be something to forget. */
    private boolean anyEnded = true;

    /** Sends the stay if it is new or says something else than before. */
    void publish(String truckId, Stay stay, long silence, Consumer<StayRevision> out) {
        if (stay.published == null) {
            stay.published = reissueOrNew(stay);
        }
        send(truckId, stay.published, stay.factsAfterSilence(silence), out);
    }

    /**
     * Sends all that differs between what went out and the stays as they are now; what is no longer there is withdrawn.
     *
     * @param stays all stays that are open or not yet settled
     */
    void republish(String truckId, List<Stay> stays, long silence, Consumer<StayRevision> out) {
        matchIds(stays);
        for (Published entry : List.copyOf(entries)) {
            if (isOrphan(entry, stays)) {
                send(truckId, entry, entry.facts.withdrawn(), out);
            }
        }
        for (Stay stay : stays) {
            publish(truckId, stay, silence, out);
        }
    }

    /** Links a track that was read back from its state to what had been sent, without sending anything. */
    void matchIds(List<Stay> stays) {
        match(
                stays,
                stay -> entry -> stay.origin == Stay.Origin.INSIDE
                        ? stay.entered <= entry.anchor && entry.anchor <= stay.lastInside
                        : stay.left == entry.anchor);
        match(
                stays,
                stay -> entry ->
                        !entry.isWithdrawn() && entry.facts.enteredAt() <= stay.end() && stay.entered <= entry.end());
    }

    /** Links stays as they went out last: in one zone no two that hold have the same entry. */
    void linkAsSent(List<Stay> stays) {
        match(stays, stay -> entry -> !entry.isWithdrawn() && entry.facts.enteredAt() == stay.entered);
    }

    /** Whether something that was sent and holds belongs to no stay any more. */
    boolean hasOrphans(List<Stay> stays) {
        return entries.stream().anyMatch(entry -> isOrphan(entry, stays));
    }

    private static boolean isOrphan(Published entry, List<Stay> stays) {
        return !entry.settled && !entry.isWithdrawn() && stays.stream().noneMatch(s -> s.published == entry);
    }

    /** Forgets what can no longer change: all that ended before the horizon and is not open in the settled past. */
    void forgetBefore(long horizon, Walk settled) {
        if (!anyEnded) {
            return;
        }
        entries.removeIf(entry -> entry.facts.closedBy() != Closure.OPEN
                && entry.end() < horizon
                && settled.open.stream().noneMatch(s -> s.published == entry));
        anyEnded = entries.stream().anyMatch(entry -> entry.facts.closedBy() != Closure.OPEN);
    }

    private void match(List<Stay> stays, java.util.function.Function<Stay, Predicate<Published>> fits) {
        for (Stay stay : stays) {
            if (stay.published == null) {
                entries.stream()
                        .filter(entry -> !entry.settled
                                && entry.isOf(stay)
                                && stays.stream().noneMatch(s -> s.published == entry))
                        .filter(fits.apply(stay))
                        .min(Comparator.comparingLong(entry -> entry.anchor))
                        .ifPresent(entry -> stay.published = entry);
            }
        }
    }

    private Published reissueOrNew(Stay stay) {
        long anchor = stay.origin == Stay.Origin.INSIDE ? stay.entered : stay.left;
        while (true) {
            Published sameId = find(stay, anchor);
            if (sameId == null) {
                var entry = new Published(stay.origin, stay.place, anchor);
                entries.add(entry);
                return entry;
            }
            if (sameId.isWithdrawn()) {
                return sameId;
            }
            anchor++;
        }
    }

    private Published find(Stay stay, long anchor) {
        for (Published entry : entries) {
            if (entry.anchor == anchor && entry.isOf(stay)) {
                return entry;
            }
        }
        return null;
    }

    private void send(String truckId, Published entry, Facts facts, Consumer<StayRevision> out) {
        if (!facts.equals(entry.facts)) {
            entry.facts = facts;
            entry.revision++;
            anyEnded |= facts.closedBy() != Closure.OPEN;
            out.accept(new StayRevision(entry.stayId(truckId), entry.revision, truckId, entry.place, facts));
        }
    }
}
