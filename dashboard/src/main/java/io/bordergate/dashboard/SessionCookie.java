package io.bordergate.dashboard;

import io.bordergate.dashboard.access.Sessions;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * Where a browser keeps the number of its session: scripts do not see it, no page elsewhere makes it be sent, and once it
 * came over https it never goes over an open line.
 */
final class SessionCookie {
    private static final String NAME = "border-gate";
    /** A name that browsers take from https alone, so that nobody on an open line can put another in its place. */
    private static final String SAFE_NAME = "__Host-" + NAME;

    private SessionCookie() {}

    static Optional<String> find(Context context, boolean https) {
        return Optional.ofNullable(context.cookie(https ? SAFE_NAME : NAME)).filter(id -> !id.isBlank());
    }

    static void set(Context context, String id, boolean https) {
        put(context, id, Sessions.LONGEST.toSeconds(), https);
    }

    static void clear(Context context, boolean https) {
        put(context, "", 0, https);
    }

    private static void put(Context context, String value, long seconds, boolean https) {
        context.header(
                "Set-Cookie",
                (https ? SAFE_NAME : NAME) + "=" + value + "; Path=/; Max-Age=" + seconds
                        + "; HttpOnly; SameSite=Strict" + (https ? "; Secure" : ""));
    }
}
