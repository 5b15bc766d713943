package io.bordergate.dashboard;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The description of the API for programs (OpenAPI 3.1), as it lies in the jar; tests hold it against the routes and their answers. */
final class ApiDescription {
    private static final String FILE = "/openapi.json";

    private ApiDescription() {}

    static void addTo(RoutesConfig routes) {
        String text = read();
        routes.get("/api/v1/openapi.json", context -> JsonAnswer.answer(context, "application/json", text));
    }

    private static String read() {
        try (InputStream in = ApiDescription.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not in the jar: build it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
