package io.bordergate.dashboard;

import io.bordergate.dashboard.access.Authentication;
import io.bordergate.dashboard.access.OidcTokens;
import io.bordergate.dashboard.access.TokenFile;
import io.bordergate.dashboard.access.TokenFile.UnusableException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.router.Endpoint;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dashboard from its start to its end: a feed, a board, a server. It serves at once, and says what it waits for while
 * the broker, the topics or the registry are away.
 */
public final class DashboardApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DashboardApp.class);

    private final LiveBoard board;
    private final AutoCloseable feed;
    private final Acknowledgements acknowledgements;
    private final Javalin server;

    private DashboardApp(LiveBoard board, AutoCloseable feed, Acknowledgements acknowledgements, Javalin server) {
        this.board = board;
        this.feed = feed;
        this.acknowledgements = acknowledgements;
        this.server = server;
    }

    /** Ends with 2 for a bad configuration or a taken port; else runs until it is told to stop. */
    public static void main(String[] args) throws InterruptedException {
        try {
            var app = start(DashboardConfig.from(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(app::close, "shutdown"));
            new CountDownLatch(1).await();
        } catch (DashboardException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** Serves from now on; a {@link DashboardException} says why if it cannot. */
    public static DashboardApp start(DashboardConfig config) {
        var board = new LiveBoard(config.siteId(), Clock.systemUTC().instant());
        var feed = new BoardFeed(config, board, Clock.systemUTC());
        DashboardApp app = start(config, board, feed, Acknowledgements.to(config, Clock.systemUTC()));
        feed.start();
        LOG.info("dashboard on http://{}:{}/", config.host(), app.port());
        return app;
    }

    /** The same over a board that somebody else feeds. */
    static DashboardApp start(
            DashboardConfig config, LiveBoard board, AutoCloseable feed, Acknowledgements acknowledgements) {
        var routes = new BoardRoutes(board, acknowledgements, config, authentication(config.access()));
        Javalin server = Javalin.create(settings -> set(settings, routes));
        refuseOpenDoors(server);
        try {
            server.start(config.host(), config.port());
        } catch (RuntimeException e) {
            server.stop();
            acknowledgements.close();
            throw new DashboardException(
                    "dashboard cannot listen on " + config.host() + ":" + config.port()
                            + ": give another port (0 picks a free one) in BORDER_DASHBOARD_PORT",
                    e);
        }
        return new DashboardApp(board, feed, acknowledgements, server);
    }

    /** Null if nobody has to sign in. */
    private static Authentication authentication(AccessConfig access) {
        try {
            return switch (access.mode()) {
                case NONE, BAD -> null;
                case TOKENS -> TokenFile.open(access.tokens());
                case OIDC -> new OidcTokens(access.oidc(), Clock.systemUTC());
            };
        } catch (UnusableException e) {
            throw new DashboardException("dashboard configuration: " + e.getMessage(), e);
        }
    }

    /** A route that nobody has thought about is a door that stands open. */
    private static void refuseOpenDoors(Javalin server) {
        for (Endpoint route : routes(server)) {
            String method = route.method.name();
            if (AccessRules.find(method, route.path).isEmpty()) {
                throw new DashboardException("dashboard cannot start: " + method + " " + route.path
                        + " has no line in the table of AccessRules: say there which role it needs");
            }
        }
    }

    private static List<Endpoint> routes(Javalin server) {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .toList();
    }

    private static void set(JavalinConfig settings, BoardRoutes routes) {
        settings.startup.showJavalinBanner = false;
        settings.startup.showOldJavalinVersionWarning = false;
        settings.http.prefer405over404 = true;
        settings.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(PlainErrors.MOST_HEAD_BYTES);
        });
        settings.jetty.modifyServer(server -> server.setErrorHandler(new PlainErrors()));
        routes.addTo(settings.routes);
    }

    /** All that can be asked for, as the server has it. */
    List<Endpoint> routes() {
        return routes(server);
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Ends the streams, the server and the feed; returns when they have ended. */
    @Override
    public void close() {
        board.close();
        server.stop();
        acknowledgements.close();
        try {
            feed.close();
        } catch (Exception e) {
            LOG.warn("feed did not close cleanly: {}", e.getMessage());
        }
    }
}
