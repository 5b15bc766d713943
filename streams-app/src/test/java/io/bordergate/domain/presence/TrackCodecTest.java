package io.bordergate.domain.presence;

import static io.bordergate.fixtures.Times.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.domain.site.Site;
import io.bordergate.fixtures.Sites;
import io.bordergate.fixtures.Spot;
import io.bordergate.fixtures.TruckStory;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A track that went through its bytes behaves as one that never did. */
class TrackCodecTest {
    private static final Site SITE = Sites.crowded();
    private static final Site SLOW = Sites.crowdedAndSlow();
    /** As the first version wrote it, with a settled past, an open stay, a pass and a fix that lost. */
    private static final String FIRST_VERSION =
            "0180a5f5d3bd670a00000080e7e2d2bd6700c4e586a303908facf30f80f92b80f92be702880680a61d00e802bf01c0cf24c0"
                    + "a90700988c02c0cf2400a754df9002028086acd3bd67c0afb3d3bd674035f85db5bdbc8f405aad73d11d9465060c494e5349"
                    + "444508796172640859415244c0d9abd1bd67040a5649534954084558495400000180fca402001c44524956454e5f5448524f"
                    + "5547480872616d70085941524480a5f5d3bd67020850415353084558495400bfcf240100000c494e53494445087961726408"
                    + "5941524480a5f5d3bd67020a5649534954084f50454e000000000001c0f8f4d1bd674035f86f643be9bb405aad7bc2eefd79"
                    + "020879617264c0d9abd1bd67c0f8f4d1bd6700";

    private static final int JOURNEYS = Integer.getInteger("journeys", 100);

    @Test
    void changesNothingInAllThatIsSentLater() {
        for (long seed = 1; seed <= JOURNEYS; seed++) {
            List<Fix> fixes = RandomJourney.fixes(seed);
            assertSameAfterRestarts(RandomJourney.shuffled(fixes, seed, SITE), SITE, seed);
            assertSameAfterRestarts(
                    RandomJourney.shuffled(RandomJourney.troubled(fixes, seed), seed, SLOW), SLOW, seed);
        }
    }

    private static void assertSameAfterRestarts(List<Fix> arrivals, Site site, long seed) {
        var codec = new TrackCodec(site, 1);
        var random = new Random(seed);
        long clock = arrivals.get(arrivals.size() - 1).recordTime() + 900_000;
        Telling kept = Telling.byTrack(arrivals, site, clock);
        Telling restarted = Telling.byTrack(
                arrivals,
                site,
                clock,
                (arrived, track) ->
                        random.nextInt(4) == 0 ? codec.decode(track.truckId(), codec.encode(track)) : track);

        assertThat(restarted).as("seed %d", seed).isEqualTo(kept);
    }

    @Test
    void remembersByWhichPlaceItWasToldLastWhereTheTruckIs() {
        long often = 600_000;
        TruckStory story = TruckStory.in(SITE).fix("10:00", Spot.at(900, 0));
        assertThat(story.track().isToBeToldOnTheWay(often)).isTrue();
        story.fix("10:09", Spot.at(800, 0));

        var codec = new TrackCodec(SITE);
        Track readBack = codec.decode(story.track().truckId(), codec.encode(story.track()));

        assertThat(readBack.isToBeToldOnTheWay(often)).isFalse();
        assertThat(readBack.isToBeToldOnTheWay(often - 60_000)).isTrue();
    }

    @Test
    void remembersWhichPlaceWasShownLast() {
        var codec = new TrackCodec(SITE);
        TruckStory story = TruckStory.in(SITE).fix("10:00", Spot.at(900, 0));
        assertThat(story.track().isToBeShown()).isTrue();
        story.fix("10:05", Spot.at(890, 0));

        Track readBack = codec.decode(story.track().truckId(), codec.encode(story.track()));

        assertThat(readBack.isToBeShown()).as("it stands").isFalse();
        Spot away = Spot.at(400, 0);
        readBack.apply(new Fix(at("10:06"), at("10:06"), away.latitude(), away.longitude()), SITE, stay -> {});
        assertThat(readBack.isToBeShown()).as("it has moved").isTrue();
    }

