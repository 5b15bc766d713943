package io.bordergate.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
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
}
