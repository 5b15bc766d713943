package io.bordergate.domain.presence;

import static io.bordergate.domain.presence.FixFate.APPLIED;
import static io.bordergate.domain.presence.FixFate.CONFLICT;
import static io.bordergate.domain.presence.FixFate.DUPLICATE;
import static io.bordergate.domain.presence.FixFate.LATE;
import static io.bordergate.fixtures.Sites.limits;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.site.Site;
import io.bordergate.fixtures.Sites;
import io.bordergate.fixtures.Spot;
import io.bordergate.fixtures.TruckStory;
import org.junit.jupiter.api.Test;

/** Fixes that come late, twice or in contradiction: stays are corrected under their ids, and only where they change. */
class LateFixTest {
    private static final Spot YARD = Spot.at(50, 50);
    private static final Spot YARD_TOO = Spot.at(60, 60);
    private static final Spot ROAD = Spot.at(-500, 50);
    private static final Spot FAR_SIDE = Spot.at(500, 50);

    private static TruckStory atTheYard() {
        return TruckStory.in(Sites.yard());
    }

    @Test
    void extendsAStayBackwardsUnderItsId() {
        var story = atTheYard().fix("10:10", YARD).late("10:05", YARD, "10:11");

        assertThat(story.sent()).isEqualTo("#1 r1 yard VISIT 10:10- OPEN | #1 r2 yard VISIT 10:05- OPEN");
    }

    @Test
    void extendsAStayForwardsUnderItsId() {
        var story = atTheYard().fix("10:00", YARD).fix("10:20", ROAD).late("10:10", ROAD, "10:21");

        assertThat(story.sent())
                .isEqualTo("#1 r1 yard VISIT 10:00- OPEN | #1 r2 yard VISIT 10:00-10:20 EXIT"
                        + " | #1 r3 yard VISIT 10:00-10:10 EXIT");
    }

    @Test
    void splitsAStayAndTheFirstPartKeepsTheId() {
        var story = atTheYard().fix("10:00", YARD).fix("10:20", YARD).late("10:10", ROAD, "10:21");

        assertThat(story.sent())
                .isEqualTo("#1 r1 yard VISIT 10:00- OPEN | #1 r2 yard VISIT 10:00-10:10 EXIT"
                        + " | #2 r1 yard VISIT 10:20- OPEN");
    }

    @Test
    void mergesTwoStaysAndTheFirstKeepsTheId() {
        var story = atTheYard()
                .fix("10:00", YARD)
                .late("10:10", ROAD, "10:12")
                .late("10:20", YARD, "10:20")
                .late("10:10", YARD_TOO, "10:11");

        assertThat(story.lastFate()).isEqualTo(CONFLICT);
        assertThat(story.sent())
                .isEqualTo("#1 r1 yard VISIT 10:00- OPEN | #1 r2 yard VISIT 10:00-10:10 EXIT"
                        + " | #2 r1 yard VISIT 10:20- OPEN | #2 r2 yard VISIT 10:20- WITHDRAWN"
                        + " | #1 r3 yard VISIT 10:00- OPEN");
    }

    @Test
    void keepsAClosedStayThatWasExtendedBackwardsAndThenSplit() {
        var story = atTheYard()
                .fix("10:20", YARD)
                .late("10:00", YARD, "10:21")
                .fix("10:35", YARD)
                .late("10:10", ROAD, "10:36")
                .fix("10:55", YARD)
                .fix("10:56", ROAD);
        assertThat(story.stays()).isEqualTo("yard VISIT 10:00-10:10 EXIT | yard VISIT 10:20-10:56 EXIT");

        story.late("10:40", YARD, "10:57");

        assertThat(story.stays()).isEqualTo("yard VISIT 10:00-10:10 EXIT | yard VISIT 10:20-10:56 EXIT");
    }

    @Test
    void takesNoticeOfADuplicateOnceOnly() {
        var story = atTheYard().fix("10:00", YARD).late("10:00", YARD, "10:01");

        assertThat(story.fates()).containsExactly(APPLIED, DUPLICATE);
        assertThat(story.sent()).isEqualTo("#1 r1 yard VISIT 10:00- OPEN");
    }

