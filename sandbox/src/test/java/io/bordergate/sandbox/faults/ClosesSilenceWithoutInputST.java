package io.bordergate.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.contract.BorderTopics;
import io.bordergate.event.StayClosure;
import io.bordergate.event.TruckStayChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** All trucks fall silent at once: their stays end when the time for it has come, though no fix tells of the time. */
@EnabledIfSystemProperty(named = "faults", matches = "quick|long", disabledReason = "takes minutes: -Dfaults=quick")
class ClosesSilenceWithoutInputST {
    private static final Duration BEYOND_SILENCE = Duration.ofMinutes(41);

    @Test
    void endsEveryStayByTheClock() throws Exception {
        Tier tier = Tier.chosen();
        try (var stand = Stand.open("silence")) {
            List<String> lines = stand.publishDay(200, tier.pick(25, 250));
            stand.startApps(1);
            stand.load().sendAll(lines);
            Instant last = stand.load().lastRecordTime();
            stand.load().tick(last);
            stand.note("no more input after " + last);

            Instant end = last.plus(BEYOND_SILENCE);
            long start = System.nanoTime();
            var verdict =
                    new Examination(stand, stand.newVerdict()).clockAt(end).examine();
            var stays = stand.committed().read(BorderTopics.TRUCK_STAY.name(), TruckStayChanged.class);
            List<TruckStayChanged> left = SecondOpinion.newest(stays).values().stream()
                    .filter(stay -> stay.getClosedBy() == StayClosure.OPEN)
                    .toList();
            verdict.same("stays still open", left.size(), 0)
                    .figure("secondsWithExamination", Math.rint((System.nanoTime() - start) / 1e8) / 10);
            assertThat(stays).anyMatch(record -> record.value().getClosedBy() == StayClosure.SILENCE);
            verdict.pass(stand.folder());
        }
    }
}
