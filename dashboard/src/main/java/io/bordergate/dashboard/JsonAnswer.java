package io.bordergate.dashboard;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Answers that a client may keep, and ask whether they still hold: each has an ETag of its content. */
final class JsonAnswer {
    private static final int TAG_BYTES = 12;

    private JsonAnswer() {}

    static void answer(Context context, Object value) {
        answer(context, "application/json", BoardJson.line(value));
    }

    /** 304 without a body if the client has the same already. */
    static void answer(Context context, String type, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        String tag = tag(body);
        context.header("ETag", tag);
        if (holds(context.header("If-None-Match"), tag)) {
            context.status(304);
        } else {
            context.contentType(type).result(body);
        }
    }

    private static boolean holds(String asked, String tag) {
        return asked != null
                && Arrays.stream(asked.split(",", -1))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
    }

    private static String tag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return "\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
