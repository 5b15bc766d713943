package io.bordergate.topology;

import io.bordergate.domain.declaration.Authority;
import io.bordergate.domain.declaration.Channel;
import io.bordergate.domain.declaration.Classifier;
import io.bordergate.domain.declaration.Confirmation;
import io.bordergate.domain.declaration.Cover;
import io.bordergate.domain.declaration.Decided;
import io.bordergate.domain.declaration.Declaration;
import io.bordergate.domain.declaration.DeclaredTruck;
import io.bordergate.domain.declaration.Goods;
import io.bordergate.domain.declaration.Milestone;
import io.bordergate.domain.declaration.MilestoneCheck;
import io.bordergate.domain.declaration.MilestoneType;
import io.bordergate.domain.declaration.Spells;
import io.bordergate.domain.declaration.TradeDirection;
import io.bordergate.domain.declaration.TripKind;
import io.bordergate.domain.intake.Reason;
import io.bordergate.event.CustomsChannel;
import io.bordergate.event.DeclarationMilestoneReported;
import io.bordergate.event.DeclaredGoods;
import io.bordergate.event.GoodsCategory;
import io.bordergate.event.TripMilestone;
import io.bordergate.stored.DeclarationCover;
import io.bordergate.stored.DeclarationState;
import io.bordergate.stored.FormerValue;
import io.bordergate.stored.KeptMilestone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Declarations between the words of the wire and those of the domain. */
final class TranslateDeclaration {
    private TranslateDeclaration() {}

    static Milestone milestone(DeclarationMilestoneReported event, Instant recordedAt) {
        return new Milestone(
                event.getDeclarationId(),
                MilestoneType.valueOf(event.getType().name()),
                Authority.valueOf(event.getAuthority().name()),
                Classifier.valueOf(event.getClassifier().name()),
                event.getEventTime(),
                recordedAt,
                event.getGateId(),
                direction(event.getDirection()),
                kind(event.getTripKind()),
                event.getPlannedArrival(),
                event.getYardId(),
                channel(event.getChannel()),
                trucks(event),
                goods(event.getGoods()));
    }

    /** A declaration of which nothing is stored. */
    static DeclarationState unknown() {
        return DeclarationState.newBuilder()
                .setMilestones(List.of())
                .setToldTrucks(List.of())
                .build();
    }

    /** The declaration as it was stored. */
    static Declaration declaration(DeclarationState state, MilestoneCheck check) {
        List<Decided> decided = state.getMilestones().stream()
                .map(kept -> new Decided(
                        milestone(kept.getMilestone(), kept.getRecordTime()),
                        kept.getCounts(),
                        Reason.valueOf(kept.getReason())))
                .toList();
        return new Declaration(check, decided);
    }

    /** The declaration as it is to be stored; the newest milestone is not among those stored before. */
    static DeclarationState state(
            Declaration declaration,
            DeclarationState before,
            DeclarationMilestoneReported newest,
            Collection<String> told) {
        List<KeptMilestone> kept = new ArrayList<>();
        int number = 0;
        for (Decided decided : declaration.milestones()) {
            boolean isStored = number < before.getMilestones().size();
            kept.add(KeptMilestone.newBuilder()
                    .setMilestone(isStored ? before.getMilestones().get(number).getMilestone() : newest)
                    .setRecordTime(decided.milestone().recordedAt())
                    .setCounts(decided.counts())
                    .setReason(decided.reason().name())
                    .build());
            number++;
        }
        return DeclarationState.newBuilder()
                .setMilestones(kept)
                .setToldTrucks(List.copyOf(told))
                .build();
    }

    static DeclarationCover cover(Cover cover) {
        return DeclarationCover.newBuilder()
                .setDeclarationId(cover.declarationId())
                .setGateId(cover.gateId())
                .setDirection(
                        cover.direction() == null
                                ? null
                                : io.bordergate.event.TradeDirection.valueOf(
                                        cover.direction().name()))
                .setKind(
                        cover.kind() == null
                                ? null
                                : io.bordergate.event.TripKind.valueOf(
                                        cover.kind().name()))
                .setPlannedArrival(cover.plannedArrival())
                .setFormerGates(former(cover.gates()))
                .setYardId(cover.yardId())
                .setFormerYards(former(cover.yards()))
                .setChannel(channel(cover))
                .setGoods(goods(cover))
                .setTrailer(cover.trailer())
                .setDeclaredAt(cover.declaredAt())
                .setCancelledAt(cover.cancelledAt())
                .setConfirmations(cover.confirmations().stream()
                        .map(TranslateDeclaration::confirmation)
                        .toList())
                .build();
    }

