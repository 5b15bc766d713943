package io.bordergate.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The last line of a file that was cut off says nothing, wherever the cut is: no half of it is taken for a whole. */
class CutLineTest {
    private static final String WHOLE = "{\"declarationId\":\"2026050300533\",\"type\":\"DECLARED\","
            + "\"authority\":\"ENTERPRISE\",\"eventTime\":\"2026-05-03T13:15:21+07:00\",\"gateId\":\"huu-nghi\","
            + "\"trucks\":[{\"country\":\"CN\",\"plate\":\"桂A12345\"}]}";

    private final MilestoneJson milestones =
            new MilestoneJson("test", Clock.fixed(Instant.parse("2026-05-10T00:00:00Z"), ZoneOffset.UTC));

    @Test
    void readsNoMilestoneThatIsCutOff() {
        assertThat(milestones.read(WHOLE).key()).isEqualTo("2026050300533");
        for (int length = 0; length < WHOLE.length(); length++) {
            String cut = WHOLE.substring(0, length);
            assertThatThrownBy(() -> milestones.read(cut)).as(cut).isInstanceOf(UnreadableLineException.class);
        }
    }
}
