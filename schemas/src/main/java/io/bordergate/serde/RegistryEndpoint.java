package io.bordergate.serde;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.kafka.common.config.ConfigException;

/**
 * One address of the registry, with the Authorization header to send there, or null. Immutable; prints without secrets.
 */
record RegistryEndpoint(String url, String authorization) {

    static RegistryEndpoint of(String configured, SerdeConfig config) {
        var uri = parse(configured.strip());
        var url = withoutUserInfo(uri);
        var token = config.secret(SerdeConfig.BEARER_TOKEN);
        if (!token.isEmpty()) {
            return new RegistryEndpoint(url, "Bearer " + token);
        }
        var credentials =
                config.credentialsInUrl() ? decode(uri.getRawUserInfo()) : config.secret(SerdeConfig.USER_INFO);
        return new RegistryEndpoint(url, credentials.isEmpty() ? null : basic(credentials));
    }

    URI resolve(String path) {
        return URI.create(url + path);
    }

    @Override
    public String toString() {
        return url;
    }

    private static URI parse(String configured) {
        try {
            var uri = new URI(configured);
            var scheme = uri.getScheme();
            if (uri.getHost() != null && ("http".equals(scheme) || "https".equals(scheme))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Reported below; its own message would quote what may be a password.
        }
        throw new ConfigException("Invalid value for " + SerdeConfig.URL
                + ": write each address as http://host:port/path or https://...");
    }

    private static String withoutUserInfo(URI uri) {
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
        return uri.getScheme() + "://" + uri.getHost() + port + path;
    }

    /** A plus sign in a URL's user info is a plus sign. */
    private static String decode(String rawUserInfo) {
        return rawUserInfo == null ? "" : URLDecoder.decode(rawUserInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
