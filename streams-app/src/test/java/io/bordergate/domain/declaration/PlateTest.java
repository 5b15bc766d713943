package io.bordergate.domain.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.intake.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlateTest {
    private static final String LATIN_A = "A";
    private static final String CYRILLIC_A = "\u0410";
    private static final String GREEK_A = "\u0391";

    @ParameterizedTest
    @CsvSource({
        "VN, 29C-123.45, VN:29C12345",
        "VN, 29C12345, VN:29C12345",
        "VN, 29c 123 45, VN:29C12345",
        "' vn ', 29C-12345, VN:29C12345",
        "VN, 29C-1234, VN:29C1234",
        "VN, 29C1-123.45, VN:29C112345",
        "VN, 29LD-123.45, VN:29LD12345",
        "VN, 29LĐ-123.45, VN:29LĐ12345",
        "VN, 29lđ-123.45, VN:29LĐ12345",
        "VN, ２９Ｃ－１２３．４５, VN:29C12345",
        "VN, 29C/123/45, VN:29C12345",
        "VN, 29C\u2013123\u00B745, VN:29C12345",
        "VN, 29C\u00A012345, VN:29C12345",
        "VN, 29C\u200B12345\u0007, VN:29C12345",
        "CN, 桂A12345, CN:桂A12345",
        "CN, 桂A·12345, CN:桂A12345",
        "CN, 桂a•12345, CN:桂A12345",
        "CN, 桂AD12345, CN:桂AD12345",
        "CN, ' 桂 A 1234Z', CN:桂A1234Z",
        "LA, ກຂ 1234, LA:ກຂ1234",
        "LA, 12C-123.45, LA:12C12345"
    })
    void isOneHoweverItIsWritten(String country, String given, String truckId) {
        Plate plate = Plate.of(country, given, null);

        assertThat(plate.truckId()).isEqualTo(truckId);
        assertThat(plate.flag()).isEqualTo(Reason.NONE);
        assertThat(Plate.of(plate.country(), plate.text(), null)).isEqualTo(plate);
    }

    @ParameterizedTest
    @CsvSource({
        "VN, 29I-123.45, VN:29I12345",
        "VN, 29J-123.45, VN:29J12345",
        "VN, 29O-123.45, VN:29O12345",
        "VN, 29Q-123.45, VN:29Q12345",
        "VN, 29W-123.45, VN:29W12345",
        "VN, 29AI-12345, VN:29AI12345",
        "VN, 2gC-12345, VN:2GC12345",
        "VN, 29C-123, VN:29C123",
        "VN, 29C12-123456, VN:29C12123456",
        "VN, 29ABC-12345, VN:29ABC12345",
        "VN, MSCU1234567, VN:MSCU1234567",
        "VN, 29C-1234O, VN:29C1234O",
        "VN, ٢٩C-12345, VN:٢٩C12345",
        "VN, ---, VN:",
        "CN, GUI A12345, CN:GUIA12345",
        "CN, 桂A1234, CN:桂A1234",
        "CN, 桂A1234567, CN:桂A1234567",
        "CN, 桂11234567, CN:桂11234567",
        "CN, 鬼A12345, CN:鬼A12345",
        "CN, 12345, CN:12345",
        "CN, 29C12345, CN:29C12345"
    })
    void isSuspectIfItsCountryDoesNotIssueIt(String country, String given, String truckId) {
        Plate plate = Plate.of(country, given, "桂");

        assertThat(plate.truckId()).isEqualTo(truckId);
        assertThat(plate.flag()).isEqualTo(Reason.SUSPECT_PLATE);
    }

    @ParameterizedTest
    @CsvSource({"VN, 29?-123.45", "CN, 桂?12345", "CN, ?12345", "LA, ??1234"})
    void keepsLettersThatOnlyLookLatinApart(String country, String pattern) {
        Plate latin = Plate.of(country, pattern.replace("?", LATIN_A), null);

        for (String other : new String[] {CYRILLIC_A, GREEK_A, "\u0430"}) {
            Plate plate = Plate.of(country, pattern.replace("?", other), null);
            assertThat(plate.flag()).as(other).isEqualTo(Reason.SUSPECT_PLATE);
            assertThat(plate.truckId()).as(other).isNotEqualTo(latin.truckId());
        }
        assertThat(latin.flag()).isNotEqualTo(Reason.SUSPECT_PLATE);
    }

    @ParameterizedTest
    @CsvSource({"A12345, 桂A12345", "a-123.45, 桂A12345", "AD12345, 桂AD12345", "桂A12345, 桂A12345", "粤B12345, 粤B12345"})
    void getsItsProvinceWhereTheSiteSaysWhich(String given, String text) {
        Plate plate = Plate.of("CN", given, "桂");

        assertThat(plate.text()).isEqualTo(text);
        assertThat(plate.flag()).isEqualTo(Reason.NONE);
    }

    @ParameterizedTest
    @CsvSource({"A12345, A12345", "a-123.45, A12345", "AD12345, AD12345"})
    void isIncompleteWhereItDoesNot(String given, String text) {
        Plate plate = Plate.of("CN", given, null);

        assertThat(plate.text()).isEqualTo(text);
        assertThat(plate.flag()).isEqualTo(Reason.INCOMPLETE_PLATE);
    }

    @Test
    void isOfItsCountry() {
        assertThat(Plate.of("VN", "12C12345", null).truckId())
                .isNotEqualTo(Plate.of("CN", "12C12345", null).truckId());
    }

    @ParameterizedTest
    @CsvSource({
        // country, tractor's place, trailer's place, truck, trailer, flag
        "VN, 29C-123.45, 29R-011.22, VN:29C12345, 29R-011.22, NONE",
        "VN, 29C-123.45, , VN:29C12345, , NONE",
        "VN, 29R-011.22, 29C-123.45, VN:29C12345, 29R-011.22, WRONG_FIELD",
        "VN, 29R-011.22, , VN:29R01122, , WRONG_FIELD",
        "VN, 29R-011.22, 29R-033.44, VN:29R01122, 29R-033.44, WRONG_FIELD",
        "VN, 29R-011.22, MSCU1234567, VN:29R01122, MSCU1234567, WRONG_FIELD",
        "VN, MSCU1234567, 29R-011.22, VN:MSCU1234567, 29R-011.22, SUSPECT_PLATE",
        "VN, MSCU1234566, , VN:MSCU1234566, , WRONG_FIELD",
        "VN, CSQU 305438-3, 29R-011.22, VN:CSQU3054383, 29R-011.22, WRONG_FIELD",
        "VN, ＣＳＱＵ３０５４３８３, , VN:CSQU3054383, , WRONG_FIELD",
        "VN, CSQU3054450, , VN:CSQU3054450, , WRONG_FIELD",
        "VN, CSQU3054384, , VN:CSQU3054384, , SUSPECT_PLATE",
        "VN, CSQA3054383, , VN:CSQA3054383, , SUSPECT_PLATE",
        "VN, CSQU3054383X, , VN:CSQU3054383X, , SUSPECT_PLATE",
        "VN, 29C-123.45, CSQU3054383, VN:29C12345, CSQU3054383, WRONG_FIELD",
        "VN, 29C-123.45, CSQU3054382, VN:29C12345, CSQU3054382, NONE",
        "VN, CSQU3054383, 29C-123.45, VN:CSQU3054383, 29C-123.45, WRONG_FIELD",
        "CN, A12345, tcku 100 000 0, CN:A12345, tcku 100 000 0, INCOMPLETE_PLATE",
        "LA, MSCU1234566, , LA:MSCU1234566, , WRONG_FIELD",
        "VN, 29RM-011.22, , VN:29RM01122, , NONE",
        "CN, 桂A12345, 桂A1234挂, CN:桂A12345, 桂A1234挂, NONE",
        "CN, 桂A1234挂, 桂A12345, CN:桂A12345, 桂A1234挂, WRONG_FIELD",
        "CN, 桂A1234挂, A12345, CN:A12345, 桂A1234挂, WRONG_FIELD",
        "CN, 桂A1234挂, , CN:桂A1234挂, , WRONG_FIELD",
        "LA, 12R-12345, 12C-12345, LA:12R12345, 12C-12345, NONE"
    })
    void isOfATractorOrATrailer(
            String country, String plate, String other, String truckId, String trailer, Reason flag) {
        NamedTruck truck = NamedTruck.of(new DeclaredTruck(country, plate, other), null);

        assertThat(truck.truckId()).contains(truckId);
        assertThat(truck.trailer()).isEqualTo(trailer);
        assertThat(truck.flag()).isEqualTo(flag);
    }

    @Test
    void namesNoTruckIfNothingIsLeftOfIt() {
        assertThat(NamedTruck.of(new DeclaredTruck("VN", " - ", ""), null).truckId())
                .isEmpty();
        assertThat(NamedTruck.of(new DeclaredTruck(" ", "12C12345", null), null).truckId())
                .isEmpty();
    }
}