    @Test
    void letsTheEarlierReceivedOfTwoFixesOfOneTimeCount() {
        var story = atTheYard().late("10:00", YARD, "10:00").late("10:00", ROAD, "10:01");

        assertThat(story.fates()).containsExactly(APPLIED, CONFLICT);
        assertThat(story.stays()).isEqualTo("yard VISIT 10:00- OPEN");
    }

    @Test
    void letsTheEarlierReceivedOfTwoFixesOfOneTimeCountWhenItComesSecond() {
        var story = atTheYard().late("10:00", ROAD, "10:01").late("10:00", YARD, "10:00");

        assertThat(story.fates()).containsExactly(APPLIED, CONFLICT);
        assertThat(story.stays()).isEqualTo("yard VISIT 10:00- OPEN");
    }

    @Test
    void letsTheSouthernAndThenTheWesternOfTwoFixesCountWhenAllElseIsEqual() {
        Spot south = Spot.at(-500, 20);

        assertThat(atTheYard().fix("10:00", YARD).fix("10:00", south).stays()).isEmpty();
        assertThat(atTheYard().fix("10:00", south).fix("10:00", YARD).stays()).isEmpty();
        assertThat(atTheYard().fix("10:00", YARD).fix("10:00", ROAD).stays()).isEmpty();
        assertThat(atTheYard().fix("10:00", ROAD).fix("10:00", YARD).stays()).isEmpty();
    }

    @Test
    void knowsTheRepeatOfAFixThatLost() {
        var story = atTheYard().fix("10:00", YARD).late("10:00", ROAD, "10:01").late("10:00", ROAD, "10:02");

        assertThat(story.fates()).containsExactly(APPLIED, CONFLICT, DUPLICATE);
    }

    @Test
    void keepsApartWhatIsOlderThanTheWindow() {
        var story = atTheYard().fix("10:30:00.001", ROAD);

        assertThat(story.late("10:00:00.001", YARD, "10:30:00.001").lastFate()).isEqualTo(APPLIED);
        assertThat(story.late("10:00", YARD, "10:30:00.001").lastFate()).isEqualTo(LATE);
        assertThat(story.stays()).isEqualTo("yard VISIT 10:00:00.001-10:30:00.001 EXIT");
    }

    @Test
    void keepsApartATrucksFirstFixWhenItIsTooOld() {
        var story = atTheYard().late("10:00", YARD, "10:30:00.001");

        assertThat(story.fates()).containsExactly(LATE);
        assertThat(story.stays()).isEmpty();
        assertThat(story.restart().fix("10:31", YARD).stays()).isEqualTo("yard VISIT 10:31- OPEN");
    }

    @Test
    void keepsEachCrossingUnderItsIdWhenALateFixChangesNothing() {
        Site site = Sites.site()
                .square("yard", 0, 0, 100, limits())
                .line("border", limits().silence("PT20M", "PT1H"), -1000, 300, 1000, 300)
                .build();
        var story = TruckStory.in(site)
                .fix("10:00", Spot.at(400, 200))
                .fix("10:01", Spot.at(400, 400))
                .fix("10:02", Spot.at(400, 200))
                .fix("10:05", Spot.at(400, 100));
        story.sent();

        story.late("10:04", Spot.at(400, 150), "10:06");

        assertThat(story.sent()).isEmpty();
    }

    @Test
    void keepsEachPassUnderItsIdWhenALateFixChangesNothing() {
        var story = atTheYard()
                .fix("10:00", ROAD)
                .fix("10:01", FAR_SIDE)
                .fix("10:02", ROAD)
                .fix("10:05", Spot.at(-800, 50));
        story.sent();

        story.late("10:04", Spot.at(-600, 50), "10:06");

        assertThat(story.sent()).isEmpty();
    }

    @Test
    void withdrawsAPassWhenALateFixShowsAnotherWay() {
        var story = atTheYard().fix("10:00", ROAD).fix("10:02", FAR_SIDE).late("10:01", Spot.at(0, 900), "10:03");

        assertThat(story.sent()).isEqualTo("#1 r1 yard PASS 10:00-10:02 EXIT | #1 r2 yard PASS 10:00-10:02 WITHDRAWN");
    }

    @Test
    void makesAVisitOfAPassWhenALateFixLiesInside() {
        var story = atTheYard().fix("10:00", ROAD).fix("10:10", FAR_SIDE).late("10:05", YARD, "10:11");

        assertThat(story.stays()).isEqualTo("yard VISIT 10:05-10:10 EXIT");
    }
}
