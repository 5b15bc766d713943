package io.bordergate.connect.feed;

import io.bordergate.event.GateStatus;
import io.bordergate.event.GateStatusChanged;
import io.bordergate.event.TradeDirection;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/** Changes of a gate's service as JSON Lines in the field names of the Avro schema. Not thread-safe. */
public final class GateStatusJson implements LineReader<GateStatusChanged> {
    private final Clock clock;

    public GateStatusJson(Clock clock) {
        this.clock = clock;
    }

    @Override
    public FeedRecord<GateStatusChanged> read(String text) {
        JsonLine line = JsonLine.parse(text);
        Instant eventTime = line.time("eventTime");
        var status = GateStatusChanged.newBuilder()
                .setGateId(line.text("gateId"))
                .setStatus(line.findWord("status", GateStatus.class)
                        .orElseThrow(() -> new UnreadableLineException("status is missing")))
                .setEventTime(eventTime)
                .setOpeningHours(line.findText("openingHours").orElse(null))
                .setReason(line.findText("reason").orElse(null))
                .setDirection(line.findWord("direction", TradeDirection.class).orElse(null))
                .setGoods(line.findText("goods")
                        .map(goods -> goods.toUpperCase(Locale.ROOT))
                        .orElse(null))
                .build();
        Instant claimed = line.findTime("recordTime").orElse(eventTime);
        return FeedRecord.of(status.getGateId(), status, claimed, clock.instant());
    }
}
