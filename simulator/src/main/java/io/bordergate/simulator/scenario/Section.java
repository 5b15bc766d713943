package io.bordergate.simulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One mapping of a YAML file, read so that a bad value becomes a fault line with its place, and reading goes on with a
 * harmless stand-in; the faults stop the scenario in the end. Not thread-safe.
 */
final class Section {

    private final JsonNode node;
    private final String path;
    private final List<String> faults;
    private final Set<String> asked = new HashSet<>();

    Section(JsonNode node, String path, List<String> faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
    }

    boolean has(String key) {
        asked.add(key);
        return node.has(key);
    }

    boolean isText(String key) {
        return node.path(key).isTextual();
    }

    boolean flag(String key) {
        asked.add(key);
        return node.path(key).asBoolean(false);
    }

    String text(String key) {
        JsonNode value = required(key);
        if (!value.isMissingNode() && (!value.isValueNode() || value.asText().isBlank())) {
            fault(key, "must be a text");
        }
        return value.asText("");
    }

    /** A text read by a parser; the description completes "must be ...". */
    <T> T parsed(String key, String description, T standIn, Function<String, T> parser) {
        JsonNode value = required(key);
        if (value.isMissingNode()) {
            return standIn;
        }
        try {
            return parser.apply(value.asText());
        } catch (RuntimeException e) {
            fault(key, "must be " + description + ", is '" + value.asText() + "'");
            return standIn;
        }
    }

    double number(String key, double least, double most) {
        JsonNode value = required(key);
        if (value.isMissingNode()) {
            return least;
        }
        if (!value.isNumber() || !(value.asDouble() >= least && value.asDouble() <= most)) {
            fault(key, "must be a number from " + plain(least) + " to " + plain(most) + ", is " + value);
            return least;
        }
        return value.asDouble();
    }

    long whole(String key, long least, long most) {
        JsonNode value = required(key);
        if (value.isMissingNode()) {
            return least;
        }
        boolean whole = value.isIntegralNumber() && value.canConvertToLong();
        if (!whole || value.asLong() < least || value.asLong() > most) {
            fault(key, "must be a whole number from " + least + " to " + most + ", is " + value);
            return least;
        }
        return value.asLong();
    }

    /** One whole number, or a list of them. */
    List<Integer> wholes(String key, int least, int most) {
        JsonNode value = node.path(key);
        if (!value.isArray() || value.isEmpty()) {
            return List.of((int) whole(key, least, most));
        }
        asked.add(key);
        List<Integer> wholes = new ArrayList<>();
        for (JsonNode item : value) {
            if (!item.isInt() || item.asInt() < least || item.asInt() > most) {
                fault(key, "must be whole numbers from " + least + " to " + most + ", has " + item);
            }
            wholes.add(item.asInt());
        }
        return wholes;
    }

    double share(String key) {
        return number(key, 0, 1);
    }

    /** Numbers above 0, one or more. */
    List<Double> weights(String key) {
        List<Double> weights = new ArrayList<>();
        required(key).forEach(weight -> weights.add(weight.asDouble()));
        if (weights.isEmpty() || weights.stream().anyMatch(weight -> !(weight > 0))) {
            fault(key, "must be a list of numbers above 0");
        }
        return weights;
    }

    /** 0 if it is not given. */
    double optionalShare(String key) {
        return has(key) ? share(key) : 0;
    }

    Spread spread(String key) {
        Section spread = section(key);
        if (!node.has(key)) {
            return new Spread(1, 1, 1);
        }
        double median = spread.number("median", 0.001, 1e6);
        double p95 = spread.number("p95", median, 1e6);
        double cap = spread.has("cap") ? spread.number("cap", median, 1e6) : Double.MAX_VALUE;
        spread.refuseUnknownKeys();
        return new Spread(median, p95, cap);
    }

    Section section(String key) {
        return new Section(required(key), place(key), faults);
    }

    /** A section without entries if it is not given. */
    Section optionalSection(String key) {
        return has(key) ? section(key) : new Section(MissingNode.getInstance(), place(key), faults);
    }

    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        for (JsonNode item : required(key)) {
            sections.add(new Section(item, place(key) + "[" + sections.size() + "]", faults));
        }
        if (node.has(key) && sections.isEmpty()) {
            fault(key, "must be a list with at least one entry");
        }
        return sections;
    }

    void forEachField(BiConsumer<String, JsonNode> action) {
        node.properties().forEach(field -> action.accept(field.getKey(), field.getValue()));
    }

    /** The value under a key as it stands; missing is a fault. */
    JsonNode required(String key) {
        asked.add(key);
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            fault(key, "is missing");
            return MissingNode.getInstance();
        }
        return value;
    }

    void refuseUnknownKeys() {
        node.fieldNames().forEachRemaining(key -> {
            if (!asked.contains(key)) {
                fault(key, "is not known here: remove it or correct its name");
            }
        });
    }

    void fault(String key, String what) {
        faults.add(place(key) + " " + what);
    }

    private String place(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