    /** Tells a truck that the declaration no longer names it. */
    static DeclarationCover revoked(String declarationId) {
        return DeclarationCover.newBuilder()
                .setDeclarationId(declarationId)
                .setRevoked(true)
                .setDeclaredAt(Instant.EPOCH)
                .build();
    }

    static Cover cover(DeclarationCover cover) {
        return new Cover(
                cover.getDeclarationId(),
                cover.getGateId(),
                direction(cover.getDirection()),
                kind(cover.getKind()),
                cover.getPlannedArrival(),
                spells(cover.getFormerGates(), cover.getGateId()),
                spells(cover.getFormerYards(), cover.getYardId()),
                channel(cover.getChannel()),
                goods(cover.getGoods()),
                cover.getTrailer(),
                cover.getDeclaredAt(),
                cover.getCancelledAt(),
                cover.getConfirmations().stream()
                        .map(TranslateDeclaration::confirmation)
                        .toList());
    }

    private static List<FormerValue> former(Spells spells) {
        return spells.former().stream()
                .map(each -> new FormerValue(each.value(), each.until()))
                .toList();
    }

    private static Spells spells(List<FormerValue> former, String last) {
        return new Spells(
                former.stream()
                        .map(each -> new Spells.Former(each.getValue(), each.getUntil()))
                        .toList(),
                last);
    }

    /** Some hundred for each fact that comes to a truck with many papers, so without a builder. */
    static TripMilestone confirmation(Confirmation confirmation) {
        var milestone = new TripMilestone();
        milestone.setDeclarationId(confirmation.declarationId());
        milestone.setType(
                io.bordergate.event.MilestoneType.valueOf(confirmation.type().name()));
        milestone.setAuthority(
                io.bordergate.event.Authority.valueOf(confirmation.authority().name()));
        milestone.setEventTime(confirmation.at());
        milestone.setRecordTime(confirmation.recordedAt());
        return milestone;
    }

    /** Null if not said. */
    static CustomsChannel channel(Cover cover) {
        return cover.channel() == null
                ? null
                : CustomsChannel.valueOf(cover.channel().name());
    }

    static List<DeclaredGoods> goods(Cover cover) {
        return cover.goods().stream().map(TranslateDeclaration::goods).toList();
    }

    private static DeclaredGoods goods(Goods goods) {
        return new DeclaredGoods(GoodsCategory.valueOf(goods.category().name()), goods.refrigerated());
    }

    private static Confirmation confirmation(TripMilestone milestone) {
        return new Confirmation(
                milestone.getDeclarationId(),
                MilestoneType.valueOf(milestone.getType().name()),
                Authority.valueOf(milestone.getAuthority().name()),
                milestone.getEventTime(),
                milestone.getRecordTime());
    }

    private static List<DeclaredTruck> trucks(DeclarationMilestoneReported event) {
        if (event.getTrucks() == null) {
            return List.of();
        }
        return event.getTrucks().stream()
                .map(truck -> new DeclaredTruck(truck.getCountry(), truck.getPlate(), truck.getTrailer()))
                .toList();
    }

    private static List<Goods> goods(List<DeclaredGoods> goods) {
        if (goods == null) {
            return List.of();
        }
        return goods.stream()
                .map(each -> new Goods(Goods.Category.valueOf(each.getCategory().name()), each.getRefrigerated()))
                .toList();
    }

    /** A word that is not known says nothing. */
    private static TradeDirection direction(io.bordergate.event.TradeDirection direction) {
        return direction == null || direction == io.bordergate.event.TradeDirection.UNKNOWN
                ? null
                : TradeDirection.valueOf(direction.name());
    }

    private static TripKind kind(io.bordergate.event.TripKind kind) {
        return kind == null || kind == io.bordergate.event.TripKind.UNKNOWN ? null : TripKind.valueOf(kind.name());
    }

    private static Channel channel(CustomsChannel channel) {
        return channel == null || channel == CustomsChannel.UNKNOWN ? null : Channel.valueOf(channel.name());
    }
}
