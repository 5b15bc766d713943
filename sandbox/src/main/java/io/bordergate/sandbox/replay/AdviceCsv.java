package io.bordergate.sandbox.replay;

import io.bordergate.event.DivertAdvised;
import io.bordergate.event.GateAdviceGiven;
import io.bordergate.event.HoldAdvised;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The file of all advice: one line for each measure that was advised, by gate and quarter hour; none where nothing was to be done. */
final class AdviceCsv {
    static final String NAME = "advice.csv";

    private static final String HEADER =
            "gate_id,at,since,greatest_occupancy,excess,measure,to,trucks,room,wait_seconds,way_seconds";
    private static final Comparator<GateAdviceGiven> IN_ORDER =
            Comparator.comparing(GateAdviceGiven::getGateId).thenComparing(GateAdviceGiven::getAt);

    private AdviceCsv() {}

    /** The header and the lines. */
    static List<String> lines(Collection<GateAdviceGiven> given) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        given.stream()
                .filter(advice -> advice.getSince() != null)
                .sorted(IN_ORDER)
                .forEach(advice -> add(advice, lines));
        return lines;
    }

    private static void add(GateAdviceGiven advice, List<String> lines) {
        int before = lines.size();
        for (DivertAdvised divert : advice.getDiverts()) {
            lines.add(line(
                    advice,
                    "DIVERT",
                    divert.getToGateId(),
                    Integer.toString(divert.getTrucks()),
                    trucks(divert.getRoomTrucks()),
                    Long.toString(divert.getWaitSeconds()),
                    Long.toString(divert.getWaySeconds())));
        }
        if (advice.getMeter() != null) {
            lines.add(plain(advice, "METER_EXPORT", "", advice.getMeter().getExportsPerDay()));
            lines.add(plain(advice, "METER_IMPORT", "", advice.getMeter().getImportsPerDay()));
        }
        for (HoldAdvised hold : advice.getHolds()) {
            String trucks = Integer.toString(hold.getTrucks());
            lines.add(line(advice, "HOLD", hold.getYardId(), trucks, trucks(hold.getRoomTrucks()), "", ""));
        }
        if (advice.getStayAwayTrucks() > 0) {
            lines.add(plain(advice, "STAY_AWAY", "", advice.getStayAwayTrucks()));
        }
        if (lines.size() == before) {
            lines.add(line(advice, "NONE", "", "", "", "", ""));
        }
    }

    private static String plain(GateAdviceGiven advice, String measure, String to, int trucks) {
        return line(advice, measure, to, Integer.toString(trucks), "", "", "");
    }

    private static String line(
            GateAdviceGiven advice, String measure, String to, String trucks, String room, String wait, String way) {
        return Csv.line(
                advice.getGateId(),
                Csv.time(advice.getAt()),
                Csv.time(advice.getSince()),
                String.format(Locale.ROOT, "%.4f", advice.getGreatestOccupancy()),
                trucks(advice.getExcessTrucks()),
                measure,
                to,
                trucks,
                room,
                wait,
                way);
    }

    private static String trucks(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
