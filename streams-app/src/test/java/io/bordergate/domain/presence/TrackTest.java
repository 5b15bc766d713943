package io.bordergate.domain.presence;

import static io.bordergate.fixtures.Sites.limits;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.site.Site;
import io.bordergate.fixtures.Sites;
import io.bordergate.fixtures.Spot;
import io.bordergate.fixtures.Times;
import io.bordergate.fixtures.TruckStory;
import org.junit.jupiter.api.Test;

/** Stories of one truck at one yard, told in the order in which they happen. */
class TrackTest {
    private static final Spot YARD = Spot.at(50, 50);
    private static final Spot YARD_TOO = Spot.at(60, 60);
    private static final Spot ROAD = Spot.at(-500, 50);
    private static final Spot FAR_SIDE = Spot.at(500, 50);

    private static TruckStory atTheYard() {
        return TruckStory.in(Sites.yard());
    }

    @Test
    void entersAndExits() {
        var story = atTheYard()
                .fix("10:00", ROAD)
                .fix("10:05", YARD)
                .fix("10:15", YARD_TOO)
                .fix("10:20", ROAD);

        assertThat(story.sent()).isEqualTo("#1 r1 yard VISIT 10:05- OPEN | #1 r2 yard VISIT 10:05-10:20 EXIT");
    }

    @Test
    void entersAndExitsWhenTheExitComesFirst() {
        var story = atTheYard()
                .fix("10:00", ROAD)
                .late("10:20", ROAD, "10:20")
                .late("10:15", YARD_TOO, "10:21")
                .late("10:05", YARD, "10:22");

        assertThat(story.stays()).isEqualTo("yard VISIT 10:05-10:20 EXIT");
    }

    @Test
    void staysOpenAcrossAGapOfExactlyTheSilenceTimeout() {
        var story = atTheYard().fix("10:00", YARD).fix("11:00", YARD);

        assertThat(story.stays()).isEqualTo("yard VISIT 10:00- OPEN");
    }

    @Test
    void isOverByAGapOneMillisecondLonger() {
        var story = atTheYard().fix("10:00", YARD).fix("11:00:00.001", YARD);

        assertThat(story.stays()).isEqualTo("yard VISIT 10:00-10:00 SILENCE | yard VISIT 11:00:00.001- OPEN");
    }

    @Test
    void endsBySilenceAndNotByExitWhenTheNextFixComesTooLateAndOutside() {
        var story = atTheYard().fix("10:00", YARD).fix("10:10", YARD).fix("11:30", ROAD);

        assertThat(story.stays()).isEqualTo("yard VISIT 10:00-10:10 SILENCE");
    }

    @Test
    void isUncertainAndThenOverByTheClock() {
        var story = atTheYard().fix("10:00", YARD);

        assertThat(story.clock("10:20").stays()).isEqualTo("yard VISIT 10:00- OPEN");
        assertThat(story.clock("10:20:00.001").stays()).isEqualTo("yard VISIT 10:00- OPEN?");
        assertThat(story.clock("11:00").stays()).isEqualTo("yard VISIT 10:00- OPEN?");
        assertThat(story.clock("11:00:00.001").stays()).isEqualTo("yard VISIT 10:00-10:00 SILENCE");
    }

    @Test
    void saysWhenItWantsToBeLookedAtAgain() {
        var story = atTheYard().fix("10:00", YARD);

        assertThat(Times.clock(story.track().nextDeadline())).isEqualTo("10:20:00.001");
        assertThat(Times.clock(story.clock("10:20:00.001").track().nextDeadline()))
                .isEqualTo("11:00:00.001");
        assertThat(story.track().isOver()).isFalse();
        assertThat(story.clock("11:00:00.001").track().nextDeadline()).isEqualTo(Track.NEVER);
        assertThat(story.track().isOver()).isTrue();
    }

