package io.bordergate.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.event.Classifier;
import io.bordergate.event.DeclarationMilestoneReported;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of declarations as platforms really write them: what can be read for certain is, the rest is refused. */
class DirtyLinesTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-05-10T00:00:00Z"), ZoneOffset.UTC);

    private final MilestoneJson milestones = new MilestoneJson("test", NOW);

    @ParameterizedTest
    @CsvSource({
        "2026-05-03T13:15:21+07:00, 2026-05-03T06:15:21Z",
        "2026-05-03T14:15:21+08:00, 2026-05-03T06:15:21Z",
        "2026-05-03T06:15:21Z, 2026-05-03T06:15:21Z",
        "1777785321.000000, 2026-05-03T05:15:21Z",
        "1777785321.123456, 2026-05-03T05:15:21.123Z",
        "1777785321.5, 2026-05-03T05:15:21.500Z",
        "'1777785321.000000\\t', 2026-05-03T05:15:21Z"
    })
    void readsATimeThatIsAnInstant(String time, Instant expected) {
        assertThat(read(Map.of("eventTime", quoted(time))).getEventTime().toEpochMilli())
                .isEqualTo(expected.toEpochMilli());
        assertThat(read(Map.of("plannedArrival", quoted(time)))
                        .getPlannedArrival()
                        .toEpochMilli())
                .isEqualTo(expected.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-05-03T13:15:21",
                "2026-05-03 13:15:21",
                "2026-05-03 13:15:21+07:00",
                "2026-05-03",
                "03/05/2026 13:15",
                "1777785321",
                "1777785321000",
                "177778532.000000",
                "1777785321000.000000",
                "1777785321,000000",
                "-1777785321.000000",
                "46145.552326",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z"
            })
    void refusesATimeThatCouldBeSeveral(String time) {
        assertThatThrownBy(() -> read(Map.of("eventTime", quoted(time))))
                .isInstanceOf(UnreadableLineException.class)
                .hasMessageContaining("eventTime");
        assertThatThrownBy(() -> read(Map.of("plannedArrival", quoted(time))))
                .isInstanceOf(UnreadableLineException.class)
                .hasMessageContaining("plannedArrival");
    }

    @Test
    void isReceivedAtATimeThatARecordCanHave() {
        FeedRecord<DeclarationMilestoneReported> record =
                milestones.read(line(Map.of("eventTime", quoted("1969-07-20T20:17:40Z"))));

        assertThat(record.recordTime()).isEqualTo(Instant.EPOCH);
        assertThat(record.event().getEventTime()).isEqualTo("1969-07-20T20:17:40Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"NULL\"", "\"null\"", "\"\"", "\"  \"", "\"\\t\"", "\" Null\\t\\t\""})
    void takesAWordForNothingAsNothing(String nothing) {
        var milestone = read(Map.of(
                "classifier", nothing,
                "gateId", nothing,
                "direction", nothing,
                "plannedArrival", nothing,
                "yardId", nothing,
                "channel", nothing,
                "trucks", nothing,
                "goods", nothing,
                "tripKind", nothing,
                "recordTime", nothing));

        assertThat(milestone).isEqualTo(read(Map.of()));
        assertThat(milestone.getTrucks()).isNull();
        assertThat(milestone.getPlannedArrival()).isNull();
        assertThat(milestone.getClassifier()).isEqualTo(Classifier.ACT);
    }

    @Test
    void takesOffWhatIsAroundAText() {
        var milestone = read(Map.of(
                "declarationId", "\"2026050300533\\t\\t\"",
                "gateId", "\"huu-nghi\t\"",
                "trucks", "[{\"country\":\" cn\",\"plate\":\"桂A12345\\t\",\"trailer\":\"NULL\"}]"));

        assertThat(milestone.getDeclarationId()).isEqualTo("2026050300533");
        assertThat(milestone.getGateId()).isEqualTo("huu-nghi");
        assertThat(milestone.getTrucks().get(0).getCountry()).isEqualTo("cn");
        assertThat(milestone.getTrucks().get(0).getPlate()).isEqualTo("桂A12345");
        assertThat(milestone.getTrucks().get(0).getTrailer()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "'\"true\"', true",
        "'\"TRUE\\t\"', true",
        "1, true",
        "false, false",
        "'\"0\"', false",
        "'\"NULL\"', false",
        "null, false"
    })
    void readsAFlag(String written, boolean expected) {
        var goods = read(Map.of("goods", "[{\"category\":\"FRUIT\",\"refrigerated\":" + written + "}]"))
                .getGoods();

        assertThat(goods.get(0).getRefrigerated()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"cold\"", "2", "[]", "{}"})
    void refusesAFlagThatIsNone(String written) {
        assertThatThrownBy(() -> read(Map.of("goods", "[{\"category\":\"FRUIT\",\"refrigerated\":" + written + "}]")))
                .isInstanceOf(UnreadableLineException.class);
    }

    @Test
    void passesOverAByteOrderMarkBeforeTheLine() {
        assertThat(milestones.read("\uFEFF" + line(Map.of())).event()).isEqualTo(read(Map.of()));
        assertThatThrownBy(() -> milestones.read("\uFEFF\uFEFF" + line(Map.of())))
                .isInstanceOf(UnreadableLineException.class);
    }

    @Test
    void refusesALineThatWouldNotFitIntoARecord() {
        String fits = line(Map.of("remark", quoted("x".repeat(990_000))));
        String wide = line(Map.of("remark", quoted("桂".repeat(340_000))));
        String tooLong = line(Map.of("remark", quoted("x".repeat(1_000_000))));

        assertThat(milestones.read(fits).event()).isEqualTo(read(Map.of()));
        assertThatThrownBy(() -> milestones.read(wide)).hasMessage("is longer than 1000000 bytes");
        assertThatThrownBy(() -> milestones.read(tooLong)).hasMessage("is longer than 1000000 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 100_000})
    void refusesDeepNesting(int depth) {
        assertThatThrownBy(() -> read(Map.of("remark", "[".repeat(depth) + "]".repeat(depth))))
                .isInstanceOf(UnreadableLineException.class);
    }

    @Test
    void passesOverFieldsItDoesNotKnow() {
        var milestone = read(Map.of(
                "remark",
                quoted("=cmd|'/c calc'!A1 <script>alert(1)</script> '; DROP TABLE x"),
                "driver",
                "{\"name\":{\"given\":[\"A\"]}}"));

        assertThat(milestone).isEqualTo(read(Map.of()));
    }

    private DeclarationMilestoneReported read(Map<String, String> fields) {
        return milestones.read(line(fields)).event();
    }

    /** An ordinary line, but for these fields. */
    private static String line(Map<String, String> fields) {
        var all = new TreeMap<>(Map.of(
                "declarationId", "\"2026050300533\"",
                "type", "\"GTIN\"",
                "authority", "\"CUSTOMS\"",
                "eventTime", "\"2026-05-03T13:34:11+07:00\""));
        all.putAll(fields);
        return all.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
