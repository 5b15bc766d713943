package io.bordergate.dashboard;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The board as a client has put it together from the events of a stream. Not thread-safe. */
final class SeenBoard {
    private JsonNode board;
    private String lastId = "";
    private int boards;
    private int patches;

    /** Takes in one event, as its lines came. */
    void take(String event) {
        String name = field(event, "event");
        JsonNode data = parse(field(event, "data"));
        if (name.equals("board")) {
            board = data;
            boards++;
        } else if (name.equals("patch")) {
            data.forEach(this::replace);
            patches++;
        }
        String id = field(event, "id");
        lastId = id.isEmpty() ? lastId : id;
    }

    private void replace(JsonNode operation) {
        if (!operation.path("op").asText().equals("replace")) {
            throw new AssertionError("not understood: " + operation);
        }
        var path = JsonPointer.compile(operation.path("path").asText());
        JsonNode place = board.at(path.head());
        if (place instanceof ObjectNode object && object.has(path.last().getMatchingProperty())) {
            object.set(path.last().getMatchingProperty(), operation.path("value"));
        } else if (place instanceof ArrayNode array && array.has(path.last().getMatchingIndex())) {
            array.set(path.last().getMatchingIndex(), operation.path("value"));
        } else {
            throw new AssertionError("nothing there to replace: " + operation);
        }
    }

    /** As text: a number that was written and read is the same number in another box. */
    String board() {
        return BoardJson.line(board);
    }

    /** Of the newest event that has one, as a browser sends it back. */
    String lastId() {
        return lastId;
    }

    /** Whole boards that came. */
    int boards() {
        return boards;
    }

    int patches() {
        return patches;
    }

    static String field(String event, String name) {
        return event.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }

    private static JsonNode parse(String data) {
        try {
            return BoardJson.MAPPER.readTree(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
