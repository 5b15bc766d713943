package io.bordergate.domain.presence;

import static io.bordergate.fixtures.Times.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.domain.site.Site;
import io.bordergate.fixtures.Sites;
import io.bordergate.fixtures.Spot;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A track that went through its bytes behaves as one that never did. */
class TrackCodecTest {
    private static final Site SITE = Sites.crowded();
    private static final int JOURNEYS = Integer.getInteger("journeys", 500);

    @Test
    void changesNothingInAllThatIsSentLater() {
        var codec = new TrackCodec(SITE, 1);
        for (long seed = 1; seed <= JOURNEYS; seed++) {
            var random = new Random(seed);
            List<Fix> arrivals = RandomJourney.shuffled(RandomJourney.fixes(seed), seed, SITE);
            long clock = arrivals.get(arrivals.size() - 1).recordTime() + 900_000;
            Telling kept = Telling.byTrack(arrivals, SITE, clock);
            Telling restarted = Telling.byTrack(
                    arrivals,
                    SITE,
                    clock,
                    (arrived, track) ->
                            random.nextInt(4) == 0 ? codec.decode(track.truckId(), codec.encode(track)) : track);

            assertThat(restarted).as("seed %d", seed).isEqualTo(kept);
        }
    }

    @Test
    void keepsEveryFix() {
        var codec = new TrackCodec(SITE, 1);
        for (long seed = 1; seed <= 100; seed++) {
            var track = new Track("VN:12C12345", 1);
            RandomJourney.shuffled(RandomJourney.fixes(seed), seed, SITE)
                    .forEach(fix -> track.apply(fix, SITE, stay -> {}));
            Track back = codec.decode("VN:12C12345", codec.encode(track));
            Track again = codec.decode("VN:12C12345", codec.encode(back));

            assertThat(fixes(again)).as("seed %d", seed).isEqualTo(fixes(back)).isEqualTo(fixes(track));
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
        double[] odd = {21.97, Math.nextUp(21.97), 21.970000049, -0.0, Double.MIN_VALUE, -89.9999999, 21.1234567};
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
