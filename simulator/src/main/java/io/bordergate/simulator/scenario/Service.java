package io.bordergate.simulator.scenario;

import io.bordergate.simulator.scenario.Opening.Hours;

/**
 * How many trucks a gate lets go one way, and within which hours of the day; immutable. Trucks of its flows wait in the
 * yard for their turn, and on the queue road while the yard is full.
 *
 * @param perDay trucks let go on a full day; EXPORT leaves the yard for the border, IMPORT for the inland
 * @param hours local time; imports enter the country within them too
 * @param places how many of the yard's places its trucks may take
 */
public record Service(String gate, Direction direction, PerDay perDay, Hours hours, int places, Stock stock) {

    public boolean serves(Flow flow) {
        return flow.gate().equals(gate) && flow.direction() == direction;
    }

    /** Stable name, also for draws. */
    public String id() {
        return gate + " " + direction;
    }

    /** Trucks that wait when the scenario begins, arrived over so many hours before; immutable. */
    public record Stock(int trucks, double hours) {

        static final Stock NONE = new Stock(0, 1);
    }
}
