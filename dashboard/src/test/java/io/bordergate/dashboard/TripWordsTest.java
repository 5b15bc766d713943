package io.bordergate.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.event.Authority;
import io.bordergate.event.CustomsChannel;
import io.bordergate.event.DataStage;
import io.bordergate.event.DiscrepancyKind;
import io.bordergate.event.EtaBasis;
import io.bordergate.event.MilestoneType;
import io.bordergate.event.PhysicalStage;
import io.bordergate.event.TripClosure;
import io.bordergate.event.TripKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the data can say of a trip, the page can say in words; and nothing that the data cannot say any more. */
class TripWordsTest {
    private static final Path WORDS = Path.of("src/main/resources/web/words-trip.js");

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("milestone", MilestoneType.values()),
                Arguments.of("authority", Authority.values()),
                Arguments.of("data", DataStage.values()),
                Arguments.of("physical", PhysicalStage.values()),
                Arguments.of("closed", TripClosure.values()),
                Arguments.of("discrepancy", DiscrepancyKind.values()),
                Arguments.of("channel", CustomsChannel.values()),
                Arguments.of("kind", TripKind.values()),
                Arguments.of("eta", EtaBasis.values()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_value_has_a_word_in_both_languages(String kind, Enum<?>[] values) throws IOException {
        List<String> words = Pattern.compile("\\b" + kind + "_([A-Z_]+):")
                .matcher(Files.readString(WORDS))
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();

        List<String> twice = Arrays.stream(values)
                .flatMap(value -> Stream.of(value.name(), value.name()))
                .sorted()
                .toList();
        assertThat(words).isEqualTo(twice);
    }

    @Test
    void all_kinds_are_looked_at() throws IOException {
        List<String> kinds = Pattern.compile("\\b([a-z]+)_[A-Z_]+:")
                .matcher(Files.readString(WORDS))
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();

        assertThat(kinds()).hasSize(kinds.size());
    }
}
