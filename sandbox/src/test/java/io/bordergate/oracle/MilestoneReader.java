package io.bordergate.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a line of JSON into a {@link Milestone}, all or nothing. Immutable. */
final class MilestoneReader {

    static final List<String> TYPES = List.of(
            "DECLARED",
            "REGISTERED",
            "AMENDED",
            "CANCELLED",
            "GTIN",
            "YARD_IN",
            "INSP_REQUIRED",
            "INSP",
            "TRANSPORT_LICENSED",
            "FEES_PAID",
            "TRANSSHIPPED",
            "CUSS",
            "CUSI",
            "CUSR",
            "YARD_OUT",
            "GTOT",
            "CROS",
            "TURNED_BACK");
    private static final List<String> AUTHORITIES = List.of(
            "ENTERPRISE",
            "CUSTOMS",
            "BORDER_GUARD",
            "MEDICAL_QUARANTINE",
            "PLANT_QUARANTINE",
            "ANIMAL_QUARANTINE",
            "MANAGEMENT_CENTRE",
            "YARD_OPERATOR",
            "TRANSPORT");
    private static final List<String> CLASSIFIERS = List.of("PLN", "EST", "ACT");
    private static final List<String> DIRECTIONS = List.of("EXPORT", "IMPORT");
    private static final List<String> CHANNELS = List.of("GREEN", "YELLOW", "RED");
    private static final List<String> GOODS = List.of("FRUIT", "OTHER_PERISHABLE", "NEW_VEHICLE", "OTHER");
    private static final List<String> TRIP_KINDS = List.of("GOODS", "EMPTY", "YARD_ONLY", "TRANSFER");

    private final Instant now;

    MilestoneReader(Instant now) {
        this.now = now;
    }

    /** Empty for a line that cannot be read. */
    Optional<Milestone> read(String text) {
        try {
            return Optional.of(milestone(JsonFields.parse(text)));
        } catch (UnreadableException unreadable) {
            return Optional.empty();
        }
    }

    private Milestone milestone(JsonFields line) throws UnreadableException {
        Instant eventTime = line.time("eventTime");
        Instant claimed = line.findTime("recordTime").orElse(eventTime);
        boolean capped = claimed.isAfter(now);
        return new Milestone(
                line.text("declarationId"),
                line.word("type", TYPES),
                line.word("authority", AUTHORITIES),
                line.findWord("classifier", CLASSIFIERS).orElse("ACT"),
                eventTime,
                capped ? now : claimed,
                capped,
                content(line));
    }

    private static Content content(JsonFields line) throws UnreadableException {
        return new Content(
                line.findText("gateId"),
                line.findWord("direction", DIRECTIONS),
                line.findTime("plannedArrival"),
                line.findText("yardId"),
                line.findWord("channel", CHANNELS),
                goods(line),
                line.findWord("tripKind", TRIP_KINDS),
                trucks(line));
    }

    private static List<String> goods(JsonFields line) throws UnreadableException {
        List<String> goods = new ArrayList<>();
        for (JsonFields item : line.list("goods")) {
            goods.add(item.word("category", GOODS) + ":" + item.flag("refrigerated"));
        }
        return goods;
    }

    private static List<NamedTruck> trucks(JsonFields line) throws UnreadableException {
        List<NamedTruck> trucks = new ArrayList<>();
        for (JsonFields item : line.list("trucks")) {
            trucks.add(new NamedTruck(
                    item.text("country"),
                    item.text("plate"),
                    item.findText("trailer").orElse("")));
        }
        return trucks;
    }
}
