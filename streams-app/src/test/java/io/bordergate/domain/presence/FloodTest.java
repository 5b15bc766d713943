package io.bordergate.domain.presence;

import static io.bordergate.domain.presence.FixFate.APPLIED;
import static io.bordergate.domain.presence.FixFate.CONFLICT;
import static io.bordergate.domain.presence.FixFate.DUPLICATE;
import static io.bordergate.domain.presence.FixFate.FLOOD;
import static io.bordergate.domain.presence.FixFate.LATE;
import static io.bordergate.fixtures.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.site.Site;
import io.bordergate.fixtures.Sites;
import io.bordergate.fixtures.Spot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of one truck no more than so many fixes are kept within the window. */
class FloodTest {
    private static final Site SITE = Sites.yard();
    private static final Spot YARD = Spot.at(50, 50);
    private static final Spot ROAD = Spot.at(-500, 50);
    private static final int MOST = 20_000;
    private static final long START = at("10:00");
    private static final long WINDOW = 30 * 60_000;

    /** A truck in the yard with a fix every so many milliseconds since the start. */
    private static Track trackWith(int fixes, int every, int settleAtOnce) {
        var track = new Track("VN:12C12345", settleAtOnce);
        for (int i = 0; i < fixes; i++) {
            assertThat(take(track, START + (long) i * every, YARD)).isEqualTo(APPLIED);
        }
        return track;
    }

    private static FixFate take(Track track, long time, Spot spot) {
        return take(track, time, time, spot);
    }

    private static FixFate take(Track track, long time, long received, Spot spot) {
        return track.apply(new Fix(time, received, spot.latitude(), spot.longitude()), SITE, stay -> {});
    }

    @Test
    void refusesTheFirstBeyondAndStillKnowsARepeat() {
        Track track = trackWith(MOST - 1, 1, 0);
        assertThat(take(track, START + MOST, YARD)).isEqualTo(APPLIED);

        assertThat(take(track, START + MOST + 1, YARD)).isEqualTo(FLOOD);
        assertThat(take(track, START - 1, START, YARD)).as("an earlier one").isEqualTo(FLOOD);
        assertThat(take(track, START + 7, ROAD)).as("a contradiction").isEqualTo(FLOOD);
        assertThat(take(track, START + 7, START + MOST + 2, YARD)).isEqualTo(DUPLICATE);
    }

    @Test
    void countsThoseThatLost() {
        Track track = trackWith(MOST - 1, 1, 0);
        assertThat(take(track, START + 7, START + MOST, ROAD)).isEqualTo(CONFLICT);

        assertThat(take(track, START + MOST, YARD)).isEqualTo(FLOOD);
        assertThat(take(track, START + 7, START + MOST, ROAD)).isEqualTo(DUPLICATE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32, MOST * 2})
    void countsOnlyWhatIsWithinTheWindowHoweverMuchIsSettledAtOnce(int settleAtOnce) {
        Track track = trackWith(MOST, 10, settleAtOnce);

        assertThat(take(track, START + WINDOW, YARD))
                .as("the first is not older yet")
                .isEqualTo(FLOOD);
        assertThat(take(track, START + WINDOW + 1, YARD)).as("it is now").isEqualTo(APPLIED);
        assertThat(take(track, START + WINDOW + 2, YARD)).isEqualTo(FLOOD);
    }

    @Test
    void changesNothing() {
        Track track = trackWith(MOST, 1, 0);
        byte[] before = new TrackCodec(SITE).encode(track);

        assertThat(take(track, START + WINDOW, YARD)).isEqualTo(FLOOD);

        assertThat(new TrackCodec(SITE).encode(track)).isEqualTo(before);
        assertThat(take(track, START - 1, START + WINDOW, YARD)).isEqualTo(LATE);
    }
}
