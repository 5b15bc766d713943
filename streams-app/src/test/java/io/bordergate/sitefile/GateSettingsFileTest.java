package io.bordergate.sitefile;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bordergate.domain.site.ClosedDays;
import io.bordergate.domain.site.CongestionLimits;
import io.bordergate.domain.site.GateSettings;
import io.bordergate.domain.site.Hours;
import io.bordergate.domain.site.Site;
import io.bordergate.domain.site.Thresholds;
import io.bordergate.domain.site.WeekHours;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the site file says of a gate's opening and congestion, and how it says that it is wrong. */
class GateSettingsFileTest {
    private static final String SQUARE =
            "{'type':'Polygon','coordinates':[[[106.7,21.9],[106.8,21.9],[106.8,22.0],[106.7,21.9]]]}";

    @Test
    void aGateThatSaysNothingIsAlwaysOpenAndUsual() {
        Site site = site("", "");

        assertThat(site.gateSettings("g")).isEqualTo(GateSettings.DEFAULT);
        assertThat(site.gateSettings("nowhere")).isEqualTo(GateSettings.DEFAULT);
        assertThat(site.dayEndsAt()).isEqualTo(LocalTime.of(20, 0));
        assertThat(GateSettings.DEFAULT.hours().on(SUNDAY)).containsExactly(Hours.ALL_DAY);
    }

    @Test
    void readsHoursByDayOfTheWeek() {
        WeekHours hours = site(
                        "",
                        ",'opening':{'hours':["
                                + "{'days':'MON-SAT','from':'07:00','to':'12:00'},"
                                + "{'days':'MON,WED-FRI','from':'13:30','to':'18:00'},"
                                + "{'days':'FRI','from':'17:00','to':'24:00'},"
                                + "{'days':'SAT-SUN','from':'00:00','to':'07:00'}]}")
                .gateSettings("g")
                .hours();

        assertThat(hours.on(MONDAY)).containsExactly(Hours.of("07:00", "12:00"), Hours.of("13:30", "18:00"));
        assertThat(hours.on(WEDNESDAY)).isEqualTo(hours.on(MONDAY));
        assertThat(hours.on(FRIDAY)).containsExactly(Hours.of("07:00", "12:00"), Hours.of("13:30", "24:00"));
        assertThat(hours.on(SATURDAY)).containsExactly(Hours.of("00:00", "12:00"));
        assertThat(hours.on(SUNDAY)).containsExactly(Hours.of("00:00", "07:00"));
    }

    @Test
    void aDayThatIsNotNamedIsClosed() {
        WeekHours hours = site("", ",'opening':{'hours':[{'days':'FRI-MON','from':'07:00','to':'12:00'}]}")
                .gateSettings("g")
                .hours();

        assertThat(hours.on(WEDNESDAY)).isEmpty();
        assertThat(hours.on(SUNDAY)).hasSize(1);
    }

    @Test
    void readsClosuresByDate() {
        List<ClosedDays> closures = site(
                        "",
                        ",'opening':{'closures':["
                                + "{'from':'2024-02-10','to':'2024-02-13'},"
                                + "{'from':'2024-02-03','to':'2024-02-16','side':'IMPORT','goods':'REFRIGERATED','reason':'Tet'}]}")
                .gateSettings("g")
                .closures();

        LocalDate february = LocalDate.of(2024, 2, 1);
        assertThat(closures)
                .containsExactly(
                        new ClosedDays(
                                february.withDayOfMonth(10), february.withDayOfMonth(13), true, true, null, null),
                        new ClosedDays(
                                february.withDayOfMonth(3),
                                february.withDayOfMonth(16),
                                false,
                                true,
                                "REFRIGERATED",
                                "Tet"));
    }

    @Test
    void readsThresholdsAndLeavesTheOthersAsUsual() {
        CongestionLimits limits = site(
                        "",
                        ",'congestion':{'occupancy':'off','hold':'PT10M',"
                                + "'waitMinutes':{'busy':[60,45],'congested':[120,90],'critical':[240,180]}}")
                .gateSettings("g")
                .congestion();

        assertThat(limits)
                .isEqualTo(new CongestionLimits(
                        Thresholds.OFF,
                        CongestionLimits.DEFAULT.daysToClear(),
                        Thresholds.of(60, 45, 120, 90, 240, 180),
                        Duration.ofMinutes(10)));
        assertThat(limits.occupancy().isOff()).isTrue();
        assertThat(limits.daysToClear().isOff()).isFalse();
    }

