package io.bordergate.dashboard;

import io.bordergate.dashboard.access.OidcConfig;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who is let in, and from where. Immutable.
 *
 * @param mode how somebody shows who it is
 * @param tokens the file of tokens; null for another mode
 * @param oidc the identity provider; null for another mode
 * @param publicHost the name by which browsers ask, without a port; null if it is the host that is served on
 * @param behindProxy whether X-Forwarded-For and X-Forwarded-Proto are believed
 * @param perSecond requests that one client may make in the long run, 1 to 100,000; ten times as many at once
 */
record AccessConfig(Mode mode, Path tokens, OidcConfig oidc, String publicHost, boolean behindProxy, int perSecond) {
    static final int USUAL_RATE = 100;
    /** Nobody has to sign in. */
    static final AccessConfig NONE = new AccessConfig(Mode.NONE, null, null, null, false, USUAL_RATE);

    private static final Set<String> ALL_ADDRESSES = Set.of("0.0.0.0", "::", "[::]", "");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+\\]");
    private static final int HIGHEST_RATE = 100_000;

    /** How somebody shows who it is. */
    enum Mode {
        /** Not at all: whoever can reach the port may do everything. */
        NONE,
        /** By a token that a file lists. */
        TOKENS,
        /** By a token of an identity provider. */
        OIDC,
        /** Not known: a fault. */
        BAD
    }

    /** Whether somebody has to sign in. */
    boolean isOn() {
        return mode != Mode.NONE;
    }

    /** What is wrong with it for a dashboard that serves on this host. */
    List<String> faults(String host) {
        List<String> faults = new ArrayList<>();
        if (mode == Mode.BAD) {
            faults.add(DashboardConfig.AUTH + " is not none, tokens or oidc");
        }
        if (mode == Mode.NONE) {
            openFaults(host, faults);
        } else if (publicHost == null && ALL_ADDRESSES.contains(host)) {
            faults.add(
                    DashboardConfig.PUBLIC_HOST + " is not set: give the name by which browsers ask for the dashboard");
        }
        if (publicHost != null && !HOST.matcher(publicHost).matches()) {
            faults.add(DashboardConfig.PUBLIC_HOST + " is not the name of a host: give it without http:// and port");
        }
        if (mode == Mode.TOKENS && tokens == null) {
            faults.add(DashboardConfig.TOKENS_FILE
                    + " is not set: give the file that lists role, name and SHA-256 of each token");
        }
        if (mode == Mode.OIDC) {
            providerFaults(faults);
        }
        if (perSecond < 1 || perSecond > HIGHEST_RATE) {
            faults.add(DashboardConfig.RATE + " is not a number from 1 to 100000");
        }
        return faults;
    }

    /** What is open to everybody must not leave this machine, by its own address or by a proxy's. */
    private void openFaults(String host, List<String> faults) {
        if (!isLoopback(host)) {
            faults.add(
                    DashboardConfig.HOST + " is '" + host + "': without authentication only a loopback address such as"
                            + " 127.0.0.1 may be served: set " + DashboardConfig.AUTH + " to tokens or oidc");
        }
        if (publicHost != null || behindProxy) {
            faults.add(DashboardConfig.PUBLIC_HOST + " and " + DashboardConfig.BEHIND_PROXY
                    + " open the dashboard to others: set " + DashboardConfig.AUTH + " to tokens or oidc");
        }
    }

    private void providerFaults(List<String> faults) {
        if (oidc.issuer() == null || !OidcConfig.isSafe(oidc.issuer())) {
            faults.add(
                    DashboardConfig.OIDC_ISSUER + " is not set to an https URL: give the issuer as its tokens name it");
        }
        if (oidc.audience() == null || oidc.audience().isBlank()) {
            faults.add(
                    DashboardConfig.OIDC_AUDIENCE + " is not set: give the audience of the tokens for the dashboard");
        }
        if (oidc.rolesClaim().isBlank()) {
            faults.add(DashboardConfig.OIDC_ROLES_CLAIM + " is empty: give the claim that holds the roles");
        }
        if (oidc.roles().isEmpty()) {
            faults.add(DashboardConfig.OIDC_ROLES + " is not of the form viewer=value,operator=value,admin=value");
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
