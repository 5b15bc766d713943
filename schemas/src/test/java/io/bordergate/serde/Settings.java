package io.bordergate.serde;

import java.util.HashMap;
import java.util.Map;

/** Serde properties for tests: those of a user, with waits short enough for a test. */
final class Settings {

    private Settings() {}

    static Map<String, Object> of(ScriptedRegistry registry, Object... more) {
        return at(registry.url(), more);
    }

    static Map<String, Object> at(String url, Object... more) {
        var settings = new HashMap<String, Object>();
        settings.put("schema.registry.url", url);
        settings.put("retries.wait.ms", 1);
        settings.put("retries.max.wait.ms", 2);
        settings.put("schema.registry.request.timeout.ms", 5_000);
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i].toString(), more[i + 1]);
        }
        return settings;
    }
}
