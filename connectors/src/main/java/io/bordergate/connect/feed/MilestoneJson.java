package io.bordergate.connect.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.bordergate.event.Authority;
import io.bordergate.event.Classifier;
import io.bordergate.event.CustomsChannel;
import io.bordergate.event.DeclarationMilestoneReported;
import io.bordergate.event.DeclaredGoods;
import io.bordergate.event.DeclaredTruck;
import io.bordergate.event.GoodsCategory;
import io.bordergate.event.MilestoneType;
import io.bordergate.event.TradeDirection;
import io.bordergate.event.TripKind;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Milestones of declarations as JSON Lines in the field names of the Avro schema. Not thread-safe. */
public final class MilestoneJson implements LineReader<DeclarationMilestoneReported> {
    private final String source;
    private final Clock clock;

    public MilestoneJson(String source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public FeedRecord<DeclarationMilestoneReported> read(String text) {
        JsonLine line = JsonLine.parse(text);
        Instant eventTime = line.time("eventTime");
        var milestone = DeclarationMilestoneReported.newBuilder()
                .setDeclarationId(line.text("declarationId"))
                .setType(word(line, "type", MilestoneType.class))
                .setAuthority(word(line, "authority", Authority.class))
                .setClassifier(line.findWord("classifier", Classifier.class).orElse(Classifier.ACT))
                .setEventTime(eventTime)
                .setGateId(line.findText("gateId").orElse(null))
                .setDirection(line.findWord("direction", TradeDirection.class).orElse(null))
                .setPlannedArrival(line.findTime("plannedArrival").orElse(null))
                .setYardId(line.findText("yardId").orElse(null))
                .setChannel(line.findWord("channel", CustomsChannel.class).orElse(null))
                .setTrucks(list(line, "trucks", MilestoneJson::truck))
                .setGoods(list(line, "goods", MilestoneJson::goods))
                .setTripKind(line.findWord("tripKind", TripKind.class).orElse(null))
                .setSource(source)
                .build();
        Instant claimed = line.findTime("recordTime").orElse(eventTime);
        return FeedRecord.of(milestone.getDeclarationId(), milestone, claimed, clock.instant());
    }

    private static <E extends Enum<E>> E word(JsonLine line, String name, Class<E> words) {
        return line.findWord(name, words).orElseThrow(() -> new UnreadableLineException(name + " is missing"));
    }

    private static <T> List<T> list(JsonLine line, String name, Function<JsonLine, T> reader) {
        return line.findList(name)
                .map(nodes -> {
                    List<T> items = new ArrayList<>();
                    for (JsonNode node : nodes) {
                        items.add(reader.apply(line.of(node)));
                    }
                    return items;
                })
                .orElse(null);
    }

    private static DeclaredTruck truck(JsonLine truck) {
        return DeclaredTruck.newBuilder()
                .setCountry(truck.text("country"))
                .setPlate(truck.text("plate"))
                .setTrailer(truck.findText("trailer").orElse(null))
                .build();
    }

    private static DeclaredGoods goods(JsonLine goods) {
        return DeclaredGoods.newBuilder()
                .setCategory(word(goods, "category", GoodsCategory.class))
                .setRefrigerated(goods.flag("refrigerated"))
                .build();
    }
}
