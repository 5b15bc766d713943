package io.bordergate.domain.declaration;

import static io.bordergate.domain.declaration.Authority.CUSTOMS;
import static io.bordergate.domain.declaration.Authority.ENTERPRISE;
import static io.bordergate.domain.declaration.MilestoneType.AMENDED;
import static io.bordergate.domain.declaration.MilestoneType.DECLARED;
import static io.bordergate.domain.declaration.MilestoneType.GTIN;
import static io.bordergate.domain.declaration.MilestoneType.REGISTERED;
import static io.bordergate.domain.declaration.MilestoneType.YARD_IN;
import static io.bordergate.domain.declaration.Papers.at;
import static io.bordergate.domain.declaration.Papers.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.domain.intake.Fate;
import io.bordergate.domain.intake.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of milestones that repeat, contradict or come before their declaration; docs/trips.md section 1. */
class MilestoneFateTest {
    private static final String A = "VN:12C12345";

    private final Papers papers = new Papers();

    @Test
    void saysNothingNewTheSecondTime() {
        assertThat(papers.add(declared().gate("huu-nghi")).reason()).isEqualTo(Reason.NONE);

        assertThat(papers.add(declared().gate("huu-nghi")).reason()).isEqualTo(Reason.DUPLICATE);
        assertThat(papers.add(declared().gate("huu-nghi").recorded("10:30")).reason())
                .isEqualTo(Reason.DUPLICATE);
        assertThat(told()).containsExactly("NONE counts");
    }

    @Test
    void isOneTooManyAfterTwoThousand() {
        for (int i = 0; i < Declaration.MOST_MILESTONES / 2; i++) {
            String time = "%02d:%02d".formatted(i / 60, i % 60);
            papers.add(at(time).says(REGISTERED, CUSTOMS).truck("VN", "12C-123.45"));
            assertThat(papers.add(at(time).says(GTIN, CUSTOMS)).reason()).isEqualTo(Reason.NONE);
        }
        assertThat(papers.add(at("23:00").says(DECLARED, ENTERPRISE).gate("huu-nghi"))
                        .reason())
                .isEqualTo(Reason.FLOOD);
        assertThat(papers.add(at("00:00").says(GTIN, CUSTOMS)).reason()).isEqualTo(Reason.DUPLICATE);
        assertThat(papers.cover(A).gateId()).isNull();
    }

    @Test
    void remembersTheEarliestReceiptOfTheSame() {
        papers.add(declared().gate("huu-nghi").recorded("10:30"));
        papers.add(declared().gate("huu-nghi").recorded("10:10"));
        papers.add(declared().gate("huu-nghi").recorded("10:20"));

        assertThat(papers.declaration.milestones().get(0).milestone().recordedAt())
                .isEqualTo(time("10:10"));
    }

    @Test
    void setsAsideTheContradictionThatCameLater() {
        papers.add(declared().gate("huu-nghi").recorded("10:01"));
        Verdict verdict = papers.add(declared().gate("tan-thanh").recorded("10:02"));

        assertThat(verdict.reason()).isEqualTo(Reason.CONTRADICTION);
        assertThat(verdict.reason().code()).isEqualTo("CONFLICT");
        assertThat(verdict.reason().fate()).isEqualTo(Fate.QUARANTINED);
        assertThat(papers.cover(A).gateId()).isEqualTo("huu-nghi");
        assertThat(told()).containsExactly("NONE counts", "CONTRADICTION");
    }

    @Test
    void setsAsideTheContradictionThatCameLaterAlsoIfItCounts() {
        papers.add(declared().gate("huu-nghi").recorded("10:02"));
        papers.add(declared().gate("tan-thanh").recorded("10:01"));
        assertThat(papers.cover(A).gateId()).isEqualTo("tan-thanh");
        assertThat(told()).containsExactly("NONE", "CONTRADICTION counts");

        assertThat(papers.add(declared().gate("huu-nghi").recorded("10:00")).reason())
                .isEqualTo(Reason.DUPLICATE);
        assertThat(papers.cover(A).gateId()).isEqualTo("huu-nghi");
        assertThat(told()).containsExactly("NONE counts", "CONTRADICTION");
    }

    @Test
    void decidesAContradictionOfOneReceiptByContent() {
        papers.add(declared().gate("tan-thanh"));
        papers.add(declared().gate("huu-nghi"));

        assertThat(papers.cover(A).gateId()).isEqualTo("huu-nghi");
    }

