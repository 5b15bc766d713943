package io.bordergate.domain.declaration;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One declaration in words: {@code papers.on("22:46").says(DECLARED, ENTERPRISE).truck("VN", "12C12345").sent()}. */
final class Papers {
    static final String NUMBER = "2026050300533";
    static final MilestoneCheck CHECK = new MilestoneCheck(
            Set.of("huu-nghi", "tan-thanh"), null, new GateDays(Map.of(), ZoneId.of("Asia/Ho_Chi_Minh")));

    final Declaration declaration = new Declaration(CHECK);

    /** At a time of 3 May 2026 in Vietnam, or with its date as in {@code 05-04 09:40}. */
    static Draft at(String time) {
        return new Draft(time(time));
    }

    static Instant time(String time) {
        String full = time.length() > 8 ? time.replace(' ', 'T') : "05-03T" + time;
        return Instant.parse("2026-" + (full.length() < 14 ? full + ":00" : full) + "+07:00");
    }

    Verdict add(Draft draft) {
        return declaration.add(draft.milestone());
    }

    Cover cover(String truckId) {
        return declaration.coverOf(truckId);
    }

    /** A milestone being written. Not thread-safe. */
    static final class Draft {
        private final Instant at;
        private final List<DeclaredTruck> trucks = new ArrayList<>();
        private final List<Goods> goods = new ArrayList<>();
        private MilestoneType type = MilestoneType.DECLARED;
        private Authority authority = Authority.ENTERPRISE;
        private Classifier classifier = Classifier.ACT;
        private Instant recordedAt;
        private String gateId;
        private TradeDirection direction;
        private TripKind kind;
        private Instant plannedArrival;
        private String yardId;
        private Channel channel;

        private Draft(Instant at) {
            this.at = at;
            recordedAt = at;
        }

        Draft says(MilestoneType what, Authority who) {
            type = what;
            authority = who;
            return this;
        }

        Draft as(Classifier word) {
            classifier = word;
            return this;
        }

        Draft recorded(String time) {
            recordedAt = time(time);
            return this;
        }

        Draft truck(String country, String plate) {
            return truck(country, plate, null);
        }

        Draft truck(String country, String plate, String trailer) {
            trucks.add(new DeclaredTruck(country, plate, trailer));
            return this;
        }

        Draft gate(String id) {
            gateId = id;
            return this;
        }

        Draft direction(TradeDirection way) {
            direction = way;
            return this;
        }

        Draft kind(TripKind what) {
            kind = what;
            return this;
        }

        Draft planned(String time) {
            plannedArrival = time(time);
            return this;
        }

        Draft yard(String id) {
            yardId = id;
            return this;
        }

        Draft channel(Channel colour) {
            channel = colour;
            return this;
        }

        Draft goods(Goods.Category category, boolean refrigerated) {
            goods.add(new Goods(category, refrigerated));
            return this;
        }

        Milestone milestone() {
            return new Milestone(
                    NUMBER,
                    type,
                    authority,
                    classifier,
                    at,
                    recordedAt,
                    gateId,
                    direction,
                    kind,
                    plannedArrival,
                    yardId,
                    channel,
                    trucks,
                    goods);
        }
    }
}
