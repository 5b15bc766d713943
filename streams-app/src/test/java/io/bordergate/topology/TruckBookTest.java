package io.bordergate.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.bordergate.event.CrossingDirection;
import io.bordergate.event.StayCertainty;
import io.bordergate.event.StayClosure;
import io.bordergate.event.StayKind;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.ZoneKind;
import io.bordergate.stored.DeclarationCover;
import io.bordergate.stored.TruckTripsState;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept of a truck has a limit, and what is known can still be corrected at it. */
class TruckBookTest {
    private static final Instant TIME = Instant.parse("2026-05-03T00:00:00Z");

    @Test
    void keepsFiveThousandStays() {
        TruckTripsState state = TruckBook.empty();
        state.setStays(IntStream.range(0, 5_000).mapToObj(i -> stay("s" + i)).toList());

        assertThat(TruckBook.isBeyond(state, stay("s4999"))).isFalse();
        assertThat(TruckBook.isBeyond(state, stay("s5000"))).isTrue();
        assertThat(TruckBook.isBeyond(state, cover("1"))).isFalse();
        state.setStays(state.getStays().subList(1, 5_000));
        assertThat(TruckBook.isBeyond(state, stay("s5000"))).isFalse();
    }

    @Test
    void keepsAThousandDeclarations() {
        TruckTripsState state = TruckBook.empty();
        state.setCovers(IntStream.range(0, 1_000).mapToObj(i -> cover("d" + i)).toList());

        assertThat(TruckBook.isBeyond(state, cover("d999"))).isFalse();
        assertThat(TruckBook.isBeyond(state, TranslateDeclaration.revoked("d1000")))
                .isFalse();
        assertThat(TruckBook.isBeyond(state, cover("d1000"))).isTrue();
        assertThat(TruckBook.isBeyond(state, stay("s"))).isFalse();
    }

    private static DeclarationCover cover(String id) {
        return DeclarationCover.newBuilder()
                .setDeclarationId(id)
                .setDeclaredAt(TIME)
                .build();
    }

    private static TruckStayChanged stay(String id) {
        return TruckStayChanged.newBuilder()
                .setStayId(id)
                .setRevision(1)
                .setTruckId("VN:12C12345")
                .setZoneId("yard")
                .setZoneKind(ZoneKind.YARD)
                .setGateId("huu-nghi")
                .setKind(StayKind.VISIT)
                .setDirection(CrossingDirection.NONE)
                .setCertainty(StayCertainty.CONFIRMED)
                .setClosedBy(StayClosure.OPEN)
                .setEnteredAt(TIME)
                .setLeftAt(null)
                .build();
    }
}
