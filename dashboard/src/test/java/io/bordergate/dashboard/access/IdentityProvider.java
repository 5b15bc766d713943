package io.bordergate.dashboard.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An identity provider as small as can be: serves discovery and keys over HTTP, and signs what it is told to. */
public final class IdentityProvider implements AutoCloseable {
    public static final String AUDIENCE = "border-gate";

    /** Made once: that takes longer than anything else here. */
    private static final RSAKey FIRST = newKey("first");

    /** How often its keys were asked for. */
    final AtomicInteger asked = new AtomicInteger();

    private final HttpServer server;
    private RSAKey key = FIRST;
    private String toldIssuer;

    public IdentityProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        toldIssuer = issuer();
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(
                        exchange, "{\"issuer\": \"" + toldIssuer + "\", \"jwks_uri\": \"" + issuer() + "/keys\"}"));
        server.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            answer(exchange, new JWKSet(key).toString());
        });
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public OidcConfig config() {
        return new OidcConfig(
                issuer(),
                AUDIENCE,
                "realm_access.roles",
                Map.of("gate-viewer", Role.VIEWER, "gate-operator", Role.OPERATOR, "gate-admin", Role.ADMIN));
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java makes RSA keys", e);
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** From now on it says to be another. */
    void pretendToBe(String issuer) {
        toldIssuer = issuer;
    }

    /** From now on it signs with another key, and serves that one alone. */
    void rotate(String id) {
        key = newKey(id);
    }

    RSAKey key() {
        return key;
    }

    /** What a good token says, an hour long. */
    public JWTClaimsSet.Builder claims(String name, String... roles) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(AUDIENCE)
                .subject("id-of-" + name)
                .claim("preferred_username", name)
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(3_600)));
    }

    public String sign(JWTClaimsSet claims) throws JOSEException {
        return sign(claims, key, key.getKeyID());
    }

    String sign(JWTClaimsSet claims, RSAKey by, String keyId) throws JOSEException {
        return sign(claims, JWSAlgorithm.RS256, keyId, new RSASSASigner(by));
    }

    /** As who knows the public key alone would. */
    String signWithThePublicKey(JWTClaimsSet claims) throws JOSEException {
        byte[] open = key.toRSAPublicKey().getEncoded();
        return sign(claims, JWSAlgorithm.HS256, key.getKeyID(), new MACSigner(open));
    }

    static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    private static String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, String keyId, JWSSigner signer)
            throws JOSEException {
        var header = new JWSHeader.Builder(algorithm)
                .keyID(keyId)
                .type(JOSEObjectType.JWT)
                .build();
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    /** Answers nobody any more. */
    public void goAway() {
        server.stop(0);
    }

    @Override
    public void close() {
        goAway();
    }
}
