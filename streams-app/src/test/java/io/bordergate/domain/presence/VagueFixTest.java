package io.bordergate.domain.presence;

import static io.bordergate.domain.presence.FixFate.APPLIED;
import static io.bordergate.domain.presence.FixFate.CONFLICT;
import static io.bordergate.domain.presence.FixFate.DUPLICATE;
import static io.bordergate.domain.presence.FixFate.VAGUE;
import static io.bordergate.fixtures.Sites.limits;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.site.Site;
import io.bordergate.fixtures.Sites;
import io.bordergate.fixtures.Spot;
import io.bordergate.fixtures.TruckStory;
import org.junit.jupiter.api.Test;

/** A fix without a place says that the truck was not silent, and nothing more. */
class VagueFixTest {
    private static final Spot YARD = Spot.at(50, 50);
    private static final Spot ROAD = Spot.at(-500, 50);
    private static final Spot FAR_SIDE = Spot.at(500, 50);

    private static TruckStory atTheYard() {
        return TruckStory.in(Sites.yard());
    }

    @Test
    void neitherOpensNorEndsAStay() {
        var story =
                atTheYard().fix("10:00", ROAD).vague("10:05").fix("10:10", YARD).vague("10:15");

        assertThat(story.fates()).containsExactly(APPLIED, VAGUE, APPLIED, VAGUE);
        assertThat(story.sent()).isEqualTo("#1 r1 yard VISIT 10:10- OPEN");
        assertThat(story.fix("10:20", ROAD).stays()).isEqualTo("yard VISIT 10:10-10:20 EXIT");
    }

    @Test
    void keepsATruckFromBeingSilent() {
        var story = atTheYard().fix("10:00", YARD).vague("11:00").fix("12:00", YARD);

        assertThat(story.stays()).isEqualTo("yard VISIT 10:00- OPEN");
    }

    @Test
    void keepsAStayCertainByTheClock() {
        var story = atTheYard().fix("10:00", YARD).vague("10:30").clock("10:50");

        assertThat(story.stays()).isEqualTo("yard VISIT 10:00- OPEN");
        assertThat(story.clock("10:50:00.001").stays()).isEqualTo("yard VISIT 10:00- OPEN?");
    }

    @Test
    void prolongsTheStayThatThenEndsBySilence() {
        var story = atTheYard().fix("10:00", YARD).vague("10:30").clock("11:30:00.001");

        assertThat(story.stays()).isEqualTo("yard VISIT 10:00-10:30 SILENCE");
    }

    @Test
    void endsAStayByTheSilenceBeforeItAndDoesNotOpenItAgain() {
        var story = atTheYard().fix("10:00", YARD).vague("11:00:00.001").vague("11:10");

        assertThat(story.stays()).isEqualTo("yard VISIT 10:00-10:00 SILENCE");
        assertThat(story.fix("11:20", YARD).stays())
                .isEqualTo("yard VISIT 10:00-10:00 SILENCE | yard VISIT 11:20- OPEN");
    }

    @Test
    void prolongsOnlyTheStaysWhoseZoneHeldTheLastPlace() {
        Site site = Sites.site()
                .square("yard", 0, 0, 100, limits().silence("PT20M", "PT1H").exitBuffer(30))
                .build();

        var story = TruckStory.in(site)
                .fix("10:00", Spot.at(95, 50))
                .fix("10:01", Spot.at(125, 50))
                .vague("10:30")
                .clock("11:31");

        assertThat(story.stays()).isEqualTo("yard VISIT 10:00-10:00 SILENCE");
    }

    @Test
    void opensAgainWhatEndedBySilenceBesideAStayThatDidNot() {
        Site site = Sites.site()
                .square("near", 0, 0, 100, limits().silence("PT10M", "PT20M"))
                .square(
                        "patient",
                        100.1,
                        0,
                        50,
                        limits().silence("PT1H", "PT2H").exitBuffer(80))
                .build();

        var story = TruckStory.in(site)
                .fix("10:00", Spot.at(110, 50))
                .fix("10:10", YARD)
                .vague("10:40")
                .fix("10:50", YARD);

        assertThat(story.stays())
                .isEqualTo("patient VISIT 10:00- OPEN | near VISIT 10:10-10:10 SILENCE | near VISIT 10:50- OPEN");
    }

