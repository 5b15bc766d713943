package io.bordergate.domain.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.fixtures.Sites;
import org.junit.jupiter.api.Test;

/** No truck and no place is counted twice in the occupancy of a gate. */
class YardsThatCountTest {
    @Test
    void ofAYardWithinAnotherOnlyTheOuterCounts() {
        Site site = Sites.site()
                .square("yard", 0, 0, 100, Sites.limits())
                .square("inner", 20, 20, 30, Sites.limits())
                .square("half-out", 80, 80, 60, Sites.limits())
                .square("same-b", 300, 0, 50, Sites.limits())
                .square("same-a", 300, 0, 50, Sites.limits())
                .square("lot", ZoneKind.BUFFER, 500, 0, 50, Sites.limits())
                .build();

        assertThat(site.yardsThatCount("huu-nghi")).extracting(Place::id).containsExactly("yard", "half-out", "same-a");
        assertThat(site.yardsThatCount("tan-thanh")).isEmpty();
    }
}
