package io.bordergate.topology;

import io.bordergate.domain.intake.Fate;
import io.bordergate.domain.intake.Reason;
import io.bordergate.event.ClockReached;
import io.bordergate.event.GateAdviceGiven;
import io.bordergate.event.GateAlertChanged;
import io.bordergate.event.GateDayReported;
import io.bordergate.event.GateForecastMade;
import io.bordergate.event.GateLoadChanged;
import io.bordergate.event.InputFateCounted;
import io.bordergate.event.TripDiscrepancyChanged;
import io.bordergate.event.TruckPlaceChanged;
import io.bordergate.event.TruckStayChanged;
import io.bordergate.event.TruckTripChanged;
import io.bordergate.event.YardOccupancyChanged;
import io.bordergate.stored.AdviceFact;
import io.bordergate.stored.GateFact;
import io.bordergate.stored.TruckFact;
import org.apache.kafka.streams.KeyValue;

/** What a stage sends on: results, records it could not use, and its accounts. One stream, split by kind. Immutable. */
sealed interface Emitted {

    /** A stay has changed. */
    record Stay(TruckStayChanged event) implements Emitted {}

    /** A truck has moved, or with no event is forgotten. */
    record Place(TruckPlaceChanged event) implements Emitted {}

    /** A fact on its way to the trips of a truck, or with an empty key how far the clock of its sender has come. */
    record Fact(TruckFact fact) implements Emitted {}

    /** A fact on its way to the figures of a gate, or with an empty key how far the clock of its sender has come. */
    record ToGate(GateFact fact) implements Emitted {}

    /** How a gate stands, on its way to the advice, or with an empty key how far the clock of its sender has come. */
    record ToAdvice(AdviceFact fact) implements Emitted {}

    /** What could be done about a gate. */
    record Advised(GateAdviceGiven event) implements Emitted {}

    /** The load of a gate. */
    record Load(GateLoadChanged event) implements Emitted {}

    record Forecast(GateForecastMade event) implements Emitted {}

    /** Something happened to an episode of congestion. */
    record Alert(GateAlertChanged event) implements Emitted {}

    /** The daily table of a gate, or a correction of it. */
    record Day(GateDayReported event) implements Emitted {}

    /** A trip has changed. */
    record Trip(TruckTripChanged event) implements Emitted {}

    /** A discrepancy has changed. */
    record Discrepancy(TripDiscrepancyChanged event) implements Emitted {}

    /** The trucks in a yard have changed. */
    record Occupancy(YardOccupancyChanged event) implements Emitted {}

    /** The clock of a stage has moved on. */
    record Clock(ClockReached event) implements Emitted {}

    /** A record that was not used, with its key and value as they came in; both may be null. */
    final class Rejected implements Emitted {
        private final byte[] key;
        private final byte[] value;
        private final Reason reason;

        Rejected(byte[] key, byte[] value, Reason reason) {
            this.key = key;
            this.value = value;
            this.reason = reason;
        }

        boolean isUnreadable() {
            return reason.fate() == Fate.DEAD_LETTERED;
        }

        KeyValue<byte[], byte[]> asReceived() {
            return KeyValue.pair(key, value);
        }
    }

    /** How many records have met a fate so far. */
    record Counted(InputFateCounted event) implements Emitted {}
}
