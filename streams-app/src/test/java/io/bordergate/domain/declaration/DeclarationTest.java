package io.bordergate.domain.declaration;

import static io.bordergate.domain.declaration.Authority.BORDER_GUARD;
import static io.bordergate.domain.declaration.Authority.CUSTOMS;
import static io.bordergate.domain.declaration.Authority.ENTERPRISE;
import static io.bordergate.domain.declaration.MilestoneType.AMENDED;
import static io.bordergate.domain.declaration.MilestoneType.CANCELLED;
import static io.bordergate.domain.declaration.MilestoneType.CUSR;
import static io.bordergate.domain.declaration.MilestoneType.DECLARED;
import static io.bordergate.domain.declaration.MilestoneType.GTIN;
import static io.bordergate.domain.declaration.MilestoneType.REGISTERED;
import static io.bordergate.domain.declaration.MilestoneType.UNKNOWN;
import static io.bordergate.domain.declaration.MilestoneType.YARD_IN;
import static io.bordergate.domain.declaration.Papers.at;
import static io.bordergate.domain.declaration.Papers.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.intake.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which trucks a declaration covers and with which values, case by case; docs/trips.md section 1. */
class DeclarationTest {
    private static final String A = "VN:12C12345";
    private static final String B = "VN:12C54321";

    private final Papers papers = new Papers();

    @Test
    void coversTheTrucksThatItDeclares() {
        papers.add(declared("10:00").truck("VN", "12C-123.45", "12R-001.22").truck("VN", "12C 543 21"));

        assertThat(papers.declaration.trucks()).containsExactly(A, B);
        assertThat(papers.cover(A).trailer()).isEqualTo("12R-001.22");
        assertThat(papers.cover(A).declaredAt()).isEqualTo(time("10:00"));
        assertThat(papers.cover(B).trailer()).isNull();
        assertThat(papers.cover("VN:99C99999")).isNull();
    }

    @Test
    void takesEachValueFromTheNewestThatGivesIt() {
        papers.add(declared("10:00")
                .truck("VN", "12C-123.45")
                .gate("huu-nghi")
                .direction(TradeDirection.EXPORT)
                .kind(TripKind.GOODS)
                .planned("15:00")
                .yard("xuan-cuong")
                .goods(Goods.Category.FRUIT, true));
        papers.add(at("12:00").says(CUSR, CUSTOMS).channel(Channel.GREEN).yard(" "));
        papers.add(at("11:00").says(REGISTERED, CUSTOMS).gate("tan-thanh").channel(Channel.RED));
        papers.add(at("13:00").says(GTIN, CUSTOMS).direction(TradeDirection.UNKNOWN));

        Cover cover = papers.cover(A);
        assertThat(cover.gateId()).isEqualTo("tan-thanh");
        assertThat(cover.direction()).isEqualTo(TradeDirection.EXPORT);
        assertThat(cover.kind()).isEqualTo(TripKind.GOODS);
        assertThat(cover.plannedArrival()).isEqualTo(time("15:00"));
        assertThat(cover.yardId()).isEqualTo("xuan-cuong");
        assertThat(cover.channel()).isEqualTo(Channel.GREEN);
        assertThat(cover.goods()).containsExactly(new Goods(Goods.Category.FRUIT, true));
    }

    @Test
    void decidesBetweenValuesOfOneTimeByReceiptThenByContent() {
        papers.add(declared("10:00").truck("VN", "12C-123.45"));
        papers.add(at("11:00").says(REGISTERED, CUSTOMS).recorded("11:05").gate("huu-nghi"));
        papers.add(at("11:00").says(GTIN, CUSTOMS).recorded("11:02").gate("tan-thanh"));
        assertThat(papers.cover(A).gateId()).isEqualTo("huu-nghi");

        papers.add(at("11:00").says(YARD_IN, CUSTOMS).recorded("11:05").gate("tan-thanh"));
        assertThat(papers.cover(A).gateId()).isEqualTo("tan-thanh");
    }

