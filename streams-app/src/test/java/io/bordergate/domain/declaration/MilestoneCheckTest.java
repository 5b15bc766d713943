package io.bordergate.domain.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.intake.Reason;
import io.bordergate.domain.site.ClosedDays;
import io.bordergate.domain.site.CongestionLimits;
import io.bordergate.domain.site.GateSettings;
import io.bordergate.domain.site.Hours;
import io.bordergate.domain.site.WeekHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MilestoneCheckTest {
    private static final MilestoneCheck CHECK = Papers.CHECK;

    @ParameterizedTest
    @CsvSource({
        "2026-05-03T12:00:00Z, ACT, NONE",
        "2026-05-03T12:05:00Z, ACT, NONE",
        "2026-05-03T12:05:00.001Z, ACT, FUTURE_TIME",
        "2026-05-03T12:05:00.001Z, PLN, NONE",
        "2026-05-09T12:00:00Z, EST, NONE",
        "2026-05-09T12:00:00Z, UNKNOWN, NONE",
        "2080-01-01T00:00:00Z, ACT, FUTURE_TIME",
        "2026-04-03T12:00:00Z, ACT, NONE",
        "2026-04-03T11:59:59.999Z, ACT, OUTSIDE_WINDOW",
        "2026-04-03T11:59:59.999Z, PLN, OUTSIDE_WINDOW",
        "2001-01-01T00:00:00Z, ACT, OUTSIDE_WINDOW",
        "2000-12-31T23:59:59.999Z, ACT, BAD_TIME",
        "1970-01-01T00:00:00Z, PLN, BAD_TIME"
    })
    void checksTheTime(Instant at, Classifier classifier, Reason expected) {
        assertThat(CHECK.unsafe(milestone(at, Instant.parse("2026-05-03T12:00:00Z"), classifier)))
                .isEqualTo(expected);
    }

    @Test
    void survivesTimesBeyondAllReckoning() {
        Instant least = Instant.ofEpochMilli(Long.MIN_VALUE);
        Instant most = Instant.ofEpochMilli(Long.MAX_VALUE);

        assertThat(CHECK.unsafe(milestone(least, most, Classifier.ACT))).isEqualTo(Reason.BAD_TIME);
        assertThat(CHECK.unsafe(milestone(most, least, Classifier.ACT))).isEqualTo(Reason.FUTURE_TIME);
        assertThat(CHECK.unsafe(milestone(most, least, Classifier.PLN))).isEqualTo(Reason.NONE);
    }

    @Test
    void remarksTheGravestThingOnly() {
        var draft = Papers.at("12:00").gate("atlantis").says(MilestoneType.UNKNOWN, Authority.CUSTOMS);
        assertThat(CHECK.flag(draft.milestone())).isEqualTo(Reason.UNKNOWN_WORD);
        draft.truck("CN", "A12345");
        assertThat(CHECK.flag(draft.milestone())).isEqualTo(Reason.INCOMPLETE_PLATE);
        draft.truck("VN", "29J-12345");
        assertThat(CHECK.flag(draft.milestone())).isEqualTo(Reason.SUSPECT_PLATE);
        draft.truck("VN", "29R-12345");
        assertThat(CHECK.flag(draft.milestone())).isEqualTo(Reason.WRONG_FIELD);
    }

    @ParameterizedTest
    @CsvSource({
        "DECLARED, CUSTOMS, ACT, huu-nghi, NONE",
        "DECLARED, CUSTOMS, ACT, , NONE",
        "DECLARED, CUSTOMS, ACT, atlantis, UNKNOWN_GATE",
        "UNKNOWN, CUSTOMS, ACT, huu-nghi, UNKNOWN_WORD",
        "DECLARED, UNKNOWN, ACT, huu-nghi, UNKNOWN_WORD",
        "DECLARED, CUSTOMS, UNKNOWN, atlantis, UNKNOWN_WORD"
    })
    void remarksWordsAndGates(
            MilestoneType type, Authority authority, Classifier classifier, String gate, Reason expected) {
        var draft = Papers.at("12:00")
                .says(type, authority)
                .as(classifier)
                .gate(gate)
                .truck("VN", "12C-123.45")
                .truck("CN", "桂A12345");

        assertThat(CHECK.flag(draft.milestone())).isEqualTo(expected);
    }

    @Test
    void knowsWhichProvinceTheSiteMeans() {
        var milestone = Papers.at("12:00").truck("CN", "A12345").milestone();

        assertThat(new MilestoneCheck(Set.of(), "桂", new GateDays(Map.of(), ZoneOffset.UTC)).flag(milestone))
                .isEqualTo(Reason.NONE);
    }

    /** Closed on Sundays, to all from 4 to 5 May, and to exports on 6 May; 7 May keeps back some goods only. */
    @ParameterizedTest
    @CsvSource({
        "DECLARED, huu-nghi, EXPORT, 05-02 23:59, NONE",
        "DECLARED, huu-nghi, EXPORT, 05-03 00:00, GATE_MISMATCH",
        "DECLARED, huu-nghi, EXPORT, 05-03 23:59, GATE_MISMATCH",
        "AMENDED, huu-nghi, EXPORT, 05-03 12:00, GATE_MISMATCH",
        "GTIN, huu-nghi, EXPORT, 05-03 12:00, NONE",
        "CANCELLED, huu-nghi, EXPORT, 05-03 12:00, NONE",
        "DECLARED, tan-thanh, EXPORT, 05-03 12:00, NONE",
        "DECLARED, atlantis, EXPORT, 05-03 12:00, UNKNOWN_GATE",
        "DECLARED, , EXPORT, 05-03 12:00, NONE",
        "DECLARED, huu-nghi, IMPORT, 05-04 12:00, GATE_MISMATCH",
        "DECLARED, huu-nghi, , 05-05 12:00, GATE_MISMATCH",
        "DECLARED, huu-nghi, EXPORT, 05-06 12:00, GATE_MISMATCH",
        "DECLARED, huu-nghi, IMPORT, 05-06 12:00, NONE",
        "DECLARED, huu-nghi, , 05-06 12:00, NONE",
        "DECLARED, huu-nghi, UNKNOWN, 05-06 12:00, NONE",
        "DECLARED, huu-nghi, EXPORT, 05-07 12:00, NONE"
    })
    void remarksADeclarationForADayOnWhichTheGateIsClosed(
            MilestoneType type, String gate, TradeDirection direction, String planned, Reason expected) {
        var draft = Papers.at("05-02 12:00")
                .says(type, Authority.ENTERPRISE)
                .gate(gate)
                .direction(direction)
                .planned(planned)
                .truck("VN", "12C-123.45");

        assertThat(closedNowAndThen().flag(draft.milestone())).isEqualTo(expected);
    }

    @Test
    void takesTheDayOfTheDeclarationWhereNoArrivalIsPlanned() {
        var draft = Papers.at("05-03 12:00").gate("huu-nghi").truck("VN", "12C-123.45");

        assertThat(closedNowAndThen().flag(draft.milestone())).isEqualTo(Reason.GATE_MISMATCH);
        draft.planned("05-07 12:00");
        assertThat(closedNowAndThen().flag(draft.milestone())).isEqualTo(Reason.NONE);
    }

    @Test
    void remarksAPlateRatherThanAClosedGate() {
        var draft = Papers.at("05-03 12:00").gate("huu-nghi").truck("VN", "29J-12345");

        assertThat(closedNowAndThen().flag(draft.milestone())).isEqualTo(Reason.SUSPECT_PLATE);
    }

    private static MilestoneCheck closedNowAndThen() {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, day == DayOfWeek.SUNDAY ? List.of() : List.of(new Hours(420, 1080)));
        }
        var settings = new GateSettings(
                WeekHours.of(week),
                List.of(
                        new ClosedDays(day(4), day(5), true, true, null, null),
                        new ClosedDays(day(6), day(6), true, false, null, null),
                        new ClosedDays(day(7), day(7), true, true, "FRUIT", null)),
                CongestionLimits.DEFAULT);
        var days = new GateDays(Map.of("huu-nghi", settings), ZoneId.of("Asia/Ho_Chi_Minh"));
        return new MilestoneCheck(Set.of("huu-nghi", "tan-thanh"), null, days);
    }

    private static LocalDate day(int ofMay) {
        return LocalDate.of(2026, 5, ofMay);
    }

    private static Milestone milestone(Instant at, Instant recordedAt, Classifier classifier) {
        return new Milestone(
                "1",
                MilestoneType.GTIN,
                Authority.CUSTOMS,
                classifier,
                at,
                recordedAt,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }
}
