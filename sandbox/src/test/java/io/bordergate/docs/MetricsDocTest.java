package io.bordergate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.metrics.GateMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/metrics.md names our own meters and their labels as Prometheus sees them. */
class MetricsDocTest {
    private static final Pattern SAMPLE = Pattern.compile("(border_\\w+)\\{(.*)} .*");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    @Test
    void metersAreThoseThatAreScraped() throws IOException {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var metrics = new GateMetrics(registry);
        metrics.inputRecords("border.truck.position", 0, "APPLIED", "", 1);
        metrics.inputNewest("border.truck.position", 0, 0);
        metrics.misconfiguredTrucks(0, 1);
        metrics.yardTrucks("xuan-cuong", 1, 2);

        var scraped = registry.scrape()
                .lines()
                .map(SAMPLE::matcher)
                .filter(Matcher::matches)
                .map(sample -> List.of(sample.group(1), labels(sample.group(2))))
                .distinct()
                .toList();

        assertThat(documented()).containsExactlyInAnyOrderElementsOf(scraped);
    }

    @Test
    void noMeterLacksItsRow() throws IOException {
        long meters = Arrays.stream(GateMetrics.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .count();

        assertThat(documented()).hasSize((int) meters);
    }

    private static List<List<String>> documented() throws IOException {
        return Document.of("docs/metrics.md").table("metric").stream()
                .map(row -> row.subList(0, 2))
                .toList();
    }

    private static String labels(String text) {
        return LABEL.matcher(text).results().map(hit -> hit.group(1)).sorted().collect(Collectors.joining(", "));
    }
}
