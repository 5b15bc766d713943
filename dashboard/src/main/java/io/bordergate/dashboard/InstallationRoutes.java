package io.bordergate.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** How the dashboard is set up and how its feed stands, for who runs it. No secret is in it. */
final class InstallationRoutes {
    private final LiveBoard board;
    private final DashboardConfig config;
    private final Instant since;

    InstallationRoutes(LiveBoard board, DashboardConfig config, Instant now) {
        this.board = board;
        this.config = config;
        this.since = now;
    }

    /**
     * What is configured. Immutable.
     *
     * @param since when the process began to serve
     */
    record Installation(
            Instant since,
            String siteId,
            String bootstrapServers,
            String registryUrl,
            String host,
            String publicHost,
            boolean behindProxy,
            String authentication,
            String issuer,
            int requestsPerSecond,
            FeedState feed) {}

    void addTo(RoutesConfig routes) {
        routes.get("/api/v1/installation", this::show);
    }

    private void show(Context context) {
        Question.of(context, Set.of());
        AccessConfig access = config.access();
        JsonAnswer.answer(
                context,
                new Installation(
                        since,
                        config.siteId(),
                        config.bootstrapServers(),
                        withoutPassword(config.registryUrl()),
                        config.host(),
                        access.publicHost(),
                        access.behindProxy(),
                        access.mode().name().toLowerCase(Locale.ROOT),
                        access.oidc() == null ? null : access.oidc().issuer(),
                        access.perSecond(),
                        board.current().feed()));
    }

    private static String withoutPassword(String urls) {
        return urls.replaceAll("//[^/@,]*@", "//");
    }
}
