package io.bordergate.dashboard.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Tokens that an identity provider has signed (OpenID Connect). Its keys are kept for minutes; one that is not known is
 * asked for at once, but not more often than the rate limit lets through. Thread-safe.
 */
public final class OidcTokens implements Authentication {
    /** Signatures with a private key only: with a shared one, whoever knows the public key could sign. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final int LONGEST_TOKEN = 12_288;
    private static final int LONGEST_REASON = 200;
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration LEAST_GAP = Duration.ofSeconds(30);

    private final ProviderKeys keys;
    private final RoleClaim roles;
    private final Clock clock;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /** Asks the provider nothing before the first token comes: it may be away when the dashboard starts. */
    public OidcTokens(OidcConfig config, Clock clock) {
        this(config, clock, KEPT, LEAST_GAP);
    }

    OidcTokens(OidcConfig config, Clock clock, Duration kept, Duration leastGap) {
        this.keys = new ProviderKeys(config.issuer());
        this.roles = new RoleClaim(config);
        this.clock = clock;
        JWKSource<SecurityContext> source = JWKSourceBuilder.create(keys)
                .cache(kept.toMillis(), 2 * ProviderKeys.LONGEST.toMillis())
                .refreshAheadCache(false)
                .rateLimited(leastGap.toMillis())
                .build();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, source));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        var claims = new DefaultJWTClaimsVerifier<SecurityContext>(
                config.audience(),
                new JWTClaimsSet.Builder().issuer(config.issuer()).build(),
                Set.of("exp", "sub"));
        claims.setMaxClockSkew((int) SKEW.toSeconds());
        processor.setJWTClaimsSetVerifier(claims);
    }

    @Override
    public Visitor find(String token) throws RefusedException, AwayException {
        SignedJWT signed = parse(token);
        try {
            return visitor(processor.process(signed, null));
        } catch (ExpiredJWTException e) {
            throw new RefusedException("expired", false);
        } catch (KeySourceException e) {
            if (keys.isAway()) {
                throw new AwayException("the identity provider does not answer", e);
            }
            throw new RefusedException("signed with a key that is not known", true);
        } catch (BadJOSEException | JOSEException e) {
            throw new RefusedException(reason(e), true);
        }
    }

    private static SignedJWT parse(String token) throws RefusedException {
        if (token.length() <= LONGEST_TOKEN) {
            try {
                return SignedJWT.parse(token);
            } catch (ParseException e) {
                // It is none; what is wrong with it would repeat parts of it.
            }
        }
        throw new RefusedException("not a signed token", true);
    }

    private Visitor visitor(JWTClaimsSet claims) {
        String name = claims.getClaim("preferred_username") instanceof String told && !told.isBlank()
                ? told
                : claims.getSubject();
        Instant until = claims.getExpirationTime().toInstant().plus(SKEW);
        return new Visitor(name, roles.of(claims.getClaims()), until, null);
    }

    @Override
    public Optional<Visitor> again(Visitor known) {
        return clock.instant().isBefore(known.until()) ? Optional.of(known) : Optional.empty();
    }

    /** What a token says gets into the log as one short line. */
    private static String reason(Exception fault) {
        String line = String.valueOf(fault.getMessage()).replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
    }
}
