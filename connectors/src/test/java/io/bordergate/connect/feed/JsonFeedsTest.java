package io.bordergate.connect.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bordergate.event.Authority;
import io.bordergate.event.CustomsChannel;
import io.bordergate.event.GateStatus;
import io.bordergate.event.GoodsCategory;
import io.bordergate.event.MilestoneType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFeedsTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-05-10T00:00:00Z"), ZoneOffset.UTC);

    private final MilestoneJson milestones = new MilestoneJson("test", NOW);

    @Test
    void readsADeclarationAsThePlatformWritesIt() {
        var record = milestones.read("""
                {"declarationId":"2026050300533","type":"DECLARED","authority":"ENTERPRISE","classifier":"ACT",\
                "eventTime":"2026-05-03T13:15:21+07:00","gateId":"huu-nghi","direction":"IMPORT",\
                "plannedArrival":"2026-05-03T13:30:00+07:00","yardId":"xuan-cuong","channel":"GREEN",\
                "trucks":[{"country":"CN","plate":"桂A12345","trailer":null}],\
                "goods":[{"category":"FRUIT","refrigerated":true}]}""");

        assertThat(record.key()).isEqualTo("2026050300533");
        assertThat(record.recordTime()).isEqualTo("2026-05-03T06:15:21Z");
        var milestone = record.event();
        assertThat(milestone.getType()).isEqualTo(MilestoneType.DECLARED);
        assertThat(milestone.getAuthority()).isEqualTo(Authority.ENTERPRISE);
        assertThat(milestone.getPlannedArrival()).isEqualTo("2026-05-03T06:30:00Z");
        assertThat(milestone.getChannel()).isEqualTo(CustomsChannel.GREEN);
        assertThat(milestone.getTrucks()).singleElement().satisfies(truck -> {
            assertThat(truck.getPlate()).isEqualTo("桂A12345");
            assertThat(truck.getTrailer()).isNull();
        });
        assertThat(milestone.getGoods())
                .singleElement()
                .satisfies(goods -> assertThat(goods.getCategory()).isEqualTo(GoodsCategory.FRUIT));
    }

    @Test
    void takesAWordItDoesNotKnowAsUnknownAndTheTextNullAsNothing() {
        var record = milestones.read(
                "{\"declarationId\":\"1\\t\",\"type\":\"BLESSED\",\"authority\":\"NULL\",\"eventTime\":\"2026-05-03T00:00:00Z\"}"
                        .replace("\"NULL\"", "\"TEMPLE\""));

        assertThat(record.key()).isEqualTo("1");
        assertThat(record.event().getType()).isEqualTo(MilestoneType.UNKNOWN);
        assertThat(record.event().getAuthority()).isEqualTo(Authority.UNKNOWN);
        assertThat(record.event().getTrucks()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "[]",
                "{}",
                "{\"declarationId\":\"1\"",
                "{\"declarationId\":\"NULL\",\"type\":\"DECLARED\",\"authority\":\"CUSTOMS\",\"eventTime\":\"2026-05-03T00:00:00Z\"}",
                "{\"declarationId\":\"1\",\"type\":\"DECLARED\",\"authority\":\"CUSTOMS\",\"eventTime\":\"2026-05-03T00:00:00\"}",
                "{\"declarationId\":\"1\",\"type\":\"DECLARED\",\"authority\":\"CUSTOMS\",\"eventTime\":\"2026-05-03T00:00:00Z\"} x",
                "{\"declarationId\":\"1\",\"type\":\"DECLARED\",\"authority\":\"CUSTOMS\",\"eventTime\":\"2026-05-03T00:00:00Z\",\"trucks\":7}",
                "{\"declarationId\":\"1\",\"type\":\"DECLARED\",\"authority\":\"CUSTOMS\",\"eventTime\":\"2026-05-03T00:00:00Z\",\"trucks\":[7]}"
            })
    void refusesWhatItCannotRead(String line) {
        assertThatThrownBy(() -> milestones.read(line)).isInstanceOf(UnreadableLineException.class);
    }

    @Test
    void readsAGateStatus() {
        var record = new GateStatusJson(NOW)
                .read("{\"gateId\":\"chi-ma\",\"status\":\"closed\",\"eventTime\":\"2026-05-03T00:00:00+07:00\"}");

        assertThat(record.key()).isEqualTo("chi-ma");
        assertThat(record.event().getStatus()).isEqualTo(GateStatus.CLOSED);
        assertThat(record.recordTime()).isEqualTo("2026-05-02T17:00:00Z");
    }
}
