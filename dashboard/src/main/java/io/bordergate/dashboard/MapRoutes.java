package io.bordergate.dashboard;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;

/**
 * What the map of the page is drawn of, all of it from the jar: the shapes of the site, the outlines of the land around it, and
 * the library that draws. None of it names a truck.
 */
final class MapRoutes {
    private static final String GEO_JSON = "application/geo+json";
    private static final String LIBRARY = "/META-INF/maven/org.webjars.npm/leaflet/pom.properties";
    private static final String LIBRARY_FILES = "/META-INF/resources/webjars/leaflet/%s/dist/%s";

    private final LiveBoard board;

    MapRoutes(LiveBoard board) {
        this.board = board;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/v1/site", context -> {
            Question.of(context, Set.of());
            JsonAnswer.answer(context, GEO_JSON, board.current().view().site().geoJson());
        });
        addFile(routes, "/outlines.geojson", "/map/border-outlines.geojson", GEO_JSON);
        String version = libraryVersion();
        addFile(
                routes,
                "/leaflet/leaflet.js",
                LIBRARY_FILES.formatted(version, "leaflet.js"),
                "text/javascript; charset=utf-8");
        addFile(
                routes,
                "/leaflet/leaflet.css",
                LIBRARY_FILES.formatted(version, "leaflet.css"),
                "text/css; charset=utf-8");
    }

    /** The library lies in its jar under its version, which only the build names. */
    private static String libraryVersion() {
        try (InputStream in = open(LIBRARY)) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addFile(RoutesConfig routes, String path, String file, String type) {
        String text = read(file);
        routes.get(path, context -> JsonAnswer.answer(context, type, text));
    }

    private static String read(String file) {
        try (InputStream in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        InputStream in = MapRoutes.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException(file + " is not on the class path: build the dashboard again");
        }
        return in;
    }
}
