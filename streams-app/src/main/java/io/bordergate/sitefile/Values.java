package io.bordergate.sitefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads single members of the site file; what cannot be read is a fault, and then as if it were not there. */
final class Values {
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final Faults faults;

    Values(Faults faults) {
        this.faults = faults;
    }

    Duration duration(JsonNode node, String name, String where, Duration otherwise) {
        Duration duration = read(node, name, where, Values::parseDuration, otherwise);
        if (duration != null && duration.isNegative()) {
            faults.add(where, "has " + name + " " + duration + ", which is below zero");
            return otherwise;
        }
        return duration;
    }

    double aboveZero(JsonNode node, String name, String where, double otherwise) {
        JsonNode number = node.path(name);
        if (number.isMissingNode() || number.isNull()) {
            return otherwise;
        }
        double value = number.asDouble();
        if (!number.isNumber() || value <= 0 || Double.isInfinite(value)) {
            faults.add(where, "has " + name + " " + number + ", which is not a number above 0");
            return otherwise;
        }
        return value;
    }

    /** Not longer than can be counted in milliseconds. */
    private static Duration parseDuration(String text) {
        Duration duration = Duration.parse(text);
        if (duration.abs().compareTo(LONGEST) > 0) {
            throw new DateTimeException("too long");
        }
        return duration;
    }

    /** Members of other names are faults: a name that is misspelled would be passed over. */
    void onlyNames(JsonNode object, Set<String> names, String where, String what) {
        for (Iterator<String> found = object.fieldNames(); found.hasNext(); ) {
            String name = found.next();
            if (!names.contains(name)) {
                faults.add(where, "has " + what + " '" + name + "', which is none of " + new TreeSet<>(names));
            }
        }
    }

    <T> T read(JsonNode node, String name, String where, Function<String, T> parser, T otherwise) {
        JsonNode text = node.path(name);
        if (text.isMissingNode() || text.isNull()) {
            return otherwise;
        }
        try {
            return parser.apply(text.asText());
        } catch (DateTimeException e) {
            faults.add(where, "has " + name + " '" + text.asText() + "', which cannot be read");
            return otherwise;
        }
    }
}
