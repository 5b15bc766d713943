package io.bordergate.connect.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One line of JSON, asked by field names. Immutable. */
final class JsonLine {
    /** In bytes of UTF-8: more does not fit into a record. */
    private static final int LONGEST = 1_000_000;

    /** Ours is an object with lists of objects; the rest is for fields that are passed over. */
    private static final int DEEPEST = 16;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Tabs in the middle of a text are dirt that does no harm. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private static final ObjectMapper JSON = new ObjectMapper(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private final JsonNode node;

    private JsonLine(JsonNode node) {
        this.node = node;
    }

    /** A byte order mark before it is no part of it. */
    static JsonLine parse(String line) {
        if (isTooLong(line)) {
            throw new UnreadableLineException("is longer than " + LONGEST + " bytes");
        }
        try {
            JsonNode node = JSON.readTree(line.indexOf(BYTE_ORDER_MARK) == 0 ? line.substring(1) : line);
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
        return saysNothing(value)
                ? Optional.empty()
                : Optional.of(value.asText().strip());
    }

    Instant time(String name) {
        return Texts.timeOrSeconds(name, text(name));
    }

    Optional<Instant> findTime(String name) {
        return findText(name).map(text -> Texts.timeOrSeconds(name, text));
    }

    /** False if it is not said. */
    boolean flag(String name) {
        return findText(name)
                .map(text -> switch (text.toLowerCase(Locale.ROOT)) {
                    case "true", "1" -> true;
                    case "false", "0" -> false;
                    default -> throw new UnreadableLineException(name + " is neither true nor false");
                })
                .orElse(false);
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

    /** Empty for what is missing as a text can be. */
    Optional<JsonNode> findList(String name) {
        JsonNode list = node.path(name);
        if (saysNothing(list)) {
            return Optional.empty();
        }
        if (!list.isArray()) {
            throw new UnreadableLineException(name + " is not a list");
        }
        return Optional.of(list);
    }

    private static boolean saysNothing(JsonNode value) {
        if (value.isContainerNode()) {
            return false;
        }
        String text =
                value.isNull() || value.isMissingNode() ? "" : value.asText().strip();
        return text.isEmpty() || text.equalsIgnoreCase("null");
    }

    private static boolean isTooLong(String line) {
        boolean couldBe = line.length() > LONGEST / 3;
        return couldBe && line.getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }
}
