package io.bordergate.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * An error as every client can read it (RFC 9457). Immutable.
 *
 * @param title what the status means
 * @param detail what is wrong here, and what to do
 * @param retryAfter seconds to wait before asking again; null if that would not help
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(Include.NON_NULL) Long retryAfter) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail, null);
    }

    static Problem noSuchPage() {
        return of(404, "Not Found", "There is no such page: / is the board, /api/v1/gates its figures");
    }

    static Problem unauthorized(String detail) {
        return of(401, "Unauthorized", detail);
    }

    static Problem tooMany(String what, Duration pause) {
        String detail = what + ": ask again in " + pause.toSeconds() + " s";
        return new Problem("about:blank", "Too Many Requests", 429, detail, pause.toSeconds());
    }

    void answer(Context context) {
        if (status == 401) {
            context.header("WWW-Authenticate", "Bearer realm=\"border-gate\"");
        }
        if (retryAfter != null) {
            context.header("Retry-After", retryAfter.toString());
        }
        // As bytes: for this type the server would not think of UTF-8 by itself.
        context.status(status)
                .contentType(MEDIA_TYPE)
                .result(BoardJson.line(this).getBytes(StandardCharsets.UTF_8));
    }
}
