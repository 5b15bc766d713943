package io.bordergate.domain.presence;

import static io.bordergate.domain.presence.FixFate.APPLIED;
import static io.bordergate.domain.presence.FixFate.TELEPORT;
import static io.bordergate.fixtures.Sites.limits;
import static io.bordergate.fixtures.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.site.Site;
import io.bordergate.fixtures.Sites;
import io.bordergate.fixtures.Spot;
import io.bordergate.fixtures.TruckStory;
import org.junit.jupiter.api.Test;

/** A truck that cannot have got there is not there, until three fixes in a row say so. Here a kilometre takes a minute. */
class TeleportTest {
    private static final Spot YARD = Spot.at(50, 50);
    private static final Spot ROAD = Spot.at(-500, 50);
    private static final Spot TOWN = Spot.at(50, 30_000);
    private static final Spot COAST = Spot.at(50, -60_000);

    private static final Site SITE = Sites.site()
            .square("yard", 0, 0, 100, limits().silence("PT20M", "PT1H"))
            .square("town", 0, 29_950, 100, limits().silence("PT20M", "PT1H"))
            .line("border", limits().silence("PT20M", "PT1H"), -1000, 10_000, 1000, 10_000)
            .maxSpeed(60)
            .build();

    private static TruckStory atTheYard() {
        return TruckStory.in(SITE);
    }

    @Test
    void isNoExitAndNoEntry() {
        var story = atTheYard().fix("10:00", YARD).fix("10:01", TOWN).fix("10:02", YARD);

        assertThat(story.fates()).containsExactly(APPLIED, TELEPORT, APPLIED);
        assertThat(story.sent()).isEqualTo("#1 r1 yard VISIT 10:00- OPEN");
    }

    @Test
    void isBelievedWhereNoSpeedIsTooGreat() {
        var story = TruckStory.in(Sites.yard()).fix("10:00", YARD).fix("10:00:01", TOWN);

        assertThat(story.fates()).containsExactly(APPLIED, APPLIED);
        assertThat(story.stays()).isEqualTo("yard VISIT 10:00-10:00:01 EXIT");
    }

    @Test
    void beginsAboveTheGreatestSpeed() {
        // One degree of a meridian of the mean radius: 111.195 km.
        double degree = Math.toRadians(6_371_008.8);
        long slow = (long) Math.ceil(degree * 60);
        var from = new Fix(at("10:00"), at("10:00"), 20, 106);

        assertThat(atTheYard().take(from).take(to(21, slow)).lastFate()).isEqualTo(APPLIED);
        assertThat(atTheYard().take(from).take(to(21, slow - 1)).lastFate()).isEqualTo(TELEPORT);
    }

    private static Fix to(double latitude, long millis) {
        return new Fix(at("10:00") + millis, at("10:00") + millis, latitude, 106);
    }

    @Test
    void isBorneOutByTheThirdInARow() {
        var story = atTheYard()
                .fix("10:00", YARD)
                .fix("10:01", TOWN)
                .fix("10:02", TOWN)
                .fix("10:03", TOWN);

        assertThat(story.fates()).containsExactly(APPLIED, TELEPORT, TELEPORT, APPLIED);
        assertThat(story.stays()).isEqualTo("yard VISIT 10:00-10:03 EXIT | town VISIT 10:03- OPEN");
    }

    @Test
    void cutsNoLineAndPassesNothingOverABreak() {
        var story = atTheYard()
                .fix("10:00", ROAD)
                .fix("10:01", TOWN)
                .fix("10:02", TOWN)
                .fix("10:03", TOWN);

        assertThat(story.stays()).isEqualTo("town VISIT 10:03- OPEN");
        assertThat(story.fix("10:33", Spot.at(50, 150)).stays())
                .as("and again after it")
                .isEqualTo("border CROSSING left-to-right 10:03-10:33 EXIT | town VISIT 10:03-10:33 EXIT");
    }

