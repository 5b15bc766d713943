package io.bordergate.domain.presence;

import io.bordergate.domain.site.Site;
import io.bordergate.fixtures.StayBook;
import java.util.ArrayList;
import java.util.List;

/**
 * What comes of fixes that arrive in a certain order. Immutable.
 *
 * @param stays as known at the end, rendered
 * @param fates of each fix, in the order of arrival
 * @param sent every revision on the way
 */
record Telling(String stays, List<FixFate> fates, List<StayRevision> sent) {

    /** What makes stays of fixes: the real one, or a broken one that must be found out. */
    interface Teller {
        Telling tell(List<Fix> arrivals, Site site, long clock);
    }

    /** What happens to a track between two fixes. */
    interface Between {
        Track next(int arrived, Track track);
    }

    /** The real one; the clock is moved on now and then, as the partition's is. */
    static Telling byTrack(List<Fix> arrivals, Site site, long clock) {
        return byTrack(arrivals, site, clock, (arrived, track) -> track);
    }

    static Telling byTrack(List<Fix> arrivals, Site site, long clock, Between between) {
        var book = new StayBook();
        var fates = new ArrayList<FixFate>();
        var track = new Track("VN:12C12345", arrivals.size() % 3);
        long newest = Long.MIN_VALUE;
        for (int i = 0; i < arrivals.size(); i++) {
            fates.add(track.apply(arrivals.get(i), site, book));
            book.assertOneOpenStayPerZone();
            newest = Math.max(newest, arrivals.get(i).recordTime());
            if (i % 3 == 0) {
                track.passTime(newest, site, book);
            }
            track = between.next(i, track);
        }
        track.passTime(clock, site, book);
        book.assertOneOpenStayPerZone();
        return new Telling(book.stays(), fates, book.all());
    }
}
