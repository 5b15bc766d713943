package io.bordergate.domain.declaration;

import static io.bordergate.domain.declaration.Authority.BORDER_GUARD;
import static io.bordergate.domain.declaration.Authority.CUSTOMS;
import static io.bordergate.domain.declaration.Authority.ENTERPRISE;
import static io.bordergate.domain.declaration.Authority.MANAGEMENT_CENTRE;
import static io.bordergate.domain.declaration.Authority.MEDICAL_QUARANTINE;
import static io.bordergate.domain.declaration.MilestoneType.CROS;
import static io.bordergate.domain.declaration.MilestoneType.CUSR;
import static io.bordergate.domain.declaration.MilestoneType.DECLARED;
import static io.bordergate.domain.declaration.MilestoneType.FEES_PAID;
import static io.bordergate.domain.declaration.MilestoneType.GTIN;
import static io.bordergate.domain.declaration.MilestoneType.GTOT;
import static io.bordergate.domain.declaration.MilestoneType.INSP;
import static io.bordergate.domain.declaration.MilestoneType.REGISTERED;
import static io.bordergate.domain.declaration.MilestoneType.TRANSSHIPPED;
import static io.bordergate.domain.declaration.MilestoneType.YARD_IN;
import static io.bordergate.domain.declaration.MilestoneType.YARD_OUT;
import static io.bordergate.domain.declaration.Papers.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An export and an import as they really went, with all their delays and disorder. */
class ObservedCasesTest {
    private static final List<Papers.Draft> EXPORT = List.of(
            at("22:46:40")
                    .says(DECLARED, ENTERPRISE)
                    .truck("VN", "12C-123.45", "12R-001.22")
                    .gate("huu-nghi")
                    .direction(TradeDirection.EXPORT)
                    .planned("23:03"),
            at("22:50:45").says(REGISTERED, CUSTOMS),
            at("05-04 08:54:20").says(INSP, MEDICAL_QUARANTINE),
            at("05-04 09:40:14").says(GTIN, CUSTOMS),
            at("05-04 09:57:07").says(YARD_IN, CUSTOMS),
            at("05-04 10:07:35").says(FEES_PAID, MANAGEMENT_CENTRE),
            at("05-04 10:07:46").says(CUSR, CUSTOMS),
            at("05-04 11:03:25").says(GTIN, BORDER_GUARD),
            at("05-04 13:51:58").says(YARD_OUT, CUSTOMS),
            at("05-04 13:53:42").says(GTOT, BORDER_GUARD),
            at("05-04 13:53:42").says(CROS, BORDER_GUARD));

    private static final List<Papers.Draft> IMPORT = List.of(
            at("13:15:21")
                    .says(DECLARED, ENTERPRISE)
                    .truck("CN", "桂A12345")
                    .gate("huu-nghi")
                    .direction(TradeDirection.IMPORT)
                    .planned("13:30"),
            at("13:19:15").says(REGISTERED, CUSTOMS),
            at("13:34:04").says(GTIN, BORDER_GUARD),
            at("13:34:11").says(GTIN, CUSTOMS),
            at("13:34:11").says(YARD_IN, CUSTOMS),
            at("13:34:19").says(INSP, MEDICAL_QUARANTINE),
            at("14:21:40").says(TRANSSHIPPED, CUSTOMS).truck("VN", "12C-123.45").truck("VN", "12C-543.21"),
            at("14:48:22").says(FEES_PAID, MANAGEMENT_CENTRE),
            at("15:05:58").says(CUSR, CUSTOMS),
            at("15:39:08").says(GTOT, BORDER_GUARD),
            at("15:39:08").says(CROS, BORDER_GUARD),
            at("17:46:46").says(GTOT, CUSTOMS).truck("VN", "12C-123.45"),
            at("17:53:03").says(GTOT, CUSTOMS).truck("VN", "12C-543.21"));

    @Test
    void coverOfTheExport() {
        for (long seed = 1; seed <= 50; seed++) {
            Papers papers = received(EXPORT, seed);

            assertThat(papers.declaration.trucks()).as("seed %d", seed).containsExactly("VN:12C12345");
            assertThat(rendered(papers.cover("VN:12C12345")))
                    .as("seed %d", seed)
                    .isEqualTo("huu-nghi EXPORT 22:46:40 planned 23:03 | REGISTERED CUSTOMS 22:50:45"
                            + " | INSP MEDICAL_QUARANTINE 08:54:20 | GTIN CUSTOMS 09:40:14 | YARD_IN CUSTOMS 09:57:07"
                            + " | FEES_PAID MANAGEMENT_CENTRE 10:07:35 | CUSR CUSTOMS 10:07:46"
                            + " | GTIN BORDER_GUARD 11:03:25 | YARD_OUT CUSTOMS 13:51:58 | GTOT BORDER_GUARD 13:53:42"
                            + " | CROS BORDER_GUARD 13:53:42");
        }
    }

    @Test
    void coversOfTheImportAndOfTheTrucksThatTookItsGoods() {
        String papersOfAll = " | INSP MEDICAL_QUARANTINE 13:34:19";
        String after = " | FEES_PAID MANAGEMENT_CENTRE 14:48:22 | CUSR CUSTOMS 15:05:58";
        for (long seed = 1; seed <= 50; seed++) {
            Papers papers = received(IMPORT, seed);

            assertThat(papers.declaration.trucks())
                    .as("seed %d", seed)
                    .containsExactly("CN:桂A12345", "VN:12C12345", "VN:12C54321");
            assertThat(rendered(papers.cover("CN:桂A12345")))
                    .as("seed %d", seed)
                    .isEqualTo("huu-nghi IMPORT 13:15:21 planned 13:30 | REGISTERED CUSTOMS 13:19:15"
                            + " | GTIN BORDER_GUARD 13:34:04 | GTIN CUSTOMS 13:34:11 | YARD_IN CUSTOMS 13:34:11"
                            + papersOfAll + after + " | GTOT BORDER_GUARD 15:39:08 | CROS BORDER_GUARD 15:39:08");
            assertThat(rendered(papers.cover("VN:12C12345")))
                    .as("seed %d", seed)
                    .isEqualTo("huu-nghi IMPORT 14:21:40 planned 13:30 | REGISTERED CUSTOMS 13:19:15" + papersOfAll
                            + " | TRANSSHIPPED CUSTOMS 14:21:40" + after + " | GTOT CUSTOMS 17:46:46");
            assertThat(rendered(papers.cover("VN:12C54321")))
                    .as("seed %d", seed)
                    .endsWith("CUSR CUSTOMS 15:05:58 | GTOT CUSTOMS 17:53:03");
        }
    }

    private static Papers received(List<Papers.Draft> drafts, long seed) {
        var shuffled = new ArrayList<>(drafts);
        Collections.shuffle(shuffled, new Random(seed));
        var papers = new Papers();
        shuffled.forEach(papers::add);
        return papers;
    }

    private static String rendered(Cover cover) {
        return cover.gateId() + " " + cover.direction() + " " + clock(cover.declaredAt()) + " planned "
                + clock(cover.plannedArrival())
                + cover.confirmations().stream()
                        .map(each -> " | " + each.type() + " " + each.authority() + " " + clock(each.at()))
                        .collect(Collectors.joining());
    }

    private static LocalTime clock(Instant time) {
        return LocalTime.ofInstant(time, ZoneOffset.ofHours(7));
    }
}
