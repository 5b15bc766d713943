package io.bordergate.domain.advice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What could be done about one gate. Immutable; docs/advice.md defines each figure.
 *
 * @param since since when the gate is in need; null if it is not, and nothing needs to be done
 * @param excess so many trucks too many; 0 if the gate is not in need
 * @param outlook what it was concluded from
 * @param diverts the gates to divert to, the best first
 * @param meter null if there is no need for one
 * @param holds the buffers to hold trucks in, the nearest first
 * @param stayAway trucks that should not set off
 */
public record Advice(
        Instant since,
        double excess,
        GateOutlook outlook,
        List<Divert> diverts,
        Meter meter,
        List<Hold> holds,
        int stayAway) {

    public Advice {
        diverts = List.copyOf(diverts);
        holds = List.copyOf(holds);
    }

    static Advice none(GateOutlook outlook) {
        return new Advice(null, 0, outlook, List.of(), null, List.of(), 0);
    }

    /**
     * To another gate.
     *
     * @param trucks of those that come in 1 to 24 hours
     * @param except goods that are suspended there
     * @param room trucks that it can take without becoming BUSY
     * @param waitThere predicted
     * @param way there, from this gate
     */
    public record Divert(
            String toGateId, int trucks, Set<String> except, double room, Duration waitThere, Duration way) {
        public Divert {
            except = Set.copyOf(except);
        }
    }

    /**
     * Let no more into the yards.
     *
     * @param exports trucks in the next 24 hours
     * @param imports the same
     * @param cleared what both sides will clear in that time
     */
    public record Meter(int exports, int imports, double cleared) {}

    /**
     * In a buffer.
     *
     * @param trucks how many more
     * @param room how many it can take
     * @param there how many stand there now
     */
    public record Hold(String bufferId, int trucks, double room, int there) {}
}
