package io.bordergate.domain.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A day of the province ends at 20:00 in Vietnam, which is 13:00 UTC. */
class DaysTest {
    private static final Days DAYS = new Days(ZoneId.of("Asia/Ho_Chi_Minh"), Days.USUAL_END);
    private static final LocalDate THIRD = LocalDate.of(2026, 5, 3);

    @Test
    void aDayHasTheDateOfItsEnd() {
        assertThat(DAYS.beginningOf(THIRD)).isEqualTo(Instant.parse("2026-05-02T13:00:00Z"));
        assertThat(DAYS.endOf(THIRD)).isEqualTo(Instant.parse("2026-05-03T13:00:00Z"));
    }

    @Test
    void itsEndBelongsToIt() {
        assertThat(DAYS.dateOf(DAYS.endOf(THIRD))).isEqualTo(THIRD);
        assertThat(DAYS.dateOf(DAYS.endOf(THIRD).plusMillis(1))).isEqualTo(THIRD.plusDays(1));
        assertThat(DAYS.dateOf(Instant.parse("2026-05-02T18:00:00Z"))).isEqualTo(THIRD);
    }
}
