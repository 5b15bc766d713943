package io.bordergate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.intake.Fate;
import io.bordergate.domain.intake.Reason;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/fates.md lists every fate and every reason, with what each means. */
class FatesDocTest {
    @Test
    void fatesAreThoseOfTheCode() throws IOException {
        var rows = Document.of("docs/fates.md").table("fate");

        assertThat(rows.stream().map(row -> row.get(0)))
                .containsExactlyElementsOf(
                        Arrays.stream(Fate.values()).map(Enum::name).toList());
        assertThat(rows).allSatisfy(row -> assertThat(row).doesNotContain(""));
    }

    @Test
    void reasonsAreThoseOfTheCodeWithTheirFates() throws IOException {
        var rows = Document.of("docs/fates.md").table("reason");

        assertThat(rows.stream().map(row -> row.subList(0, 2)))
                .containsExactlyElementsOf(
                        Arrays.stream(Reason.values()).map(FatesDocTest::row).toList());
        assertThat(rows).allSatisfy(row -> assertThat(row).doesNotContain(""));
    }

    /** What says nothing has an empty code in the counts. */
    private static List<String> row(Reason reason) {
        return List.of(
                reason == Reason.NONE ? "(empty)" : reason.code(), reason.fate().name());
    }
}
