package io.bordergate.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.dashboard.Question.BadQuestionException;
import io.javalin.http.Context;
import java.io.IOException;

/** What is sent with a request: a small JSON object, or a refusal. */
final class RequestBody {
    static final int LONGEST = 16_384;

    private RequestBody() {}

    static JsonNode json(Context context) {
        String type = context.contentType();
        if (type == null || !type.startsWith("application/json")) {
            throw new RefusedRequestException(
                    Problem.of(415, "Unsupported Media Type", "Send JSON, with Content-Type: application/json"));
        }
        try {
            // One byte more than may be: of what is longer nothing else is read.
            byte[] bytes = context.bodyInputStream().readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new RefusedRequestException(tooLong());
            }
            JsonNode body = BoardJson.MAPPER.readTree(bytes);
            if (body == null || !body.isObject()) {
                throw new BadQuestionException("The body must be an object such as {\"by\": \"shift 2\"}");
            }
            return body;
        } catch (JsonProcessingException e) {
            // Where it is wrong would repeat parts of it, and it may hold a token.
            throw new BadQuestionException("The body is not JSON: send an object such as {\"by\": \"shift 2\"}");
        } catch (IOException e) {
            throw new BadQuestionException("The body cannot be read");
        }
    }

    static Problem tooLong() {
        return Problem.of(413, "Content Too Large", "Send at most " + LONGEST + " bytes");
    }

    /** Null if it is not given, or blank. */
    static String text(JsonNode body, String name, int longest) {
        JsonNode node = body.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        String text = node.asText().strip();
        boolean plain = text.codePoints().noneMatch(Character::isISOControl);
        if (!node.isTextual() || !plain || text.length() > longest) {
            throw new BadQuestionException("'" + name + "' must be a line of at most " + longest + " characters");
        }
        return text.isEmpty() ? null : text;
    }
}
