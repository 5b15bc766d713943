package io.bordergate.dashboard.access;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which identity provider is believed, and how it names our roles. Immutable.
 *
 * @param issuer its URL, as in the tokens; https, or http on this machine
 * @param audience for whom tokens must have been made
 * @param rolesClaim the claim with the roles; a dot leads into an object, as in realm_access.roles
 * @param roles our role by the value of that claim
 */
public record OidcConfig(String issuer, String audience, String rolesClaim, Map<String, Role> roles) {
    public OidcConfig {
        roles = Map.copyOf(roles);
    }

    /** Reads {@code viewer=value,operator=value,admin=value}; empty if it cannot be read. */
    public static Optional<Map<String, Role>> parseRoles(String text) {
        Map<String, Role> roles = new TreeMap<>();
        for (String pair : text.split(",", -1)) {
            int middle = pair.indexOf('=');
            Optional<Role> role =
                    Role.find(pair.substring(0, Math.max(0, middle)).strip());
            String value = pair.substring(middle + 1).strip();
            if (middle < 0 || role.isEmpty() || value.isEmpty() || roles.put(value, role.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(roles);
    }

    /** Keys that come over an open line can be anybody's. */
    public static boolean isSafe(String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() == null || uri.getUserInfo() != null) {
                return false;
            }
            return "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isThisMachine(uri.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
