package io.bordergate.dashboard;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is refused whoever asks: requests by a foreign name, from a foreign page, too long, or unreadable. */
final class RequestChecks {
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    /** Whoever watches over the process asks by any name; there is nothing in the answer to be kept. */
    private static final Set<String> WATCHED = Set.of("/health", "/ready");

    private static final Logger LOG = LoggerFactory.getLogger(RequestChecks.class);
    private static final int MOST_TAKEN_IN = 65_536;

    private final String host;
    private final String publicHost;

    RequestChecks(DashboardConfig config) {
        this.host = config.host();
        this.publicHost = config.access().publicHost();
    }

    /** Answers what must be refused, and lets nothing else handle it. */
    void check(Context context) {
        Problem refusal = refusal(context);
        if (refusal != null) {
            takeIn(context);
            refusal.answer(context);
            context.skipRemainingHandlers();
        }
    }

    /** A little of what is refused: a connection that is closed over bytes not read loses the answer too. */
    private static void takeIn(Context context) {
        long length = context.contentLength();
        if (length > 0 && length <= MOST_TAKEN_IN) {
            try {
                context.bodyInputStream().skipNBytes(length);
            } catch (IOException e) {
                LOG.debug("a client went away with its request: {}", e.getMessage());
            }
        }
    }

    private Problem refusal(Context context) {
        if (!isOurs(context.host()) && !WATCHED.contains(context.path())) {
            String name = publicHost == null ? host + ":" + context.port() : publicHost;
            return Problem.of(421, "Misdirected Request", "Ask for http://" + name + "/");
        }
        if (!READING.contains(context.method().name()) && isFromElsewhere(context)) {
            return Problem.of(403, "Forbidden", "Only the board's own page may send this: open it by its own address");
        }
        return context.contentLength() > RequestBody.LONGEST ? RequestBody.tooLong() : unreadable(context);
    }

    /** What the server would stumble over only when a route asks for a part of it. */
    private static Problem unreadable(Context context) {
        if (read(() -> URLDecoder.decode(context.path(), StandardCharsets.UTF_8))
                .isEmpty()) {
            return Problem.of(400, "Bad Request", "The address is not encoded as it should be: a % in it is %25");
        }
        if (read(context::contentType).isEmpty()) {
            return Problem.of(415, "Unsupported Media Type", "The charset of the Content-Type is not known: use utf-8");
        }
        return null;
    }

    /** Empty if the server cannot tell what the part says. */
    private static Optional<String> read(Supplier<String> part) {
        try {
            return Optional.of(String.valueOf(part.get()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A page elsewhere may let its own name point to this machine; asked by that name, we do not answer. */
    private boolean isOurs(String asked) {
        String name = asked == null ? "" : asked.replaceFirst(":\\d+$", "");
        return OWN_NAMES.contains(name) || name.equals(host) || name.equalsIgnoreCase(publicHost);
    }

    /** A browser says from where a request comes; other programs need not. It sends our cookie whoever the page is of. */
    private static boolean isFromElsewhere(Context context) {
        String site = context.header("Sec-Fetch-Site");
        String origin = context.header("Origin");
        return (site != null && !site.equals("same-origin"))
                || (origin != null
                        && !origin.equals("http://" + context.host())
                        && !origin.equals("https://" + context.host()));
    }
}
