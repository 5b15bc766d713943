package io.bordergate.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bordergate.runtime.AppConfig;
import io.bordergate.runtime.AppConfig.BadConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** docs/configuration.md names every setting with its default; what the programs read is asked of them. */
class ConfigurationDocTest {
    private static final Pattern NOT_SET = Pattern.compile("(border[a-z.]+) \\((BORDER_[A-Z_]+)\\) is not set");
    private static final Pattern VARIABLE = Pattern.compile("\"(BORDER_[A-Z_]+)\"");
    private static final String DASHBOARD = "dashboard/src/main/java/io/bordergate/dashboard/DashboardConfig.java";

    private List<List<String>> rows;

    @BeforeEach
    void readTheTable() throws IOException {
        rows = Document.of("docs/configuration.md").table("setting");
    }

    @Test
    void everyRowIsASettingThatIsReadUnderBothItsNames() {
        Map<String, String> blank = new HashMap<>();
        rows.forEach(row -> blank.put(row.get(1), " "));

        assertThat(unsetOf(new Properties(), blank))
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(row -> row.subList(0, 2)).toList());
    }

    @Test
    void noSettingLacksItsRow() {
        int withoutPassThrough = AppConfig.class.getRecordComponents().length - 1;

        assertThat(rows).hasSize(withoutPassThrough);
    }

    @Test
    void whatHasNoDefaultMustBeSet() {
        var required = rows.stream()
                .filter(row -> row.get(2).equals("none"))
                .map(row -> row.subList(0, 2))
                .toList();

        assertThat(unsetOf(new Properties(), Map.of())).containsExactlyInAnyOrderElementsOf(required);
    }

    @Test
    void defaultsAreThoseOfTheCode() {
        for (List<String> row : rows) {
            if (!row.get(2).equals("none")) {
                var set = least();
                set.put(row.get(0), row.get(2));
                assertThat(AppConfig.from(set, Map.of()))
                        .as("default of %s", row.get(0))
                        .isEqualTo(AppConfig.from(least(), Map.of()));
            }
        }
    }

    @Test
    void variablesOfTheDashboardAreThoseItReads() throws IOException {
        String code = Files.readString(Document.TOP.resolve(DASHBOARD));
        var read = VARIABLE.matcher(code).results().map(hit -> hit.group(1)).collect(Collectors.toSet());

        assertThat(Document.of("docs/configuration.md").table("variable").stream()
                        .map(row -> row.get(0)))
                .containsExactlyInAnyOrderElementsOf(read);
        assertThat(Document.of("docs/configuration.md").table("variable"))
                .filteredOn(row -> !row.get(1).equals("none"))
                .allSatisfy(row -> assertThat(code).contains("\"" + row.get(1) + "\";"));
    }

    private static List<List<String>> unsetOf(Properties file, Map<String, String> environment) {
        var refusal = catchThrowableOfType(BadConfigException.class, () -> AppConfig.from(file, environment));
        assertThat(refusal).isNotNull();
        return NOT_SET.matcher(refusal.getMessage())
                .results()
                .map(ConfigurationDocTest::names)
                .toList();
    }

    private static List<String> names(MatchResult hit) {
        assertThat(hit.group(2)).isEqualTo(hit.group(1).toUpperCase(Locale.ROOT).replace('.', '_'));
        return List.of(hit.group(1), hit.group(2));
    }

    private static Properties least() {
        var file = new Properties();
        file.put("border.bootstrap.servers", "127.0.0.1:9092");
        file.put("border.registry.url", "http://127.0.0.1:8081");
        file.put("border.state.dir", "unused");
        return file;
    }
}