    @Test
    void takesAForetoldArrivalAsPlanned() {
        papers.add(declared("10:00").truck("VN", "12C-123.45").planned("15:00"));
        papers.add(at("16:30").says(GTIN, CUSTOMS).as(Classifier.EST).recorded("11:00"));
        assertThat(papers.cover(A).plannedArrival()).isEqualTo(time("16:30"));
        assertThat(papers.cover(A).confirmations()).isEmpty();

        papers.add(at("17:30").says(GTIN, CUSTOMS).as(Classifier.PLN).recorded("10:30"));
        assertThat(papers.cover(A).plannedArrival()).isEqualTo(time("17:30"));

        papers.add(at("18:30").says(YARD_IN, CUSTOMS).as(Classifier.PLN).recorded("10:30"));
        papers.add(at("17:45").says(GTIN, CUSTOMS));
        assertThat(papers.cover(A).plannedArrival()).isEqualTo(time("17:30"));
    }

    @Test
    void letsGoOfATruckThatAnAmendmentDrops() {
        papers.add(declared("10:00").truck("VN", "12C-123.45"));
        papers.add(at("11:00").says(AMENDED, ENTERPRISE).truck("VN", "12C-543.21"));

        assertThat(papers.declaration.trucks()).containsExactly(B);
        assertThat(papers.cover(A)).isNull();
        assertThat(papers.cover(B).declaredAt()).isEqualTo(time("11:00"));
    }

    @Test
    void keepsADroppedTruckThatSomethingElseNames() {
        papers.add(declared("10:00").truck("VN", "12C-123.45"));
        papers.add(at("10:30").says(GTIN, CUSTOMS).truck("VN", "12C-123.45"));
        papers.add(at("11:00").says(AMENDED, ENTERPRISE).truck("VN", "12C-543.21"));
        papers.add(at("11:30").says(YARD_IN, CUSTOMS));

        assertThat(papers.declaration.trucks()).containsExactly(A, B);
        assertThat(types(A)).containsExactly(GTIN);
        assertThat(types(B)).containsExactly(YARD_IN);
    }

    @Test
    void keepsItsTrucksIfAnAmendmentSaysNothingOfThem() {
        papers.add(declared("10:00").truck("VN", "12C-123.45").gate("huu-nghi"));
        papers.add(at("11:00").says(AMENDED, ENTERPRISE).gate("tan-thanh"));

        assertThat(papers.declaration.trucks()).containsExactly(A);
        assertThat(papers.cover(A).gateId()).isEqualTo("tan-thanh");
    }

    @Test
    void takesAmendmentsByTheirTimeAndNotByTheirArrival() {
        papers.add(at("12:00").says(AMENDED, ENTERPRISE).truck("VN", "12C-543.21"));
        papers.add(declared("10:00").truck("VN", "12C-123.45"));
        papers.add(at("11:00").says(AMENDED, ENTERPRISE).recorded("13:00").truck("VN", "12C-123.45"));

        assertThat(papers.declaration.trucks()).containsExactly(B);
    }

    @Test
    void countsForAllTrucksWhatNamesNoneAndForOneWhatNamesIt() {
        papers.add(declared("10:00").truck("VN", "12C-123.45").truck("VN", "12C-543.21"));
        papers.add(at("11:00").says(GTIN, CUSTOMS).truck("VN", "12C-123.45"));
        papers.add(at("11:30").says(YARD_IN, CUSTOMS));
        papers.add(at("12:00").says(CUSR, CUSTOMS).as(Classifier.PLN));
        papers.add(at("12:30").says(UNKNOWN, CUSTOMS));
        papers.add(at("11:00").says(GTIN, BORDER_GUARD).truck("VN", "12C-123.45"));

        assertThat(types(A)).containsExactly(GTIN, GTIN, YARD_IN);
        assertThat(papers.cover(A).confirmations().get(0).authority()).isEqualTo(CUSTOMS);
        assertThat(types(B)).containsExactly(YARD_IN);
    }

