package io.bordergate.dashboard;

import io.bordergate.dashboard.AccessConfig.Mode;
import io.bordergate.dashboard.access.OidcConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All that the dashboard can be told. Made only if all of it can be used; else one {@link DashboardException} lists every
 * fault. Immutable.
 *
 * @param bootstrapServers brokers, host:port, comma between
 * @param registryUrl schema registry with the Confluent REST API; several with a comma between
 * @param siteId which record of the site topic is ours
 * @param host address to serve on; a loopback address unless somebody has to sign in
 * @param port its port; 0 picks a free one
 * @param access who is let in
 */
public record DashboardConfig(
        String bootstrapServers, String registryUrl, String siteId, String host, int port, AccessConfig access) {
    static final String HOST = "BORDER_DASHBOARD_HOST";
    static final String AUTH = "BORDER_DASHBOARD_AUTH";
    static final String TOKENS_FILE = "BORDER_DASHBOARD_TOKENS_FILE";
    static final String OIDC_ISSUER = "BORDER_DASHBOARD_OIDC_ISSUER";
    static final String OIDC_AUDIENCE = "BORDER_DASHBOARD_OIDC_AUDIENCE";
    static final String OIDC_ROLES_CLAIM = "BORDER_DASHBOARD_OIDC_ROLES_CLAIM";
    static final String OIDC_ROLES = "BORDER_DASHBOARD_OIDC_ROLES";
    static final String PUBLIC_HOST = "BORDER_DASHBOARD_PUBLIC_HOST";
    static final String BEHIND_PROXY = "BORDER_DASHBOARD_BEHIND_PROXY";
    static final String RATE = "BORDER_DASHBOARD_RATE";

    private static final String DEFAULT_SITE = "lang-son";
    private static final String DEFAULT_HOST = "127.0.0.1";
    private static final String DEFAULT_PORT = "8091";
    private static final String DEFAULT_AUTH = "none";
    private static final String DEFAULT_ROLES_CLAIM = "roles";
    private static final String DEFAULT_ROLES = "viewer=viewer,operator=operator,admin=admin";
    private static final String DEFAULT_BEHIND_PROXY = "false";
    private static final String DEFAULT_RATE = "100";
    private static final int BAD_NUMBER = -1;

    public DashboardConfig {
        List<String> faults = new ArrayList<>();
        required(faults, "BORDER_BOOTSTRAP_SERVERS", bootstrapServers, "host:port of a broker");
        required(faults, "BORDER_REGISTRY_URL", registryUrl, "URL of the schema registry");
        if (registryUrl != null && !registryUrl.isBlank() && !areUrls(registryUrl)) {
            faults.add("BORDER_REGISTRY_URL is '" + registryUrl + "': give a URL such as http://127.0.0.1:8081");
        }
        required(faults, "BORDER_SITE_ID", siteId, "siteId of the site file");
        faults.addAll(access.faults(host));
        if (port < 0 || port > 65_535) {
            faults.add("BORDER_DASHBOARD_PORT is not a number from 0 to 65535");
        }
        if (!faults.isEmpty()) {
            throw new DashboardException("dashboard configuration: " + String.join("; ", faults));
        }
    }

    /** One where nobody has to sign in. */
    public DashboardConfig(String bootstrapServers, String registryUrl, String siteId, String host, int port) {
        this(bootstrapServers, registryUrl, siteId, host, port, AccessConfig.NONE);
    }

    /** Reads {@code BORDER_…} variables. */
    static DashboardConfig from(Map<String, String> environment) {
        return new DashboardConfig(
                environment.get("BORDER_BOOTSTRAP_SERVERS"),
                environment.get("BORDER_REGISTRY_URL"),
                environment.getOrDefault("BORDER_SITE_ID", DEFAULT_SITE),
                environment.getOrDefault(HOST, DEFAULT_HOST).trim(),
                number(environment.getOrDefault("BORDER_DASHBOARD_PORT", DEFAULT_PORT)),
                access(environment));
    }

    private static AccessConfig access(Map<String, String> environment) {
        Mode mode = mode(environment.getOrDefault(AUTH, DEFAULT_AUTH).trim());
        String file = environment.get(TOKENS_FILE);
        var oidc = new OidcConfig(
                environment.get(OIDC_ISSUER),
                environment.get(OIDC_AUDIENCE),
                environment.getOrDefault(OIDC_ROLES_CLAIM, DEFAULT_ROLES_CLAIM),
                OidcConfig.parseRoles(environment.getOrDefault(OIDC_ROLES, DEFAULT_ROLES))
                        .orElse(Map.of()));
        return new AccessConfig(
                mode,
                mode != Mode.TOKENS || file == null || file.isBlank() ? null : Path.of(file),
                mode == Mode.OIDC ? oidc : null,
                environment.get(PUBLIC_HOST),
                environment.getOrDefault(BEHIND_PROXY, DEFAULT_BEHIND_PROXY).equals("true"),
                number(environment.getOrDefault(RATE, DEFAULT_RATE)));
    }

    private static Mode mode(String text) {
        return switch (text) {
            case "none" -> Mode.NONE;
            case "tokens" -> Mode.TOKENS;
            case "oidc" -> Mode.OIDC;
            default -> Mode.BAD;
        };
    }

    private static void required(List<String> faults, String name, String value, String what) {
        if (value == null || value.isBlank()) {
            faults.add(name + " is not set: give the " + what);
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            return BAD_NUMBER;
        }
    }

    private static boolean areUrls(String text) {
        try {
            for (String one : text.split(",", -1)) {
                if (URI.create(one.trim()).getHost() == null) {
                    return false;
                }
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
