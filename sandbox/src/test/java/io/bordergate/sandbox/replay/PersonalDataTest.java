package io.bordergate.sandbox.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.oracle.RandomTrips;
import io.bordergate.oracle.TripCase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Platforms write drivers' names and telephone numbers into fields that we do not know. They end at the edge: no topic of
 * ours, no header and no log line has them. Only a line that cannot be read is kept as it came, among the dead letters.
 */
class PersonalDataTest {
    private static final String NAME = "Nguyễn Văn Chim Hoàng Yến";
    private static final String PHONE = "0912345678";
    private static final String CANARY = "\"driver\":{\"name\":\"" + NAME + "\",\"phones\":[\"" + PHONE + "\"]},"
            + "\"driverName\":\"" + NAME + "\",\"remark\":\"call " + NAME + ", " + PHONE + "\",\"phone\":" + 912345678;
    private static final long SEED = 4;

    @TempDir
    Path folder;

    @Test
    void endsWhereTheFeedIsRead() throws IOException {
        TripCase drawn = RandomTrips.generate(SEED, 6);
        List<String> lines =
                drawn.milestones().stream().map(PersonalDataTest::withDriver).toList();
        assertThat(lines).filteredOn(line -> line.contains(NAME)).hasSizeGreaterThan(20);
        assertThat(lines)
                .anyMatch(line -> line.contains("\"goods\":[{\"note\""))
                .anyMatch(line -> line.contains("[{\"driverName\""));

        var log = new ByteArrayOutputStream();
        Map<String, List<TestRecord<byte[], byte[]>>> written = logged(log, () -> run(drawn, lines));

        assertThat(written.keySet())
                .contains("border.truck.trip", "border-gate-trips.by-truck-repartition")
                .contains("border-gate-declaration-by-id-changelog", "border-gate-trips-by-truck-changelog");
        assertThat(where(written, NAME, "Chim", PHONE, "912345678", "driver")).isEmpty();
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("Chim", "912345678");
        // And the search would find what does go on.
        String trailer = "29R99999";
        assertThat(where(run(drawn, withTrailer(drawn.milestones(), trailer)), trailer))
                .contains("border.truck.trip", "border-gate-declaration-by-id-changelog");
    }

    /** In the line itself, in each truck, and in each class of goods. */
    private static String withDriver(String line) {
        return line.endsWith("}")
                ? line.replaceFirst("\\{\"", "{" + CANARY + ",\"")
                        .replace(
                                "\"trucks\":[{",
                                "\"trucks\":[{\"driverName\":\"" + NAME + "\",\"phone\":\"" + PHONE + "\",")
                        .replace("\"goods\":[{", "\"goods\":[{\"note\":\"" + NAME + " " + PHONE + "\",")
                : line;
    }

    private static List<String> withTrailer(List<String> lines, String plate) {
        return lines.stream()
                .map(line -> line.replace("\"trucks\":[{", "\"trucks\":[{\"trailer\":\"" + plate + "\","))
                .toList();
    }

    private Map<String, List<TestRecord<byte[], byte[]>>> run(TripCase drawn, List<String> milestones) {
        try {
            TripCase input = drawn.with(drawn.positions(), milestones);
            Path place = folder.resolve("run-" + Integer.toHexString(milestones.hashCode()));
            input.writeTo(place);
            try (var run = new TopologyRun(input.siteFile(place), input.now(), place.resolve("state"))) {
                return run.replay(input.positionsFile(place), input.milestonesFile(place), SEED)
                        .everything();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static <T> T logged(ByteArrayOutputStream log, java.util.function.Supplier<T> work) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        var both = new PrintStream(log, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        try {
            return work.get();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** Topics in which one of the words is, as they would be in any encoding that keeps texts as UTF-8. */
    private static Set<String> where(Map<String, List<TestRecord<byte[], byte[]>>> written, String... words) {
        Set<String> topics = new TreeSet<>();
        written.forEach((topic, records) -> {
            boolean found = records.stream()
                    .flatMap(record -> texts(record).stream())
                    .anyMatch(text -> List.of(words).stream().anyMatch(text::contains));
            if (found) {
                topics.add(topic);
            }
        });
        return topics;
    }

    private static List<String> texts(TestRecord<byte[], byte[]> record) {
        List<String> texts = new ArrayList<>();
        add(texts, record.key());
        add(texts, record.value());
        for (Header header : record.headers()) {
            texts.add(header.key());
            add(texts, header.value());
        }
        return texts;
    }

    private static void add(List<String> texts, byte[] bytes) {
        if (bytes != null) {
            texts.add(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
