package io.bordergate.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.presence.Fix;
import io.bordergate.domain.site.OperatingBox;
import io.bordergate.domain.site.Site;
import io.bordergate.fixtures.Sites;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each reason on both sides of its border. */
class PositionCheckTest {
    private static final Site ANYWHERE = Sites.yard();
    private static final Site BOXED = Sites.site()
            .operatingBox(new OperatingBox(106.0, 21.3, 107.5, 22.5))
            .build();
    private static final String RECEIVED = "2026-05-03T12:00:00Z";

    @ParameterizedTest
    @CsvSource({
        "21.97, 106.71, NONE",
        "NaN, 106.71, BAD_NUMBER",
        "21.97, NaN, BAD_NUMBER",
        "Infinity, 106.71, BAD_NUMBER",
        "21.97, -Infinity, BAD_NUMBER",
        "0, 0, ZERO_ISLAND",
        "0, 106.71, ZERO_ISLAND",
        "21.97, 0, ZERO_ISLAND",
        "-0.0, 106.71, ZERO_ISLAND",
        "0.0009, -0.0009, ZERO_ISLAND",
        "0.001, 0.0009, NONE",
        "0.0009, 0.001, NONE",
        "0.0001, 106.71, NONE",
        "90, 180, NONE",
        "-90, -180, NONE",
        "90.0000001, 106.71, OUT_OF_RANGE",
        "-90.0000001, 106.71, OUT_OF_RANGE",
        "21.97, 180.0000001, OUT_OF_RANGE",
        "106.71, 21.97, OUT_OF_RANGE"
    })
    void checksThePlace(double latitude, double longitude, Reason expected) {
        assertThat(check(latitude, longitude, RECEIVED, ANYWHERE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "21.97, 106.71, NONE",
        "21.3, 106.0, NONE",
        "22.5, 107.5, NONE",
        "21.2999999, 106.71, OUT_OF_BOX",
        "22.5000001, 106.71, OUT_OF_BOX",
        "21.97, 105.9999999, OUT_OF_BOX",
        "21.97, 107.5000001, OUT_OF_BOX",
        "106.71, 21.97, OUT_OF_RANGE",
        "0, 0, ZERO_ISLAND"
    })
    void checksTheOperatingBoxOnlyWhereThereIsOne(double latitude, double longitude, Reason expected) {
        assertThat(check(latitude, longitude, RECEIVED, BOXED)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-03T12:00:00Z, NONE",
        "2026-05-03T12:05:00Z, NONE",
        "2026-05-03T12:05:00.001Z, FUTURE_TIME",
        "2126-05-03T12:00:00Z, FUTURE_TIME",
        "2026-04-03T12:00:00Z, NONE",
        "2026-04-03T11:59:59.999Z, BAD_TIME",
        "1970-01-01T00:00:00Z, BAD_TIME",
        "1980-01-06T00:00:00Z, BAD_TIME",
        "2000-01-01T00:00:00Z, BAD_TIME"
    })
    void checksTheTime(String taken, Reason expected) {
        assertThat(check(21.97, 106.71, taken, ANYWHERE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "VN:12C12345, NONE",
        "VN:29R01122, NOT_A_TRUCK",
        "VN:29R1122, NOT_A_TRUCK",
        "VN:29R112233, NOT_A_TRUCK",
        "VN:29R1122334, NONE",
        "VN:29R112, NONE",
        "VN:29RM01122, NONE",
        "VN:29MR01122, NONE",
        "VN:29ĐR01122, NONE",
        "VN:29R, NONE",
        "VN:29, NONE",
        "VN:, NONE",
        "VN:R9C12345, NONE",
        "VN:2RC12345, NONE",
        "VN:2CR01122, NONE",
        "VN:C2R01122, NONE",
        "VN:291R1122, NONE",
        "CN:桂A1234挂, NOT_A_TRUCK",
        "CN:桂A12345, NONE",
        "CN:29R01122, NONE",
        "VN:桂A1234挂, NONE",
        "LA:29R01122, NONE",
        "29R01122, NONE"
    })
    void knowsATrailerByItsKey(String truckId, Reason expected) {
        assertThat(PositionCheck.checkKey(truckId)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // received 2026-05-03T12:00; 1,024 weeks before is 2006-09-17T12:00, twice that 1987-02-01T12:00
        "2006-09-17T12:00:00Z, WNRO, 2026-05-03T12:00:00Z",
        "1987-02-01T12:00:00Z, WNRO, 2026-05-03T12:00:00Z",
        "2006-09-16T12:00:00Z, WNRO, 2026-05-02T12:00:00Z",
        "2006-09-16T11:59:59.999Z, BAD_TIME, ",
        "2006-09-17T12:05:00Z, WNRO, 2026-05-03T12:05:00Z",
        "2006-09-17T12:05:00.001Z, BAD_TIME, ",
        "1987-02-01T12:05:00Z, WNRO, 2026-05-03T12:05:00Z",
        "1987-01-31T11:59:59.999Z, BAD_TIME, ",
        "1967-06-18T12:00:00Z, BAD_TIME, "
    })
    void mendsTheTimeOfAReceiverWhoseWeeksHaveOverflowed(String taken, Reason expected, String mended) {
        Fix fix = fix(21.97, 106.71, taken);

        assertThat(PositionCheck.check(fix, ANYWHERE)).isEqualTo(expected);
        if (expected == Reason.WNRO) {
            assertThat(PositionCheck.toUse(fix, Reason.WNRO, null, ANYWHERE)).isEqualTo(fix(21.97, 106.71, mended));
        }
    }

    @Test
    void looksAtThePlaceBeforeTheTime() {
        assertThat(PositionCheck.check(fix(20, 106.71, "2006-09-17T12:00:00Z"), BOXED))
                .isEqualTo(Reason.OUT_OF_BOX);
    }

    @Test
    void mendsNoTimeThatIsGood() {
        long early = Instant.parse("2006-09-17T12:00:00Z").toEpochMilli();

        assertThat(PositionCheck.check(new Fix(early, early + 1, 21.97, 106.71), ANYWHERE))
                .isEqualTo(Reason.NONE);
    }

    @ParameterizedTest
    @CsvSource({"100, false", "100.1, true", "-1, false", "NaN, false", "Infinity, true", ", false"})
    void takesThePlaceFromWhatIsNotAccurateEnough(Float metres, boolean vague) {
        Site strict = Sites.site().maxAccuracy(100).build();
        Fix fix = fix(21.97, 106.71, RECEIVED);

        assertThat(PositionCheck.toUse(fix, Reason.NONE, metres, strict)).isEqualTo(vague ? fix.withoutPlace() : fix);
        assertThat(PositionCheck.toUse(fix, Reason.NONE, metres, ANYWHERE)).isEqualTo(fix);
    }

    @Test
    void doesNotTakeAnEarlyRecordTimeForAnExcuse() {
        long early = Instant.parse("2000-12-31T23:59:59.999Z").toEpochMilli();

        assertThat(PositionCheck.checkTime(early, early)).isEqualTo(Reason.BAD_TIME);
        assertThat(PositionCheck.checkTime(early + 1, early + 1)).isEqualTo(Reason.NONE);
    }

    @Test
    void isNotFooledByTimesAtTheEndOfTheScale() {
        long received = Instant.parse(RECEIVED).toEpochMilli();

        assertThat(PositionCheck.checkTime(Long.MAX_VALUE, received)).isEqualTo(Reason.FUTURE_TIME);
        assertThat(PositionCheck.checkTime(Long.MIN_VALUE, received)).isEqualTo(Reason.BAD_TIME);
    }

    private static Reason check(double latitude, double longitude, String taken, Site site) {
        Reason place = PositionCheck.checkCoordinates(latitude, longitude);
        return place == Reason.NONE ? PositionCheck.check(fix(latitude, longitude, taken), site) : place;
    }

    private static Fix fix(double latitude, double longitude, String taken) {
        return new Fix(
                Instant.parse(taken).toEpochMilli(), Instant.parse(RECEIVED).toEpochMilli(), latitude, longitude);
    }
}
