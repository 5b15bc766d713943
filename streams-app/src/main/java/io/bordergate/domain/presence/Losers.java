package io.bordergate.domain.presence;

import java.util.ArrayList;
import java.util.List;

/**
 * The fixes that lost against another one of the same time: kept so that their repeats are known as duplicates, and so that
 * one that was received earlier than was known can still win. Mutable, not thread-safe.
 */
final class Losers {
    final List<Fix> fixes = new ArrayList<>(0);

    /** Whether a fix of this time and place has lost. */
    boolean hold(Fix fix) {
        return find(fix) != null;
    }

    /** Which of the two counts; the other is kept here. */
    Fix contest(Fix holder, Fix fix) {
        Fix challenger = fix;
        Fix before = find(fix);
        if (before != null) {
            fixes.remove(before);
            challenger = before.recordTime() < fix.recordTime() ? before : fix;
        }
        boolean wins = challenger.beats(holder);
        fixes.add(wins ? holder : challenger);
        return wins ? challenger : holder;
    }

    int countFrom(long time) {
        int count = 0;
        for (Fix fix : fixes) {
            count += fix.time() >= time ? 1 : 0;
        }
        return count;
    }

    void forgetBefore(long horizon) {
        fixes.removeIf(loser -> loser.time() < horizon);
    }

    private Fix find(Fix fix) {
        for (Fix loser : fixes) {
            if (loser.time() == fix.time() && loser.isWhere(fix)) {
                return loser;
            }
        }
        return null;
    }
}