    @Test
    void isForgottenWhenTheTruckIsBack() {
        var story = atTheYard()
                .fix("10:00", YARD)
                .fix("10:01", TOWN)
                .fix("10:02", TOWN)
                .fix("10:03", YARD)
                .fix("10:04", TOWN)
                .fix("10:05", TOWN);

        assertThat(story.fates()).containsExactly(APPLIED, TELEPORT, TELEPORT, APPLIED, TELEPORT, TELEPORT);
        assertThat(story.stays()).isEqualTo("yard VISIT 10:00- OPEN");
    }

    @Test
    void beginsANewRowWhereItCannotBeReachedFromTheOneBefore() {
        var story = atTheYard()
                .fix("10:00", YARD)
                .fix("10:01", TOWN)
                .fix("10:02", TOWN)
                .fix("10:03", COAST)
                .fix("10:04", COAST);
        assertThat(story.stays()).isEqualTo("yard VISIT 10:00- OPEN");

        assertThat(story.fix("10:05", COAST).stays()).isEqualTo("yard VISIT 10:00-10:05 EXIT");
        assertThat(story.lastFate()).isEqualTo(APPLIED);
    }

    @Test
    void isASignOfLife() {
        var story = atTheYard().fix("10:00", YARD).fix("10:29", TOWN).fix("10:58", COAST);

        assertThat(story.fates()).containsExactly(APPLIED, TELEPORT, TELEPORT);
        assertThat(story.clock("11:58:00.001").stays()).isEqualTo("yard VISIT 10:00-10:58 SILENCE");
    }

    @Test
    void doesNotLoseItsRowByAVagueFix() {
        var story = atTheYard()
                .fix("10:00", YARD)
                .fix("10:01", TOWN)
                .vague("10:02")
                .fix("10:03", TOWN)
                .vague("10:04")
                .fix("10:05", TOWN);

        assertThat(story.lastFate()).isEqualTo(APPLIED);
        assertThat(story.stays()).isEqualTo("yard VISIT 10:00-10:05 EXIT | town VISIT 10:05- OPEN");
    }

    @Test
    void isMeasuredFromTheLastAcceptedPlaceAndNotFromAVagueFix() {
        var story = atTheYard().fix("10:00", YARD).vague("10:29").fix("10:31", TOWN);

        assertThat(story.lastFate()).isEqualTo(APPLIED);
    }

    @Test
    void isJudgedAgainWhenAFixComesBetween() {
        var story = atTheYard().fix("10:00", YARD).fix("10:10", TOWN).fix("10:12", TOWN);
        assertThat(story.stays()).isEqualTo("yard VISIT 10:00- OPEN");

        story.late("10:11", TOWN, "10:13");

        assertThat(story.lastFate()).as("the second of three").isEqualTo(TELEPORT);
        assertThat(story.stays()).isEqualTo("yard VISIT 10:00-10:12 EXIT | town VISIT 10:12- OPEN");
    }

    @Test
    void takesBackWhatALateFixShowsToBeTooFar() {
        var story = atTheYard().fix("10:00", TOWN).fix("10:31", YARD);
        assertThat(story.stays())
                .isEqualTo("border CROSSING left-to-right 10:00-10:31 EXIT"
                        + " | town VISIT 10:00-10:31 EXIT | yard VISIT 10:31- OPEN");

        story.late("10:29", TOWN, "10:32");

        assertThat(story.lastFate()).isEqualTo(APPLIED);
        assertThat(story.stays()).isEqualTo("town VISIT 10:00- OPEN");
    }

    @Test
    void believesTheFirstPlaceOfAll() {
        var story =
                atTheYard().vague("09:59").fix("10:00", TOWN).fix("10:01", YARD).fix("10:02", YARD);

        assertThat(story.stays()).isEqualTo("town VISIT 10:00- OPEN");
        assertThat(story.fix("10:03", YARD).stays()).isEqualTo("town VISIT 10:00-10:03 EXIT | yard VISIT 10:03- OPEN");
    }

    @Test
    void remembersItsRowWhenItIsSettledAndReadBack() {
        var story = atTheYard()
                .fix("10:00", TOWN)
                .fix("10:10", COAST)
                .fix("10:20", COAST)
                .vague("10:51");

        story.restart().fix("10:52", COAST);

        assertThat(story.lastFate()).isEqualTo(APPLIED);
        assertThat(story.stays()).isEqualTo("town VISIT 10:00-10:52 EXIT");
    }
}
