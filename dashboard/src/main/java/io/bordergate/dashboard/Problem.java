package io.bordergate.dashboard;

import io.javalin.http.Context;

/**
 * An error as every client can read it (RFC 9457). Immutable.
 *
 * @param title what the status means
 * @param detail what is wrong here, and what to do
 */
record Problem(String type, String title, int status, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail);
    }

    static Problem noSuchPage() {
        return of(404, "Not Found", "There is no such page: / is the board, /api/v1/gates its figures");
    }

    void answer(Context context) {
        context.status(status).contentType(MEDIA_TYPE).result(BoardJson.line(this));
    }
}
