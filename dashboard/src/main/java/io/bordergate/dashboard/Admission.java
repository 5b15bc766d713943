package io.bordergate.dashboard;

import io.bordergate.dashboard.access.Authentication;
import io.bordergate.dashboard.access.Authentication.AwayException;
import io.bordergate.dashboard.access.Authentication.RefusedException;
import io.bordergate.dashboard.access.Pace;
import io.bordergate.dashboard.access.Sessions;
import io.bordergate.dashboard.access.Visitor;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells from a request who makes it: by a token in its Authorization header, or by the session of the page. Who tries out
 * tokens is slowed down by address. No token gets into the log. Thread-safe.
 */
final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
    private static final String BEARER = "Bearer ";
    private static final int GUESSES_AT_ONCE = 10;
    private static final double GUESSES_PER_SECOND = 1.0 / 6;

    private final Authentication authentication;
    private final Sessions sessions;
    private final ClientAddress addresses;
    private final Pace guesses = new Pace(GUESSES_PER_SECOND, GUESSES_AT_ONCE);

    /** Without an authentication everybody may everything. */
    Admission(Authentication authentication, ClientAddress addresses) {
        this.authentication = authentication;
        this.sessions = authentication == null ? null : new Sessions(authentication, Clock.systemUTC());
        this.addresses = addresses;
    }

    boolean isOn() {
        return authentication != null;
    }

    Caller identify(Context context) {
        String address = addresses.of(context);
        if (!isOn()) {
            return Caller.everybody(address);
        }
        String header = context.header("Authorization");
        return header == null ? bySession(context, address) : byHeader(header, address);
    }

    private Caller bySession(Context context, String address) {
        Optional<String> id = SessionCookie.find(context, addresses.isHttps(context));
        Optional<Visitor> visitor = id.flatMap(sessions::find);
        return visitor.isEmpty()
                ? Caller.unknown(address)
                : Caller.known(visitor.get(), () -> id.flatMap(sessions::find).isPresent());
    }

    private Caller byHeader(String header, String address) {
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Caller.refused(address, Problem.unauthorized("Send the token as 'Authorization: Bearer …'"));
        }
        try {
            Visitor visitor = visitor(header.substring(BEARER.length()).strip(), address);
            return Caller.known(visitor, () -> authentication.again(visitor).isPresent());
        } catch (RefusedRequestException e) {
            return Caller.refused(address, e.problem());
        }
    }

    private Visitor visitor(String token, String address) {
        Optional<Duration> pause = guesses.ask(address);
        if (pause.isPresent()) {
            throw new RefusedRequestException(Problem.tooMany("Too many wrong tokens from here", pause.get()));
        }
        try {
            return authentication.find(token);
        } catch (RefusedException e) {
            if (e.isGuess()) {
                guesses.take(address);
                LOG.warn("a token from {} was refused: {}", address, e.getMessage());
            }
            throw new RefusedRequestException(
                    Problem.unauthorized("The token is not known here, or has expired: get a new one"));
        } catch (AwayException e) {
            LOG.debug("nobody is let in: {}", e.getMessage());
            throw new RefusedRequestException(Problem.of(
                    503,
                    "Service Unavailable",
                    "The identity provider does not answer, and nobody is let in: try again"));
        }
    }

    /** A session for whom the token belongs to, or a refusal that says what to do; a session that the browser had ends. */
    Visitor signIn(Context context, String token) {
        Visitor visitor = visitor(token, addresses.of(context));
        boolean https = addresses.isHttps(context);
        SessionCookie.find(context, https).ifPresent(sessions::close);
        SessionCookie.set(context, sessions.open(visitor), https);
        LOG.info("{} signed in as {} from {}", visitor.name(), visitor.role().word(), addresses.of(context));
        return visitor;
    }

    void signOut(Context context) {
        boolean https = addresses.isHttps(context);
        SessionCookie.find(context, https).ifPresent(sessions::close);
        SessionCookie.clear(context, https);
    }
}
