package io.bordergate.domain.declaration;

import java.time.Instant;
import java.util.List;

/**
 * What one declaration says of one of its trucks. Immutable; what is not known is null.
 *
 * @param declarationId number of the declaration on the platform
 * @param gateId gate it is for; of a {@link #former former} cover the gate it was for
 * @param direction export or import; null if not said
 * @param kind what the trip is for; null if not said
 * @param plannedArrival when the enterprise plans to arrive
 * @param gates gates it was for, one after the other
 * @param yards yards the truck was to use, one after the other
 * @param channel customs control channel
 * @param goods classes of goods; empty if not said
 * @param trailer plate of the trailer as declared
 * @param declaredAt when the truck was first declared
 * @param cancelledAt when the declaration was cancelled for it; null if it was not
 * @param confirmations what was confirmed of the truck, in order of time, type and authority
 */
public record Cover(
        String declarationId,
        String gateId,
        TradeDirection direction,
        TripKind kind,
        Instant plannedArrival,
        Spells gates,
        Spells yards,
        Channel channel,
        List<Goods> goods,
        String trailer,
        Instant declaredAt,
        Instant cancelledAt,
        List<Confirmation> confirmations) {

    public Cover {
        goods = List.copyOf(goods);
        confirmations = List.copyOf(confirmations);
    }

    /** Yard the truck is to use. */
    public String yardId() {
        return yards.last();
    }

    /** What it was at a gate that it was for before it was amended. */
    public Cover former(String formerGateId, Instant cancelled, List<Confirmation> confirmedThere) {
        return with(formerGateId, cancelled, confirmedThere);
    }

    /** The same with other confirmations. */
    public Cover confirmedBy(List<Confirmation> others) {
        return with(gateId, cancelledAt, others);
    }

    private Cover with(String gate, Instant cancelled, List<Confirmation> confirmed) {
        return new Cover(
                declarationId,
                gate,
                direction,
                kind,
                plannedArrival,
                gates,
                yards,
                channel,
                goods,
                trailer,
                declaredAt,
                cancelled,
                confirmed);
    }
}
