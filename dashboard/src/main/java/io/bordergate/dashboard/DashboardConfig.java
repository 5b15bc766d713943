package io.bordergate.dashboard;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
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
 * @param host loopback address to serve on; no other, as long as there is no authentication
 * @param port its port; 0 picks a free one
 */
public record DashboardConfig(String bootstrapServers, String registryUrl, String siteId, String host, int port) {
    private static final String DEFAULT_SITE = "lang-son";
    private static final String DEFAULT_HOST = "127.0.0.1";
    private static final String DEFAULT_PORT = "8091";
    private static final int BAD_PORT = -1;

    public DashboardConfig {
        List<String> faults = new ArrayList<>();
        required(faults, "BORDER_BOOTSTRAP_SERVERS", bootstrapServers, "host:port of a broker");
        required(faults, "BORDER_REGISTRY_URL", registryUrl, "URL of the schema registry");
        if (registryUrl != null && !registryUrl.isBlank() && !areUrls(registryUrl)) {
            faults.add("BORDER_REGISTRY_URL is '" + registryUrl + "': give a URL such as http://127.0.0.1:8081");
        }
        required(faults, "BORDER_SITE_ID", siteId, "siteId of the site file");
        if (host == null || !isLoopback(host)) {
            faults.add("BORDER_DASHBOARD_HOST is '" + host
                    + "': only a loopback address such as 127.0.0.1 may be served, for there is no authentication");
        }
        if (port < 0 || port > 65_535) {
            faults.add("BORDER_DASHBOARD_PORT is not a number from 0 to 65535");
        }
        if (!faults.isEmpty()) {
            throw new DashboardException("dashboard configuration: " + String.join("; ", faults));
        }
    }

    /** Reads {@code BORDER_…} variables. */
    static DashboardConfig from(Map<String, String> environment) {
        return new DashboardConfig(
                environment.get("BORDER_BOOTSTRAP_SERVERS"),
                environment.get("BORDER_REGISTRY_URL"),
                environment.getOrDefault("BORDER_SITE_ID", DEFAULT_SITE),
                environment.getOrDefault("BORDER_DASHBOARD_HOST", DEFAULT_HOST).trim(),
                number(environment.getOrDefault("BORDER_DASHBOARD_PORT", DEFAULT_PORT)));
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
            return BAD_PORT;
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

    private static boolean isLoopback(String host) {
        try {
            return !host.isBlank() && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
