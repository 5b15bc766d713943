package io.bordergate.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

/** The page for users says what the code does. */
class SerdeDocTest {

    private static final Path PAGE = Path.of("../docs/serde.md");

    @Test
    void everyPropertyIsDocumentedWithItsDefault() throws IOException {
        var page = Files.readString(PAGE);
        var missing = new ArrayList<String>();
        for (var key : SerdeConfig.DEFINITION.configKeys().values()) {
            var row = "| `" + key.name + "` | " + shown(key);
            if (!page.contains(row)) {
                missing.add(row);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyExceptionIsDocumented() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains(List.of(
                        MalformedRecordException.class.getSimpleName(),
                        UnknownSchemaException.class.getSimpleName(),
                        IncompatibleSchemaException.class.getSimpleName(),
                        RegistryUnavailableException.class.getSimpleName(),
                        RegistryRefusedException.class.getSimpleName()));
    }

    private static String shown(ConfigDef.ConfigKey key) {
        if (!key.hasDefault() || key.defaultValue == null) {
            return "none";
        }
        boolean empty = key.type == ConfigDef.Type.PASSWORD || key.defaultValue.equals("");
        return empty ? "empty" : "`" + key.defaultValue + "`";
    }
}
