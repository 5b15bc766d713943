package io.bordergate.dashboard.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys of an identity provider, found by its discovery document, asked for anew each time: whoever uses this
 * keeps them for a while. Thread-safe.
 */
final class ProviderKeys implements JWKSetSource<SecurityContext> {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderKeys.class);
    /** Of one answer, from the question to its last byte. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    private static final int LARGEST = 1 << 20;

    private final String issuer;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(LONGEST)
            .followRedirects(Redirect.NEVER)
            .build();
    private volatile boolean away;

    ProviderKeys(String issuer) {
        this.issuer = issuer;
    }

    /** Whether the last question was not answered. */
    boolean isAway() {
        return away;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator when, long now, SecurityContext context)
            throws JWKSetUnavailableException {
        try {
            JWKSet keys = JWKSet.parse(get(findAddress()));
            if (away) {
                LOG.info("the identity provider answers again");
            }
            away = false;
            return keys;
        } catch (IOException | ParseException | IllegalArgumentException e) {
            if (!away) {
                LOG.warn("no keys from the identity provider: {}", e.getMessage());
            }
            away = true;
            throw new JWKSetUnavailableException(e.getMessage(), e);
        }
    }

    private String findAddress() throws IOException, ParseException {
        String base = issuer.endsWith("/") ? issuer : issuer + "/";
        Map<String, Object> told = JSONObjectUtils.parse(get(base + ".well-known/openid-configuration"));
        if (!issuer.equals(told.get("issuer"))) {
            throw new IOException("its discovery document is of another issuer");
        }
        if (!(told.get("jwks_uri") instanceof String address) || !OidcConfig.isSafe(address)) {
            throw new IOException("its discovery document has no jwks_uri by https");
        }
        return address;
    }

    private String get(String address) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address)).timeout(LONGEST).build();
        CompletableFuture<HttpResponse<byte[]>> asked = client.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> answer = asked.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != 200 || answer.body().length > LARGEST) {
                throw new IOException(
                        request.uri() + " answers " + answer.statusCode() + " with " + answer.body().length + " bytes");
            }
            return new String(answer.body(), StandardCharsets.UTF_8);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            asked.cancel(true);
        }
    }

    @Override
    public void close() {
        // Nothing stays open: the client ends with its last connection.
    }
}
