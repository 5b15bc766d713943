package io.bordergate.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What differs between two boards, as JSON Patch (RFC 6902) of replacements alone. A list is replaced as a whole if it got
 * longer or shorter, or holds plain values: these are shorter than the paths to them.
 */
final class BoardPatch {
    private final ArrayNode replacements = BoardJson.MAPPER.createArrayNode();

    private BoardPatch() {}

    static ArrayNode between(JsonNode before, JsonNode after) {
        var patch = new BoardPatch();
        patch.compare("", before, after);
        return patch.replacements;
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject() && names(before).equals(names(after))) {
            names(after).forEach(name -> compare(path + "/" + escaped(name), before.get(name), after.get(name)));
        } else if (before.isArray()
                && before.size() == after.size()
                && after.path(0).isContainerNode()) {
            for (int i = 0; i < after.size(); i++) {
                compare(path + "/" + i, before.get(i), after.get(i));
            }
        } else {
            replacements.addObject().put("op", "replace").put("path", path).set("value", after);
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        for (Iterator<String> each = object.fieldNames(); each.hasNext(); ) {
            names.add(each.next());
        }
        return names;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
