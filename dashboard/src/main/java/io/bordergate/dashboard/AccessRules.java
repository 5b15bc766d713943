package io.bordergate.dashboard;

import io.bordergate.dashboard.access.Role;
import java.util.List;
import java.util.Optional;

/**
 * Which role each route needs: the one table. A route without a line is answered to nobody, and keeps the dashboard from
 * starting. The first line that fits holds. Immutable.
 */
final class AccessRules {
    private static final List<Line> LINES = List.of(
            // The page's files hold no figure.
            new Line("GET", "/", Role.ANYBODY),
            new Line("GET", "/*.js", Role.ANYBODY),
            new Line("GET", "/*.css", Role.ANYBODY),
            new Line("GET", "/*.svg", Role.ANYBODY),
            new Line("GET", "/leaflet/*.js", Role.ANYBODY),
            new Line("GET", "/leaflet/*.css", Role.ANYBODY),
            new Line("GET", "/outlines.geojson", Role.ANYBODY),
            new Line("GET", "/health", Role.ANYBODY),
            new Line("GET", "/ready", Role.ANYBODY),
            new Line("GET", "/api/v1/openapi.json", Role.ANYBODY),
            // Who asks, signing in and signing out.
            new Line("GET", "/api/v1/session", Role.ANYBODY),
            new Line("POST", "/api/v1/session", Role.ANYBODY),
            new Line("DELETE", "/api/v1/session", Role.ANYBODY),
            // Figures of gates and yards.
            new Line("GET", "/api/v1/gates", Role.VIEWER),
            new Line("GET", "/api/v1/yards", Role.VIEWER),
            new Line("GET", "/api/v1/advice", Role.VIEWER),
            new Line("GET", "/api/v1/alerts", Role.VIEWER),
            new Line("GET", "/api/v1/daily", Role.VIEWER),
            new Line("GET", "/api/v1/daily.csv", Role.VIEWER),
            new Line("GET", "/api/v1/stream", Role.VIEWER),
            new Line("GET", "/api/v1/site", Role.VIEWER),
            new Line("GET", "/api/v1/yards/{}", Role.VIEWER),
            // Single trucks, and what is said to others.
            new Line("GET", "/api/v1/trips", Role.OPERATOR),
            new Line("GET", "/api/v1/trips/{}", Role.OPERATOR),
            new Line("GET", "/api/v1/trucks", Role.OPERATOR),
            new Line("GET", "/api/v1/yards/{}/trucks", Role.OPERATOR),
            new Line("POST", "/api/v1/alerts/{}/ack", Role.OPERATOR),
            // How the dashboard is set up.
            new Line("GET", "/api/v1/installation", Role.ADMIN));

    private AccessRules() {}

    /** A * stands for anything but a slash, {} for a value of the path. */
    private record Line(String method, String path, Role role) {
        boolean fits(String method, String path) {
            int star = this.path.indexOf('*');
            if (!this.method.equals(method)) {
                return false;
            }
            if (star < 0) {
                return path.equals(this.path);
            }
            String before = this.path.substring(0, star);
            String after = this.path.substring(star + 1);
            return path.length() >= before.length() + after.length()
                    && path.startsWith(before)
                    && path.endsWith(after)
                    && path.indexOf('/', star) < 0;
        }
    }

    /** The role that this route needs; empty if no line says so. The path is as the route is written, not as it is asked. */
    static Optional<Role> find(String method, String path) {
        String shape = path.replaceAll("\\{\\w+}|<\\w+>", "{}");
        return LINES.stream()
                .filter(line -> line.fits(method, shape))
                .map(Line::role)
                .findFirst();
    }
}