    @Test
    void readsWhenTheDayEnds() {
        assertThat(site("'dayEndsAt':'17:30',", "").dayEndsAt()).isEqualTo(LocalTime.of(17, 30));
        assertThat(faults("'dayEndsAt':'24:00',", ""))
                .containsExactly("site: has dayEndsAt '24:00', which cannot be read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "MON | 07:00 | 7pm | '7pm' is not a time of day from 00:00 to 24:00",
                "MON | 07:00 | 24:01 | '24:01' is not a time of day from 00:00 to 24:00",
                "MON | 06:60 | 18:00 | '06:60' is not a time of day from 00:00 to 24:00",
                "MON | 24:00 | 24:00 | the hours begin at or after their end; write them as two where they pass midnight",
                "MON | 22:00 | 06:00 | the hours begin at or after their end; write them as two where they pass midnight",
                "MO | 07:00 | 18:00 | 'MO' is none of MON, TUE, WED, THU, FRI, SAT, SUN",
                "MON, | 07:00 | 18:00 | '' is none of MON, TUE, WED, THU, FRI, SAT, SUN"
            })
    void refusesHoursThatCannotBeRead(String days, String from, String to, String fault) {
        String entry = "{'days':'" + days + "','from':'" + from + "','to':'" + to + "'}";

        assertThat(faults("", ",'opening':{'hours':[" + entry + "]}"))
                .containsExactly("feature 'g': has opening hours " + entry.replace('\'', '"') + ": " + fault);
    }

    @Test
    void saysAllThatIsWrongWithAnOpeningAtOnce() {
        assertThat(faults(
                        "",
                        ",'opening':{'hours':[],'closed':[],'closures':["
                                + "{'from':'2024-02-13','to':'2024-02-10'},{'from':'13 Feb','to':'2024-02-14'},"
                                + "{'from':'2024-02-10','to':'2024-02-13','side':'BOTH','goods':'FISH','why':'Tet'}]}"))
                .satisfiesExactly(
                        fault -> assertThat(fault)
                                .isEqualTo(
                                        "feature 'g': has opening with 'closed', which is none of [closures, hours]"),
                        fault -> assertThat(fault).startsWith("feature 'g': has opening hours [], which are no list"),
                        fault -> assertThat(fault)
                                .startsWith("feature 'g': has a closure")
                                .endsWith("before it begins"),
                        fault -> assertThat(fault)
                                .startsWith("feature 'g': has a closure")
                                .contains("13 Feb"),
                        fault -> assertThat(fault).startsWith("feature 'g': has a closure with 'why'"),
                        fault -> assertThat(fault).startsWith("feature 'g': has a closure with side 'BOTH'"),
                        fault -> assertThat(fault).startsWith("feature 'g': has a closure with goods 'FISH'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'daysToClear':{'busy':[1,1],'congested':[2,1.6],'critical':[4,3.2]} | daysToClear with busy [1,1], which",
                "'daysToClear':{'busy':[1,0],'congested':[2,1.6],'critical':[4,3.2]} | daysToClear with busy [1,0], which",
                "'daysToClear':{'congested':[2,1.6],'critical':[4,3.2]} | daysToClear with no busy, which",
                "'daysToClear':{'busy':['1',0.5],'congested':[2,1.6],'critical':[4,3]} | daysToClear with busy [\"\"1\"\",0.5]",
                "'daysToClear':{'busy':[3,1],'congested':[2,1.6],'critical':[4,3]} | daysToClear {",
                "'daysToClear':{'busy':[1,0.9],'congested':[2,0.8],'critical':[4,3]} | daysToClear {",
                "'daysToClear':{'busi':[1,0.9],'busy':[1,0.9],'congested':[2,1],'critical':[4,3]} | daysToClear with 'busi'",
                "'daysToClear':5 | daysToClear 5, which is neither levels nor",
                "'dayToClear':'off' | congestion with 'dayToClear', which is none of",
                "'hold':'off' | hold 'off', which cannot be read"
            })
    void refusesThresholdsThatMakeNoSense(String congestion, String fault) {
        assertThat(faults("", ",'congestion':{" + congestion + "}"))
                .singleElement()
                .asString()
                .startsWith("feature 'g': has " + fault.replace("\"\"", "\""));
    }

    @Test
    void onlyAGateOpensAndIsCongested() {
        String yard = "{'type':'FeatureCollection','features':[{'id':'y','properties':"
                + "{'kind':'yard','gate':'g','opening':{},'congestion':'off'},'geometry':" + SQUARE + "}]}";

        assertThat(faults(yard))
                .containsExactly(
                        "feature 'y': has opening, which only a gate may have, as an object",
                        "feature 'y': has congestion, which only a gate may have, as an object");
    }

    private static Site site(String members, String properties) {
        return SiteFile.parse(file(members, properties).replace('\'', '"'));
    }

    private static List<String> faults(String members, String properties) {
        return faults(file(members, properties));
    }

    private static List<String> faults(String file) {
        var refusal = catchThrowableOfType(SiteFileException.class, () -> SiteFile.parse(file.replace('\'', '"')));
        assertThat(refusal).as("refusal of %s", file).isNotNull();
        return refusal.faults();
    }

    private static String file(String members, String properties) {
        return "{'type':'FeatureCollection'," + members + "'features':[{'id':'g','properties':{'kind':'gate'"
                + properties + "},'geometry':" + SQUARE + "}]}";
    }
}