    @Test
    void readsWhatTheFirstVersionWrote() {
        TruckStory kept = storyOfTheFirstVersion();
        TruckStory readBack =
                storyOfTheFirstVersion().restartFrom(HexFormat.of().parseHex(FIRST_VERSION));
        assertThat(readBack.stays())
                .isEqualTo("bay VISIT 09:05-09:15 EXIT | yard VISIT 09:05-09:45 EXIT"
                        + " | ramp PASS 09:45-09:50 EXIT | yard VISIT 09:50- OPEN");

        for (TruckStory story : List.of(kept, readBack)) {
            story.sent();
            story.late("09:40", Spot.at(20, 20), "09:51")
                    .late("09:45", Spot.at(75, 50), "09:45")
                    .late("09:25", Spot.at(70, 50), "09:52")
                    .fix("10:40", Spot.at(70, 50))
                    .clock("10:50:00.001");
        }

        assertThat(readBack.sent()).isEqualTo(kept.sent()).isNotEmpty();
        assertThat(readBack.fates()).isEqualTo(kept.fates()).contains(FixFate.DUPLICATE, FixFate.CONFLICT);
    }

    private static TruckStory storyOfTheFirstVersion() {
        return TruckStory.in(SITE)
                .fix("09:00", Spot.at(-50, 50))
                .fix("09:05", Spot.at(50, 50))
                .fix("09:15", Spot.at(70, 50))
                .fix("09:30", Spot.at(70, 50))
                .fix("09:40", Spot.at(71.5, 50))
                .late("09:40", Spot.at(20, 20), "09:41")
                .late("09:36", Spot.at(72, 49), "09:42")
                .late("09:45", Spot.at(160, 50), "09:46")
                .fix("09:50", Spot.at(70, 20));
    }

    @Test
    void keepsEveryFix() {
        var codec = new TrackCodec(SITE, 1);
        for (long seed = 1; seed <= 100; seed++) {
            var track = new Track("VN:12C12345", 1);
            RandomJourney.shuffled(RandomJourney.troubled(RandomJourney.fixes(seed), seed), seed, SITE)
                    .forEach(fix -> track.apply(fix, SITE, stay -> {}));
            Track back = codec.decode("VN:12C12345", codec.encode(track));
            Track again = codec.decode("VN:12C12345", codec.encode(back));

            assertThat(fixes(again)).as("seed %d", seed).isEqualTo(fixes(back)).isEqualTo(fixes(track));
            assertThat(again.losers.fixes).as("seed %d", seed).isEqualTo(track.losers.fixes);
        }
    }

    @Test
    void keepsHalfAnHourOfFixesInFewBytes() {
        var track = new Track("VN:12C12345");
        var random = new Random(7);
        for (int i = 0; i <= 180; i++) {
            Spot spot = Spot.at(-900 + 5 * i + random.nextInt(3), 50 + random.nextInt(3));
            long time = at("10:00") + i * 10_000L;
            track.apply(new Fix(time, time + random.nextInt(4_000), spot.latitude(), spot.longitude()), SITE, s -> {});
        }

        int size = new TrackCodec(SITE).encode(track).length;

        System.out.println("half an hour of fixes at 10 s: " + size + " bytes");
        assertThat(size).isLessThan(2_500);
    }

    @Test
    void keepsCoordinatesThatNoStepMeets() {
        var codec = new TrackCodec(SITE, 1);
        var track = new Track("VN:12C12345");
        double[] odd = {
            21.97, Double.NaN, Math.nextUp(21.97), 21.970000049, -0.0, Double.MIN_VALUE, -89.9999999, 21.1234567
        };
        for (int i = 0; i < odd.length; i++) {
            track.apply(new Fix(at("10:00") + i, at("10:00"), odd[i], odd[odd.length - 1 - i]), SITE, s -> {});
        }

        Track back = codec.decode("VN:12C12345", codec.encode(track));

        assertThat(fixes(back)).isEqualTo(fixes(track)).hasSize(odd.length);
    }

    @Test
    void refusesBytesOfAnotherVersionInWords() {
        assertThatThrownBy(() -> new TrackCodec(SITE).decode("VN:12C12345", new byte[] {9, 0, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 9");
    }

    private static List<Fix> fixes(Track track) {
        return IntStream.range(0, track.recent.size())
                .mapToObj(track.recent::get)
                .toList();
    }
}
