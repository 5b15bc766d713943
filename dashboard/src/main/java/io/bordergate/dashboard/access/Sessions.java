package io.bordergate.dashboard.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who has signed in at the page. A browser holds a random number only: the token is in no cookie and on no disk, signing
 * out ends the session for good, and tokens of any size fit. The price is that a session is of one process: another copy
 * of the dashboard, or this one after a restart, asks for the token again. Thread-safe.
 */
public final class Sessions {
    /** A working day and its handover. */
    public static final Duration LONGEST = Duration.ofHours(12);

    static final int MOST = 10_000;
    private static final int ID_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Authentication authentication;
    private final Clock clock;
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    public Sessions(Authentication authentication, Clock clock) {
        this.authentication = authentication;
        this.clock = clock;
    }

    private record Session(Visitor visitor, Instant until) {}

    /** The number of a new session. The oldest one goes if there are too many. */
    public synchronized String open(Visitor visitor) {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        // All last equally long, so those that end first come first.
        Iterator<Session> oldest = sessions.values().iterator();
        while (oldest.hasNext() && (!now.isBefore(oldest.next().until) || sessions.size() >= MOST)) {
            oldest.remove();
        }
        sessions.put(TokenLines.markOf(id), new Session(visitor, now.plus(LONGEST)));
        return id;
    }

    /** Whose session it is, with the role as it is now; empty once it or its token has ended. */
    public Optional<Visitor> find(String id) {
        String key = TokenLines.markOf(id);
        Session session;
        synchronized (this) {
            session = sessions.get(key);
        }
        if (session == null || !clock.instant().isBefore(session.until)) {
            return Optional.empty();
        }
        return authentication.again(session.visitor);
    }

    /** Ends it. */
    public synchronized void close(String id) {
        sessions.remove(TokenLines.markOf(id));
    }
}
