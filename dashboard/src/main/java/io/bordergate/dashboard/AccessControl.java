package io.bordergate.dashboard;

import io.bordergate.dashboard.access.Pace;
import io.bordergate.dashboard.access.Role;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.util.Optional;

/** Stands before every route: finds out who asks, holds everybody to a pace, and asks {@link AccessRules} for the role. */
final class AccessControl {
    private static final int SECONDS_AT_ONCE = 10;

    private final Admission admission;
    private final ClientAddress addresses;
    private final Pace pace;

    AccessControl(Admission admission, ClientAddress addresses, int perSecond) {
        this.admission = admission;
        this.addresses = addresses;
        this.pace = new Pace(perSecond, perSecond * SECONDS_AT_ONCE);
    }

    void addTo(RoutesConfig routes) {
        routes.before(this::identify);
        routes.beforeMatched(this::admit);
    }

    private void identify(Context context) {
        if (addresses.isHttps(context)) {
            context.header("Strict-Transport-Security", "max-age=31536000");
        }
        if (admission.isOn()) {
            // What one may see another must not find in a cache.
            context.header("Cache-Control", "private, no-cache");
        }
        Caller caller = admission.identify(context);
        caller.keepIn(context);
        Optional<Duration> pause = pace.take(caller.client());
        if (pause.isPresent()) {
            refuse(context, Problem.tooMany("Too many requests", pause.get()));
        }
    }

    private void admit(Context context) {
        Endpoint asked = context.endpoints().matchedHttpEndpoint();
        Optional<Role> needed = asked == null ? Optional.empty() : AccessRules.find(asked.method.name(), asked.path);
        if (needed.isEmpty()) {
            refuse(context, Problem.of(403, "Forbidden", "Nobody may ask for this"));
        } else if (!Caller.of(context).role().may(needed.get())) {
            refuse(context, why(Caller.of(context), needed.get()));
        }
    }

    private static Problem why(Caller caller, Role needed) {
        if (caller.refusal() != null) {
            return caller.refusal();
        }
        if (caller.name() == null) {
            return Problem.unauthorized("Sign in: send a token as 'Authorization: Bearer …', or open the page");
        }
        return Problem.of(
                403,
                "Forbidden",
                "This needs the role " + needed.word() + ", and you have "
                        + (caller.role() == Role.ANYBODY
                                ? "none"
                                : caller.role().word())
                        + ": ask whoever runs the dashboard for it");
    }

    private static void refuse(Context context, Problem problem) {
        problem.answer(context);
        context.skipRemainingHandlers();
    }
}
