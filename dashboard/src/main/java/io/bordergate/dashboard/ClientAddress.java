package io.bordergate.dashboard;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * From where a request comes, and whether over https. What a proxy says of it is believed only if there is one: else
 * anybody could say it. Immutable.
 */
final class ClientAddress {
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private final boolean behindProxy;

    ClientAddress(boolean behindProxy) {
        this.behindProxy = behindProxy;
    }

    /** The nearest proxy adds whom it sees at the end; what stands before that came with the request. */
    String of(Context context) {
        String told = behindProxy ? last(context, "X-Forwarded-For") : "";
        return ADDRESS.matcher(told).matches() ? told : context.ip();
    }

    boolean isHttps(Context context) {
        return behindProxy && last(context, "X-Forwarded-Proto").equals("https");
    }

    private static String last(Context context, String name) {
        List<String> lines = Collections.list(context.req().getHeaders(name));
        String line = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        return line.substring(line.lastIndexOf(',') + 1).strip();
    }
}
