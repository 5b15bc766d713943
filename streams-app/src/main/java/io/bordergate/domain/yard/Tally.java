package io.bordergate.domain.yard;

/**
 * Trucks in one yard. Immutable.
 *
 * @param confirmed inside with a recent fix, 0 or more
 * @param uncertain inside and silent, 0 or more
 */
public record Tally(int confirmed, int uncertain) {
    public static final Tally EMPTY = new Tally(0, 0);

    /** The tally after one stay has changed: the old value is taken off, the new one added. */
    public Tally change(Presence from, Presence to) {
        return add(from, -1).add(to, 1);
    }

    /** Share of the capacity that is taken; above 1 when overfull. */
    public double ratio(int capacity) {
        return (double) (confirmed + uncertain) / capacity;
    }

    private Tally add(Presence presence, int trucks) {
        return switch (presence) {
            case CONFIRMED -> new Tally(confirmed + trucks, uncertain);
            case UNCERTAIN -> new Tally(confirmed, uncertain + trucks);
            case ABSENT -> this;
        };
    }
}
