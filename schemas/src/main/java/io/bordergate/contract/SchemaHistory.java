package io.bordergate.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** All versions of our schemas, so that what an earlier build has stored can be read. Stateless. */
public final class SchemaHistory {
    private SchemaHistory() {}

    /** The versions of a type, the first to the newest; none if it is no type of ours. */
    public static List<Schema> of(Class<? extends SpecificRecord> type) {
        List<Schema> versions = new ArrayList<>();
        for (Schema next = version(type, 1); next != null; next = version(type, versions.size() + 1)) {
            versions.add(next);
        }
        return versions;
    }

    private static Schema version(Class<? extends SpecificRecord> type, int number) {
        String file = "/avro-history/" + type.getSimpleName() + "/v" + number + ".avsc";
        try (InputStream in = SchemaHistory.class.getResourceAsStream(file)) {
            return in == null ? null : new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + " of our own jar", e);
        }
    }
}
