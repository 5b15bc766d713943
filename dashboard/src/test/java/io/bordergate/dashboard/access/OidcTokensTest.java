package io.bordergate.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import io.bordergate.dashboard.access.Authentication.AwayException;
import io.bordergate.dashboard.access.Authentication.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens of an identity provider are taken, asked of one that answers over HTTP. */
@Timeout(60)
class OidcTokensTest {
    private IdentityProvider provider;
    private OidcTokens tokens;

    @BeforeEach
    void start() throws Exception {
        provider = new IdentityProvider();
        tokens = new OidcTokens(provider.config(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void a_good_token_gives_name_and_role_until_it_expires() throws Exception {
        JWTClaimsSet claims = provider.claims("Ca 2", "other", "gate-operator").build();

        Visitor visitor = tokens.find(provider.sign(claims));
        assertThat(visitor.name()).isEqualTo("Ca 2");
        assertThat(visitor.role()).isEqualTo(Role.OPERATOR);
        assertThat(visitor.until())
                .isEqualTo(claims.getExpirationTime().toInstant().plusSeconds(30));
        assertThat(tokens.again(visitor)).contains(visitor);
        var later = new OidcTokens(provider.config(), Clock.fixed(visitor.until(), ZoneOffset.UTC));
        assertThat(later.again(visitor)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"gate-viewer, VIEWER", "gate-viewer gate-admin, ADMIN", "admin, ANYBODY", "GATE-ADMIN, ANYBODY"})
    void the_highest_role_that_the_claim_gives_holds(String roles, Role expected) throws Exception {
        String token = provider.sign(provider.claims("x", roles.split(" ", -1)).build());

        assertThat(tokens.find(token).role()).isEqualTo(expected);
    }

    @Test
    void roles_may_be_one_word_or_lie_under_a_name_with_dots() {
        var config = new OidcConfig("", "", "https://a.example/roles", Map.of("v", Role.VIEWER));

        assertThat(new RoleClaim(config).of(Map.of("https://a.example/roles", "v")))
                .isEqualTo(Role.VIEWER);
        assertThat(new RoleClaim(config).of(Map.of("https://a.example/roles", List.of(7, "v"))))
                .isEqualTo(Role.VIEWER);
        assertThat(new RoleClaim(config).of(Map.of("roles", "v"))).isEqualTo(Role.ANYBODY);
    }

    @Test
    void a_token_that_has_expired_is_refused_and_is_no_guess() throws Exception {
        Instant past = Instant.now().minusSeconds(60);
        String token = provider.sign(provider.claims("x", "gate-admin")
                .expirationTime(Date.from(past))
                .build());

        assertThat(refusal(token)).hasMessage("expired");
        assertThat(refusal(token).isGuess()).isFalse();
    }

    @Test
    void a_token_that_is_not_yet_valid_is_refused() throws Exception {
        Instant soon = Instant.now().plusSeconds(120);
        assertThat(refusal(provider.sign(provider.claims("x", "gate-admin")
                        .notBeforeTime(Date.from(soon))
                        .build())))
                .hasMessageContaining("before use time");
    }

    @Test
    void clocks_may_differ_by_some_seconds() throws Exception {
        String token = provider.sign(provider.claims("x", "gate-viewer")
                .notBeforeTime(Date.from(Instant.now().plusSeconds(15)))
                .build());

        assertThat(tokens.find(token).role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void a_token_of_another_issuer_or_for_somebody_else_is_refused() throws Exception {
        assertRefused(provider.sign(provider.claims("x", "gate-admin")
                .issuer("https://evil.example")
                .build()));
        assertRefused(provider.sign(
                provider.claims("x", "gate-admin").audience("another").build()));
        assertRefused(provider.sign(
                provider.claims("x", "gate-admin").audience(List.of()).build()));
        assertRefused(provider.sign(
                provider.claims("x", "gate-admin").expirationTime(null).build()));
    }

    @Test
    void only_a_signature_by_the_private_key_counts() throws Exception {
        JWTClaimsSet claims = provider.claims("x", "gate-admin").build();
        String good = provider.sign(claims);
        String[] parts = good.split("\\.", -1);
        String other = provider.sign(provider.claims("y", "gate-viewer").build());

        assertRefused(IdentityProvider.unsigned(claims));
        assertRefused(provider.signWithThePublicKey(claims));
        assertRefused(provider.sign(claims, new RSAKeyGenerator(2048).generate(), "first"));
        assertRefused(parts[0] + "." + parts[1] + "." + other.split("\\.", -1)[2]);
        assertRefused(parts[0] + "." + parts[1] + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "a.b.c.d.e", "eyJhbGciOiJub25lIn0.e30."})
    void what_is_no_token_is_refused(String text) {
        assertThat(refusal(text)).hasMessage("not a signed token");
        assertThat(provider.asked).hasValue(0);
    }

    @Test
    void a_rotated_key_is_fetched_at_once_and_unknown_ones_are_not_asked_for_again_and_again() throws Exception {
        JWTClaimsSet claims = provider.claims("x", "gate-viewer").build();
        String old = provider.sign(claims);
        tokens.find(old);
        provider.rotate("second");

        assertThat(tokens.find(provider.sign(claims)).name()).isEqualTo("x");
        assertThat(provider.asked).hasValue(2);
        for (int i = 0; i < 20; i++) {
            assertRefused(provider.sign(claims, provider.key(), "unknown-" + i));
        }
        assertThat(provider.asked).hasValue(2);
        assertRefused(old);
        assertThat(tokens.find(provider.sign(claims)).name()).isEqualTo("x");
    }

    @Test
    void keys_that_are_known_are_not_asked_for_again() throws Exception {
        for (int i = 0; i < 20; i++) {
            tokens.find(provider.sign(provider.claims("x", "gate-viewer").build()));
        }
        assertThat(provider.asked).hasValue(1);
    }

    @Test
    void while_the_provider_is_away_nobody_is_let_in_that_it_has_not_vouched_for() throws Exception {
        String token = provider.sign(provider.claims("x", "gate-admin").build());
        provider.close();

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> tokens.find(token)).isInstanceOf(AwayException.class);
        }
    }

    @Test
    void keys_are_believed_for_a_while_only() throws Exception {
        var forgetful =
                new OidcTokens(provider.config(), Clock.systemUTC(), Duration.ofMillis(2), Duration.ofMillis(1));
        String token = provider.sign(provider.claims("x", "gate-admin").build());
        forgetful.find(token);
        provider.close();

        // The time that keys are kept is over within milliseconds; until then the token is good.
        assertThat(catchThrowableOfType(AwayException.class, () -> {
                    while (true) {
                        forgetful.find(token);
                    }
                }))
                .hasMessage("the identity provider does not answer");
    }

    @Test
    void a_provider_that_says_to_be_another_is_not_believed() throws Exception {
        provider.pretendToBe("https://evil.example");
        String token = provider.sign(provider.claims("x", "gate-admin").build());

        assertThatThrownBy(() -> tokens.find(token)).isInstanceOf(AwayException.class);
        assertThat(provider.asked).hasValue(0);
    }

    private RefusedException refusal(String token) {
        return catchThrowableOfType(RefusedException.class, () -> tokens.find(token));
    }

    private void assertRefused(String token) {
        RefusedException refusal = refusal(token);
        assertThat(refusal).isNotNull();
        assertThat(refusal.isGuess()).isTrue();
        assertThat(refusal.getMessage()).doesNotContain(token.isEmpty() ? "?" : token);
    }
}
