package io.bordergate.domain.presence;

import static io.bordergate.domain.presence.FixFate.LATE;
import static io.bordergate.fixtures.Sites.limits;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.site.Site;
import io.bordergate.fixtures.Sites;
import io.bordergate.fixtures.Spot;
import io.bordergate.fixtures.TruckStory;
import org.junit.jupiter.api.Test;

/** A track that was written under one site file and read back under another. */
class SiteChangeTest {
    private static final Spot YARD = Spot.at(50, 50);
    private static final Spot ROAD = Spot.at(-500, 50);
    private static final Site ELSEWHERE = Sites.site()
            .square("elsewhere", 5_000, 0, 100, limits().silence("PT20M", "PT1H"))
            .build();

    @Test
    void findsTheTruckInAYardThatIsNew() {
        var story = TruckStory.in(ELSEWHERE)
                .fix("10:00", YARD)
                .restartIn(Sites.yard())
                .clock("10:01");

        assertThat(story.stays()).isEqualTo("yard VISIT 10:00- OPEN");
    }

    @Test
    void canStillBeReadAfterANewYardHasSettledBeforeItWasSent() {
        var story = TruckStory.in(ELSEWHERE)
                .fix("10:00", YARD)
                .fix("10:10", YARD)
                .restartIn(Sites.yard())
                .late("10:10", YARD, "10:35")
                .restart()
                .clock("10:36");

        assertThat(story.stays()).isEqualTo("yard VISIT 10:00- OPEN?");
    }

    @Test
    void doesNotGoBackBeyondWhatIsSettledWhenTheWindowGrows() {
        Site patient = Sites.site()
                .square("yard", 0, 0, 100, limits().silence("PT20M", "PT1H"))
                .window("PT2H")
                .build();
        var story = TruckStory.in(Sites.yard())
                .fix("10:00", YARD)
                .fix("10:40", YARD)
                .fix("11:20", YARD)
                .restartIn(patient)
                .late("10:20", ROAD, "11:21");

        assertThat(story.lastFate()).isEqualTo(LATE);
        assertThat(story.fix("11:30", ROAD).stays()).isEqualTo("yard VISIT 10:00-11:30 EXIT");
    }

    @Test
    void endsAStayInAYardThatIsNoMore() {
        var story = TruckStory.in(Sites.yard())
                .fix("10:00", YARD)
                .restartIn(ELSEWHERE)
                .fix("10:05", ROAD)
                .fix("12:00", ROAD)
                .clock("14:00");

        assertThat(story.stays()).doesNotContain("OPEN");
    }
}
