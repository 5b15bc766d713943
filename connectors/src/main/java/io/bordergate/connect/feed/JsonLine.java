package io.bordergate.connect.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One line of JSON, asked by field names. Immutable. */
final class JsonLine {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private final JsonNode node;

    private JsonLine(JsonNode node) {
        this.node = node;
    }

    static JsonLine parse(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (!node.isObject()) {
                throw new UnreadableLineException("is not a JSON object");
            }
            return new JsonLine(node);
        } catch (JsonProcessingException e) {
            throw new UnreadableLineException("is not JSON");
        }
    }

    JsonLine of(JsonNode other) {
        if (!other.isObject()) {
            throw new UnreadableLineException("has an entry that is not a JSON object");
        }
        return new JsonLine(other);
    }

    String text(String name) {
        return findText(name).orElseThrow(() -> new UnreadableLineException(name + " is missing"));
    }

    /** Empty for what is missing, null, blank, or the word NULL that some platforms write. */
    Optional<String> findText(String name) {
        JsonNode value = node.path(name);
        if (value.isContainerNode()) {
            throw new UnreadableLineException(name + " is not a text");
        }
        String text =
                value.isNull() || value.isMissingNode() ? "" : value.asText().strip();
        return text.isEmpty() || text.equalsIgnoreCase("null") ? Optional.empty() : Optional.of(text);
    }

    Instant time(String name) {
        return Texts.time(name, text(name));
    }

    Optional<Instant> findTime(String name) {
        return findText(name).map(text -> Texts.time(name, text));
    }

    boolean flag(String name) {
        return node.path(name).asBoolean(false);
    }

    /** A word we do not know is UNKNOWN, so that a new one does not stop a gate. */
    <E extends Enum<E>> Optional<E> findWord(String name, Class<E> words) {
        return findText(name).map(text -> {
            String wanted = text.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
            return Arrays.stream(words.getEnumConstants())
                    .filter(word -> word.name().equals(wanted))
                    .findFirst()
                    .orElseGet(() -> Enum.valueOf(words, "UNKNOWN"));
        });
    }

    /** Empty if there is none or it is null. */
    Optional<JsonNode> findList(String name) {
        JsonNode list = node.path(name);
        if (list.isMissingNode() || list.isNull()) {
            return Optional.empty();
        }
        if (!list.isArray()) {
            throw new UnreadableLineException(name + " is not a list");
        }
        return Optional.of(list);
    }
}
