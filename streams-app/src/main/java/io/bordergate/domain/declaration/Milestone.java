package io.bordergate.domain.declaration;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one authority said of one declaration at one time. What it does not say, or says in words that are not known, is
 * null, or an empty list. Immutable.
 *
 * @param declarationId number of the declaration on the platform
 * @param type what happened
 * @param authority who says so
 * @param classifier whether it is planned, estimated or actual
 * @param at when it happens, by the authority
 * @param recordedAt when we received it
 * @param gateId gate the declaration is for
 * @param direction export or import
 * @param kind what the trip is for
 * @param plannedArrival when the enterprise plans to arrive
 * @param yardId yard the trucks are to use
 * @param channel customs control channel
 * @param trucks trucks it names
 * @param goods classes of goods
 */
public record Milestone(
        String declarationId,
        MilestoneType type,
        Authority authority,
        Classifier classifier,
        Instant at,
        Instant recordedAt,
        String gateId,
        TradeDirection direction,
        TripKind kind,
        Instant plannedArrival,
        String yardId,
        Channel channel,
        List<DeclaredTruck> trucks,
        List<Goods> goods) {

    /** What makes two reports reports of the same. Immutable. */
    public record Identity(
            String declarationId, MilestoneType type, Authority authority, Classifier classifier, Instant at) {}

    public Milestone {
        gateId = orNull(gateId);
        direction = direction == TradeDirection.UNKNOWN ? null : direction;
        yardId = orNull(yardId);
        trucks = trucks == null ? List.of() : List.copyOf(trucks);
        goods = goods == null ? List.of() : List.copyOf(goods);
    }

    public Identity identity() {
        return new Identity(declarationId, type, authority, classifier, at);
    }

    /** All that it says beyond its identity, as one text by which contents are compared. */
    public String content() {
        return Stream.of(
                        text(gateId),
                        text(direction),
                        plannedArrival == null ? "" : Long.toString(plannedArrival.toEpochMilli()),
                        text(yardId),
                        text(channel),
                        goods.stream()
                                .map(each -> each.category() + ":" + each.refrigerated())
                                .collect(Collectors.joining(",")),
                        text(kind),
                        trucks.stream()
                                .map(each -> each.country() + ":" + each.plate() + ":" + text(each.trailer()))
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining("|"));
    }

    /** The same, received at that time. */
    Milestone withRecordedAt(Instant time) {
        return new Milestone(
                declarationId,
                type,
                authority,
                classifier,
                at,
                time,
                gateId,
                direction,
                kind,
                plannedArrival,
                yardId,
                channel,
                trucks,
                goods);
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String orNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