    @Test
    void isNotOnTheWayOfAPassOrACut() {
        Site site = Sites.site()
                .square("yard", 0, 0, 100, limits().silence("PT20M", "PT1H"))
                .line("border", limits().silence("PT20M", "PT1H"), 300, -1000, 300, 1000)
                .build();

        var story = TruckStory.in(site).fix("10:00", ROAD).vague("10:05").fix("10:10", FAR_SIDE);

        assertThat(story.stays())
                .isEqualTo("border CROSSING left-to-right 10:00-10:10 EXIT | yard PASS 10:00-10:10 EXIT");
    }

    @Test
    void doesNotBringTwoPlacesCloserInTime() {
        Site site = Sites.site()
                .square("yard", 0, 0, 100, limits().silence("PT20M", "PT1H"))
                .line("border", limits().silence("PT20M", "PT1H"), 300, -1000, 300, 1000)
                .build();

        var story = TruckStory.in(site).fix("10:00", ROAD).vague("10:30").fix("11:00:00.001", FAR_SIDE);

        assertThat(story.stays()).isEmpty();
    }

    @Test
    void saysNothingBeforeTheFirstPlace() {
        var story = atTheYard().vague("09:50").vague("09:55").fix("10:00", YARD);

        assertThat(story.fates()).containsExactly(VAGUE, VAGUE, APPLIED);
        assertThat(story.stays()).isEqualTo("yard VISIT 10:00- OPEN");
    }

    @Test
    void losesAgainstAPlaceOfTheSameTimeEvenIfReceivedEarlier() {
        assertThat(atTheYard().vague("10:00").late("10:00", YARD, "10:05").fates())
                .containsExactly(VAGUE, CONFLICT);
        assertThat(atTheYard().vague("10:00").late("10:00", YARD, "10:05").stays())
                .isEqualTo("yard VISIT 10:00- OPEN");
        assertThat(atTheYard()
                        .late("10:00", YARD, "10:05")
                        .lateVague("10:00", "10:00")
                        .stays())
                .isEqualTo("yard VISIT 10:00- OPEN");
    }

    @Test
    void isADuplicateOfAnotherOfTheSameTime() {
        assertThat(atTheYard().vague("10:00").lateVague("10:00", "10:01").fates())
                .containsExactly(VAGUE, DUPLICATE);
        assertThat(atTheYard()
                        .vague("10:00")
                        .late("10:00", YARD, "10:01")
                        .lateVague("10:00", "10:02")
                        .fates())
                .containsExactly(VAGUE, CONFLICT, DUPLICATE);
    }

    @Test
    void mendsASilenceWhenItComesLate() {
        var story = atTheYard().fix("10:00", YARD).fix("11:10", YARD);
        assertThat(story.stays()).isEqualTo("yard VISIT 10:00-10:00 SILENCE | yard VISIT 11:10- OPEN");

        story.lateVague("10:45", "11:11");

        assertThat(story.lastFate()).isEqualTo(VAGUE);
        assertThat(story.stays()).isEqualTo("yard VISIT 10:00- OPEN");
    }

    @Test
    void isRememberedWhenItIsTheLastThatIsSettled() {
        var story =
                atTheYard().fix("10:00", YARD).vague("10:40").fix("11:20", ROAD).restart();

        assertThat(story.restart().fix("11:55", ROAD).restart().stays()).isEqualTo("yard VISIT 10:00-11:20 EXIT");
    }

    @Test
    void goesOnAfterNothingButVagueOnesWasSettled() {
        var story = atTheYard().vague("10:00").vague("10:40").restart().fix("11:20", YARD);

        assertThat(story.stays()).isEqualTo("yard VISIT 11:20- OPEN");
        assertThat(story.vague("12:00").restart().fix("12:30", ROAD).stays()).isEqualTo("yard VISIT 11:20-12:30 EXIT");
    }
}