    @Test
    void isConfirmedAgainByAFix() {
        var story = atTheYard().fix("10:00", YARD).clock("10:30").fix("10:40", YARD);

        assertThat(story.sent())
                .isEqualTo(
                        "#1 r1 yard VISIT 10:00- OPEN | #1 r2 yard VISIT 10:00- OPEN? | #1 r3 yard VISIT 10:00- OPEN");
    }

    @Test
    void isTheSameStayWhenAFixOfTheSilenceArrivesAfterItsEnd() {
        var story = atTheYard().fix("10:00", YARD).clock("11:05");
        assertThat(story.stays()).isEqualTo("yard VISIT 10:00-10:00 SILENCE");

        story.late("10:50", YARD, "11:06");

        assertThat(story.sent())
                .isEqualTo("#1 r1 yard VISIT 10:00- OPEN | #1 r2 yard VISIT 10:00-10:00 SILENCE"
                        + " | #1 r3 yard VISIT 10:00- OPEN");
    }

    @Test
    void isAPassWhenItWasTooShort() {
        Site site = Sites.site()
                .square("yard", 0, 0, 100, limits().silence("PT20M", "PT1H").minDwell("PT2M"))
                .build();

        assertThat(TruckStory.in(site)
                        .fix("10:00", YARD)
                        .fix("10:01:59.999", ROAD)
                        .stays())
                .isEqualTo("yard PASS 10:00-10:01:59.999 EXIT");
        assertThat(TruckStory.in(site).fix("10:00", YARD).fix("10:02", ROAD).stays())
                .isEqualTo("yard VISIT 10:00-10:02 EXIT");
    }

    @Test
    void isAPassWhenItWasDrivenThroughBetweenTwoFixes() {
        var story = atTheYard().fix("10:00", ROAD).fix("10:01", FAR_SIDE);

        assertThat(story.stays()).isEqualTo("yard PASS 10:00-10:01 EXIT");
    }

    @Test
    void isNoPassWhenTheTwoFixesAreTooFarApart() {
        assertThat(atTheYard().fix("10:00", ROAD).fix("11:00", FAR_SIDE).stays())
                .isEqualTo("yard PASS 10:00-11:00 EXIT");
        assertThat(atTheYard().fix("10:00", ROAD).fix("11:00:00.001", FAR_SIDE).stays())
                .isEmpty();
    }

    @Test
    void crossesALineWithItsDirection() {
        Site site = Sites.site()
                .square("yard", 0, 0, 100, limits())
                .line("border", limits().silence("PT20M", "PT1H"), -1000, 300, 1000, 300)
                .build();

        var story = TruckStory.in(site)
                .fix("10:00", Spot.at(400, 200))
                .fix("10:01", Spot.at(400, 400))
                .fix("10:02", Spot.at(400, 200));

        assertThat(story.stays())
                .isEqualTo("border CROSSING right-to-left 10:00-10:01 EXIT"
                        + " | border CROSSING left-to-right 10:01-10:02 EXIT");
    }

    @Test
    void tellsTheLastPlaceThatWasAcceptedWhileOnTheWay() {
        Site site = Sites.site().maxSpeed(60).build();
        long often = 10 * 60_000;
        var story = TruckStory.in(site).vague("09:00");
        assertThat(story.track().isToBeToldOnTheWay(often)).as("no place yet").isFalse();

        story.fix("10:00", ROAD);
        assertThat(story.track().isToBeToldOnTheWay(often)).isTrue();
        story.vague("10:10").fix("10:11", Spot.at(50, 30_000));
        assertThat(story.track().isToBeToldOnTheWay(often)).as("no new place").isFalse();
        assertThat(story.track().lastPlace())
                .isEqualTo(new Whereabouts(Times.at("10:00"), ROAD.latitude(), ROAD.longitude()));

        story.fix("10:12", YARD).vague("10:13");
        assertThat(story.track().isToBeToldOnTheWay(often)).isTrue();
        assertThat(story.track().lastPlace())
                .isEqualTo(new Whereabouts(Times.at("10:12"), YARD.latitude(), YARD.longitude()));
    }