    @Test
    void isNoContradictionIfSaidOfAnotherTimeByAnotherOrOtherwise() {
        papers.add(declared());

        assertThat(papers.add(at("10:01").says(DECLARED, ENTERPRISE).truck("VN", "12C-543.21"))
                        .reason())
                .isEqualTo(Reason.NONE);
        assertThat(papers.add(at("10:00").says(DECLARED, CUSTOMS).gate("huu-nghi"))
                        .reason())
                .isEqualTo(Reason.NONE);
        assertThat(papers.add(at("10:00").says(AMENDED, ENTERPRISE).gate("huu-nghi"))
                        .reason())
                .isEqualTo(Reason.NONE);
        assertThat(papers.add(at("10:00")
                                .says(DECLARED, ENTERPRISE)
                                .as(Classifier.PLN)
                                .gate("huu-nghi"))
                        .reason())
                .isEqualTo(Reason.NONE);
    }

    @Test
    void isHeldUntilATruckIsNamed() {
        assertThat(papers.add(at("11:00").says(GTIN, CUSTOMS)).reason()).isEqualTo(Reason.AWAITS_DECLARATION);
        assertThat(papers.add(at("10:30").says(REGISTERED, CUSTOMS).gate("atlantis"))
                        .reason())
                .isEqualTo(Reason.AWAITS_DECLARATION);
        assertThat(papers.add(at("11:00").says(GTIN, CUSTOMS)).reason()).isEqualTo(Reason.DUPLICATE);
        assertThat(papers.declaration.trucks()).isEmpty();

        Verdict verdict = papers.add(declared());

        assertThat(verdict.reason()).isEqualTo(Reason.NONE);
        assertThat(verdict.released())
                .extracting(each -> each.milestone().type() + " " + each.reason())
                .containsExactly("GTIN NONE", "REGISTERED UNKNOWN_GATE");
        assertThat(papers.cover(A).confirmations()).hasSize(2);
        assertThat(papers.add(at("12:00").says(YARD_IN, CUSTOMS)).released()).isEmpty();
    }

    @Test
    void isNotReleasedByPlatesThatNameNoTruck() {
        assertThat(papers.add(at("10:00").says(DECLARED, ENTERPRISE).truck("VN", "--"))
                        .reason())
                .isEqualTo(Reason.AWAITS_DECLARATION);

        Verdict verdict = papers.add(at("11:00").says(GTIN, CUSTOMS).truck("VN", "12C-123.45"));

        assertThat(verdict.released()).extracting(Decided::reason).containsExactly(Reason.SUSPECT_PLATE);
        assertThat(papers.declaration.trucks()).containsExactly(A);
    }

    @Test
    void goesOnFromWhatWasKept() {
        papers.add(at("11:00").says(GTIN, CUSTOMS));
        papers.add(at("11:00").says(GTIN, CUSTOMS).gate("huu-nghi").recorded("11:10"));
        var again = new Declaration(Papers.CHECK, papers.declaration.milestones());

        Verdict verdict = again.add(declared().milestone());

        assertThat(verdict).isEqualTo(papers.add(declared()));
        assertThat(again.milestones()).isEqualTo(papers.declaration.milestones());
        assertThat(again.coverOf(A)).isEqualTo(papers.cover(A));
    }

    @Test
    void comparesContentsByTheirTextForm() {
        Milestone full = declared()
                .truck("CN", "桂A12345", "桂A1234挂")
                .gate("huu-nghi")
                .direction(TradeDirection.IMPORT)
                .kind(TripKind.GOODS)
                .planned("13:30")
                .yard("xuan-cuong")
                .channel(Channel.GREEN)
                .goods(Goods.Category.FRUIT, true)
                .goods(Goods.Category.OTHER, false)
                .milestone();

        assertThat(full.content())
                .isEqualTo("huu-nghi|IMPORT|1777789800000|xuan-cuong|GREEN|FRUIT:true,OTHER:false|GOODS"
                        + "|VN:12C-123.45:,CN:桂A12345:桂A1234挂");
        assertThat(at("10:00").milestone().content()).isEqualTo("|||||||");
    }

    private static Papers.Draft declared() {
        return at("10:00").says(DECLARED, ENTERPRISE).truck("VN", "12C-123.45");
    }

    private List<String> told() {
        return papers.declaration.milestones().stream()
                .map(each -> each.reason() + (each.counts() ? " counts" : ""))
                .toList();
    }
}
