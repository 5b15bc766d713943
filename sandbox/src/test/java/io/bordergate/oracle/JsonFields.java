package io.bordergate.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One JSON object of a line, asked by the names of its fields. What is missing, null, blank or the word NULL is empty.
 * Immutable.
 */
record JsonFields(JsonNode object) {

    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    static JsonFields parse(String line) throws UnreadableException {
        try {
            return of(STRICT.readTree(line));
        } catch (JsonProcessingException notJson) {
            throw new UnreadableException(line);
        }
    }

    private static JsonFields of(JsonNode node) throws UnreadableException {
        if (!node.isObject()) {
            throw new UnreadableException("not an object");
        }
        return new JsonFields(node);
    }

    Optional<String> findText(String name) throws UnreadableException {
        JsonNode value = object.path(name);
        if (value.isContainerNode()) {
            throw new UnreadableException(name);
        }
        String text = value.isNull() ? "" : value.asText().strip();
        return text.isEmpty() || text.equalsIgnoreCase("null") ? Optional.empty() : Optional.of(text);
    }

    String text(String name) throws UnreadableException {
        return findText(name).orElseThrow(() -> new UnreadableException(name));
    }

    /** Only with Z or an offset; finer parts than milliseconds are cut off. */
    Optional<Instant> findTime(String name) throws UnreadableException {
        Optional<String> text = findText(name);
        try {
            return text.map(time -> OffsetDateTime.parse(time).toInstant().truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException notATime) {
            throw new UnreadableException(name);
        }
    }

    Instant time(String name) throws UnreadableException {
        return findTime(name).orElseThrow(() -> new UnreadableException(name));
    }

    /** A word that is none of those is UNKNOWN; case does not count, and blanks and hyphens are underscores. */
    Optional<String> findWord(String name, List<String> words) throws UnreadableException {
        return findText(name)
                .map(text -> text.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_'))
                .map(word -> words.contains(word) ? word : "UNKNOWN");
    }

    String word(String name, List<String> words) throws UnreadableException {
        return findWord(name, words).orElseThrow(() -> new UnreadableException(name));
    }

    boolean flag(String name) {
        return object.path(name).asBoolean(false);
    }

    /** The objects of a list; none if there is no list. */
    List<JsonFields> list(String name) throws UnreadableException {
        JsonNode list = object.path(name);
        List<JsonFields> items = new ArrayList<>();
        if (list.isMissingNode() || list.isNull()) {
            return items;
        }
        if (!list.isArray()) {
            throw new UnreadableException(name);
        }
        for (JsonNode item : list) {
            items.add(of(item));
        }
        return items;
    }
}
