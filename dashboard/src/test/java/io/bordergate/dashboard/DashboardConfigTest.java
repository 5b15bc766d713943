package io.bordergate.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardConfigTest {
    private static final String BROKER = "127.0.0.1:9092";
    private static final String REGISTRY = "http://127.0.0.1:8081/apis/ccompat/v7";

    @Test
    void needs_no_more_than_broker_and_registry() {
        var config = DashboardConfig.from(Map.of("BORDER_BOOTSTRAP_SERVERS", BROKER, "BORDER_REGISTRY_URL", REGISTRY));

        assertThat(config).isEqualTo(new DashboardConfig(BROKER, REGISTRY, "lang-son", "127.0.0.1", 8091));
    }

    @Test
    void tells_all_faults_at_once_in_one_line() {
        assertThatThrownBy(() -> DashboardConfig.from(Map.of(
                        "BORDER_REGISTRY_URL", "registry",
                        "BORDER_SITE_ID", " ",
                        "BORDER_DASHBOARD_HOST", "0.0.0.0",
                        "BORDER_DASHBOARD_PORT", "many")))
                .isInstanceOf(DashboardException.class)
                .message()
                .contains("BORDER_BOOTSTRAP_SERVERS", "BORDER_REGISTRY_URL", "BORDER_SITE_ID")
                .contains("BORDER_DASHBOARD_HOST", "BORDER_DASHBOARD_PORT")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.7", "::", "", "no such host"})
    void serves_on_loopback_only(String host) {
        assertThatThrownBy(() -> new DashboardConfig(BROKER, REGISTRY, "s", host, 0))
                .isInstanceOf(DashboardException.class)
                .hasMessageContaining("only a loopback address such as 127.0.0.1 may be served");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "localhost", "::1"})
    void knows_loopback_by_all_its_names(String host) {
        assertThat(new DashboardConfig(BROKER, REGISTRY, "s", host, 0).host()).isEqualTo(host);
    }

    private static String faults(String... settings) {
        Map<String, String> all =
                new TreeMap<>(Map.of("BORDER_BOOTSTRAP_SERVERS", BROKER, "BORDER_REGISTRY_URL", REGISTRY));
        for (String setting : settings) {
            int middle = setting.indexOf('=');
            all.put("BORDER_DASHBOARD_" + setting.substring(0, middle), setting.substring(middle + 1));
        }
        try {
            DashboardConfig.from(all);
            return "";
        } catch (DashboardException e) {
            return e.getMessage();
        }
    }

    @Test
    void serves_others_only_if_they_have_to_sign_in() {
        assertThat(faults("HOST=192.0.2.7")).contains("BORDER_DASHBOARD_HOST is '192.0.2.7'", "BORDER_DASHBOARD_AUTH");
        assertThat(faults("HOST=192.0.2.7", "AUTH=tokens", "TOKENS_FILE=tokens"))
                .isEmpty();
        assertThat(faults("HOST=0.0.0.0", "AUTH=tokens", "TOKENS_FILE=tokens"))
                .contains("BORDER_DASHBOARD_PUBLIC_HOST");
        assertThat(faults("HOST=0.0.0.0", "AUTH=tokens", "TOKENS_FILE=tokens", "PUBLIC_HOST=gate.example.vn"))
                .isEmpty();
        assertThat(faults("PUBLIC_HOST=gate.example.vn")).contains("open the dashboard to others");
        assertThat(faults("BEHIND_PROXY=true")).contains("open the dashboard to others");
    }

    @Test
    void tells_what_a_mode_lacks() {
        assertThat(faults("AUTH=password")).contains("BORDER_DASHBOARD_AUTH is not none, tokens or oidc");
        assertThat(faults("AUTH=tokens")).contains("BORDER_DASHBOARD_TOKENS_FILE is not set");
        assertThat(faults("AUTH=oidc", "OIDC_ROLES=x", "OIDC_ROLES_CLAIM= ", "RATE=0", "PUBLIC_HOST=http://x"))
                .contains(
                        "BORDER_DASHBOARD_OIDC_ISSUER",
                        "BORDER_DASHBOARD_OIDC_AUDIENCE",
                        "BORDER_DASHBOARD_OIDC_ROLES is")
                .contains("BORDER_DASHBOARD_OIDC_ROLES_CLAIM", "BORDER_DASHBOARD_RATE", "BORDER_DASHBOARD_PUBLIC_HOST")
                .doesNotContain("\n");
        assertThat(faults("AUTH=oidc", "OIDC_ISSUER=http://login.example.vn", "OIDC_AUDIENCE=gate"))
                .contains("BORDER_DASHBOARD_OIDC_ISSUER is not set to an https URL");
        assertThat(faults("AUTH=oidc", "OIDC_ISSUER=https://login.example.vn/gates", "OIDC_AUDIENCE=gate"))
                .isEmpty();
    }
}