    @Test
    void isCancelledUntilItIsDeclaredOrAmendedAgain() {
        papers.add(at("12:00").says(CANCELLED, ENTERPRISE));
        papers.add(declared("10:00").truck("VN", "12C-123.45"));
        assertThat(papers.cover(A).cancelledAt()).isEqualTo(time("12:00"));

        papers.add(at("11:59").says(AMENDED, ENTERPRISE).recorded("14:00").gate("tan-thanh"));
        assertThat(papers.cover(A).cancelledAt()).isEqualTo(time("12:00"));

        papers.add(at("12:00").says(AMENDED, ENTERPRISE).recorded("14:00").gate("huu-nghi"));
        assertThat(papers.cover(A).cancelledAt()).isEqualTo(time("12:00"));

        papers.add(at("12:01").says(AMENDED, ENTERPRISE));
        assertThat(papers.cover(A).cancelledAt()).isNull();
    }

    @Test
    void isCancelledForTheTruckThatTheCancellationNames() {
        papers.add(declared("10:00").truck("VN", "12C-123.45").truck("VN", "12C-543.21"));
        papers.add(at("12:00").says(CANCELLED, ENTERPRISE).truck("VN", "12C-123.45"));

        assertThat(papers.declaration.trucks()).containsExactly(A, B);
        assertThat(papers.cover(A).cancelledAt()).isEqualTo(time("12:00"));
        assertThat(papers.cover(B).cancelledAt()).isNull();
    }

    @Test
    void anAmendmentAfterACancellationTakesItBackAlsoIfItNamesOthers() {
        papers.add(declared("10:00").truck("VN", "12C-123.45"));
        papers.add(at("11:00").says(GTIN, CUSTOMS).truck("VN", "12C-123.45"));
        papers.add(at("12:00").says(CANCELLED, ENTERPRISE));
        papers.add(at("13:00").says(AMENDED, ENTERPRISE).truck("VN", "12C-543.21"));

        assertThat(papers.declaration.trucks()).containsExactly(A, B);
        assertThat(papers.cover(A).cancelledAt()).isNull();
        assertThat(papers.cover(B).cancelledAt()).isNull();
    }

    @Test
    void coversNoTruckThatOnlyACancellationOrAPlanNames() {
        papers.add(declared("10:00").truck("VN", "12C-123.45"));
        papers.add(at("12:00").says(CANCELLED, ENTERPRISE).truck("VN", "12C-543.21"));
        papers.add(at("13:00")
                .says(GTIN, CUSTOMS)
                .as(Classifier.PLN)
                .recorded("11:00")
                .truck("VN", "12C-543.21"));

        assertThat(papers.declaration.trucks()).containsExactly(A);
    }

    @Test
    void isDeclaredWhenItIsFirstNamedIfNoDeclarationCame() {
        papers.add(at("12:00").says(YARD_IN, CUSTOMS).truck("VN", "12C-123.45"));
        papers.add(at("11:00").says(GTIN, CUSTOMS).truck("VN", "12C-123.45"));

        assertThat(papers.cover(A).declaredAt()).isEqualTo(time("11:00"));
    }

    @Test
    void takesPlatesThatStandTheWrongWayRound() {
        Verdict verdict = papers.add(declared("10:00").truck("VN", "12R-001.22", "12C-123.45"));

        assertThat(verdict.reason()).isEqualTo(Reason.WRONG_FIELD);
        assertThat(papers.declaration.trucks()).containsExactly(A);
        assertThat(papers.cover(A).trailer()).isEqualTo("12R-001.22");
    }

    private static Papers.Draft declared(String time) {
        return at(time).says(DECLARED, ENTERPRISE);
    }

    private List<MilestoneType> types(String truckId) {
        return papers.cover(truckId).confirmations().stream()
                .map(Confirmation::type)
                .toList();
    }
}
