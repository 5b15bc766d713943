package io.bordergate.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The page and what it loads, as it lies in the jar. */
final class PageRoutes {
    /** All scripts of the page; a test holds the list against the folder. */
    static final List<String> SCRIPTS = List.of(
            "board.js",
            "stream.js",
            "words.js",
            "words-trip.js",
            "words-access.js",
            "session.js",
            "sign-in.js",
            "trips.js",
            "trip-page.js",
            "trip-rows.js",
            "language.js",
            "format.js",
            "dom.js",
            "gate-card.js",
            "gate-reasons.js",
            "gate-sides.js",
            "gate-ahead.js",
            "gate-advice.js",
            "yards.js",
            "yard-page.js",
            "views.js",
            "map.js",
            "map-beside.js",
            "map-clusters.js",
            "map-figures.js",
            "map-labels.js",
            "map-marks.js",
            "map-shapes.js",
            "map-trucks.js",
            "words-map.js",
            "chart.js",
            "alerts.js",
            "ack.js",
            "daily.js");

    private PageRoutes() {}

    static void addTo(RoutesConfig routes) {
        routes.get("/", page("index.html", "text/html; charset=utf-8"));
        for (String sheet :
                List.of("board.css", "gates.css", "trips.css", "yard.css", "map.css", "access.css", "print.css")) {
            routes.get("/" + sheet, page(sheet, "text/css; charset=utf-8"));
        }
        routes.get("/icon.svg", page("icon.svg", "image/svg+xml"));
        SCRIPTS.forEach(script -> routes.get("/" + script, page(script, "text/javascript; charset=utf-8")));
    }

    private static Handler page(String file, String type) {
        byte[] bytes = read("/web/" + file);
        return context -> context.contentType(type).result(bytes);
    }

    private static byte[] read(String path) {
        try (InputStream in = PageRoutes.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not in the jar: build it again");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
