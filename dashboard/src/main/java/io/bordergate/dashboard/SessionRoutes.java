package io.bordergate.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.dashboard.Question.BadQuestionException;
import io.bordergate.dashboard.access.Role;
import io.bordergate.dashboard.access.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Set;

/** Who has signed in, and how the page signs in and out: a browser cannot send a header with the stream, but a cookie. */
final class SessionRoutes {
    private static final String PATH = "/api/v1/session";
    private static final int LONGEST_TOKEN = 12_288;

    private final Admission admission;
    private final String mode;

    SessionRoutes(Admission admission, AccessConfig.Mode mode) {
        this.admission = admission;
        this.mode = mode.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Who asks. Immutable.
     *
     * @param authentication none, tokens or oidc
     * @param name null if nobody has signed in, or nobody has to
     * @param role null without one
     */
    record Session(String authentication, String name, String role) {}

    void addTo(RoutesConfig routes) {
        routes.before(PATH, context -> context.header("Cache-Control", "no-store"));
        routes.get(PATH, this::show);
        routes.post(PATH, this::signIn);
        routes.delete(PATH, this::signOut);
    }

    private void show(Context context) {
        Question.of(context, Set.of());
        Caller caller = Caller.of(context);
        if (caller.refusal() == null) {
            answer(context, caller.name(), caller.role());
        } else {
            caller.refusal().answer(context);
        }
    }

    private void signIn(Context context) {
        JsonNode body = RequestBody.json(context);
        String token = RequestBody.text(body, "token", LONGEST_TOKEN);
        if (!admission.isOn()) {
            Problem.of(409, "Conflict", "Nobody has to sign in here").answer(context);
            return;
        }
        if (token == null) {
            throw new BadQuestionException("'token' is missing: give the token that you were given");
        }
        Visitor visitor = admission.signIn(context, token);
        answer(context, visitor.name(), visitor.role());
    }

    private void signOut(Context context) {
        if (admission.isOn()) {
            admission.signOut(context);
        }
        context.status(204);
    }

    private void answer(Context context, String name, Role role) {
        var session = new Session(mode, name, role == Role.ANYBODY ? null : role.word());
        context.contentType("application/json").result(BoardJson.line(session));
    }
}