    @Test
    void isShownOnTheMapOftenWhileItMovesAndSeldomWhileItStands() {
        var story = TruckStory.in(Sites.site().maxSpeed(60).build()).vague("09:00");
        assertThat(story.track().isToBeShown()).as("no place yet").isFalse();

        story.fix("10:00", Spot.at(0, 0));
        assertThat(story.track().isToBeShown()).isTrue();
        assertThat(story.track().isToBeShown()).as("it was").isFalse();
        story.fix("10:00:29", Spot.at(300, 0));
        assertThat(story.track().isToBeShown()).as("too soon").isFalse();
        story.fix("10:00:30", Spot.at(300, 0));
        assertThat(story.track().isToBeShown()).as("moved").isTrue();
        story.fix("10:10:29", Spot.at(250, 50));
        assertThat(story.track().isToBeShown()).as("hardly moved").isFalse();
        story.fix("10:10:30", Spot.at(250, 50));
        assertThat(story.track().isToBeShown()).as("after ten minutes").isTrue();
        story.fix("10:12", Spot.at(50, 30_000));
        assertThat(story.track().isToBeShown()).as("no truck is as fast").isFalse();
    }

    @Test
    void countsNestedZonesEachForItself() {
        Site site = Sites.site()
                .square("yard", 0, 0, 100, limits().silence("PT20M", "PT1H"))
                .square("bay", 40, 40, 20, limits().silence("PT20M", "PT1H"))
                .build();

        var story = TruckStory.in(site)
                .fix("10:00", Spot.at(10, 10))
                .fix("10:05", YARD)
                .fix("10:10", Spot.at(10, 10))
                .fix("10:15", ROAD);

        assertThat(story.stays()).isEqualTo("yard VISIT 10:00-10:15 EXIT | bay VISIT 10:05-10:10 EXIT");
    }

    @Test
    void isInsideOnAnEdge() {
        assertThat(atTheYard().fix("10:00", Spot.at(0, 50)).stays()).isEqualTo("yard VISIT 10:00- OPEN");
        assertThat(atTheYard().fix("10:00", Spot.at(100, 100)).stays()).isEqualTo("yard VISIT 10:00- OPEN");
    }

    @Test
    void flapsOnAnEdgeWithinTheExitBufferWithoutLeaving() {
        Site site = Sites.site()
                .square("yard", 0, 0, 100, limits().silence("PT20M", "PT1H").exitBuffer(30))
                .build();

        var story = TruckStory.in(site)
                .fix("10:00", Spot.at(95, 50))
                .fix("10:01", Spot.at(125, 50))
                .fix("10:02", Spot.at(95, 50))
                .fix("10:03", Spot.at(129, 50));
        assertThat(story.stays()).isEqualTo("yard VISIT 10:00- OPEN");

        assertThat(story.fix("10:04", Spot.at(131, 50)).stays()).isEqualTo("yard VISIT 10:00-10:04 EXIT");
    }

    @Test
    void endsBySilenceInTheExitBufferAtItsLastFixInside() {
        Site site = Sites.site()
                .square("yard", 0, 0, 100, limits().silence("PT20M", "PT1H").exitBuffer(30))
                .build();

        var story = TruckStory.in(site)
                .fix("10:00", Spot.at(95, 50))
                .fix("10:01", Spot.at(125, 50))
                .clock("11:02");

        assertThat(story.stays()).isEqualTo("yard VISIT 10:00-10:00 SILENCE");
    }

    @Test
    void keepsAStayOpenForHoursAfterItsFirstFixesAreSettled() {
        var story = atTheYard();
        for (int minute = 0; minute < 180; minute += 5) {
            story.fix("%02d:%02d".formatted(10 + minute / 60, minute % 60), YARD);
        }

        assertThat(story.fix("13:00", ROAD).sent())
                .isEqualTo("#1 r1 yard VISIT 10:00- OPEN | #1 r2 yard VISIT 10:00-13:00 EXIT");
    }
}
