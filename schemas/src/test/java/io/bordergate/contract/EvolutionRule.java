package io.bordergate.contract;

import io.bordergate.contract.Topic.Evolution;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** What a registry checks when a version is added to a subject, so that the build refuses first. */
final class EvolutionRule {

    private EvolutionRule() {}

    /** Why the last of these versions, oldest first, may not follow the others; empty if it may. */
    static List<String> objections(Evolution evolution, List<Schema> versions) {
        var newest = versions.get(versions.size() - 1);
        var objections = new ArrayList<String>();
        for (int older = versions.size() - 2; older >= 0; older--) {
            boolean previous = older == versions.size() - 2;
            var name = "v" + (older + 1);
            if (evolution == Evolution.FULL_TRANSITIVE || previous) {
                canRead("the new version cannot read " + name, newest, versions.get(older), objections);
            }
            if (evolution == Evolution.FULL_TRANSITIVE) {
                canRead(name + " cannot read the new version", versions.get(older), newest, objections);
            }
        }
        return objections;
    }

    private static void canRead(String otherwise, Schema reader, Schema writer, List<String> objections) {
        var fit = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (fit.getType() != SchemaCompatibilityType.COMPATIBLE) {
            fit.getResult()
                    .getIncompatibilities()
                    .forEach(each -> objections.add(otherwise + ": " + each.getType() + " at " + each.getLocation()
                            + " (" + each.getMessage() + ")"));
        }
    }
}
