package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Walks one track past one zone and notes every stay, short ones too, and every time the truck went through without a
 * fix inside. Between accepted fixes that are no silence it is taken to go straight. Not thread-safe; used once.
 */
final class Presence {

    private final Track track;
    private final Zone zone;
    private final List<Stay> stays = new ArrayList<>();
    private final List<Pass> drivesThrough = new ArrayList<>();
    private Optional<Instant> enteredAt = Optional.empty();
    private Instant lastInside = Instant.MIN;
    private Optional<Fix> lastPlaced = Optional.empty();

    private Presence(Track track, Zone zone) {
        this.track = track;
        this.zone = zone;
    }

    /** The clock is empty if no line moved it. */
    static Presence of(Track track, Zone zone, Optional<Instant> clock) {
        Presence presence = new Presence(track, zone);
        presence.walk();
        presence.finish(clock);
        return presence;
    }

    /** The stays that count, in the order of time. */
    List<Stay> visits() {
        return stays.stream().filter(stay -> stay.isVisit(zone.minDwell())).toList();
    }

    /** Stays too short for a visit and drives through, in the order of their beginning. */
    List<Pass> passes() {
        Stream<Pass> shortStays = stays.stream()
                .filter(stay -> !stay.isVisit(zone.minDwell()))
                .map(stay -> new Pass(
                        stay.truck(),
                        stay.zone(),
                        stay.enteredAt(),
                        stay.leftAt().orElseThrow()));
        return Stream.concat(shortStays, drivesThrough.stream())
                .sorted(Comparator.comparing(Pass::from))
                .toList();
    }

    private void walk() {
        Fix previous = track.steps().get(0).fix();
        for (Step step : track.steps()) {
            if (isSilence(previous, step.fix())) {
                close("SILENCE", lastInside);
            }
            if (step.isAccepted()) {
                go(step);
            } else {
                lastOn(step.fix().eventTime());
            }
            previous = step.fix();
        }
    }

    private void go(Step step) {
        boolean wasOut = enteredAt.isEmpty();
        see(step.fix());
        if (wasOut && enteredAt.isEmpty() && !step.isAfterBreak()) {
            lastPlaced.ifPresent(from -> driveThrough(from, step.fix()));
        }
        lastPlaced = Optional.of(step.fix());
    }

    private void driveThrough(Fix from, Fix to) {
        if (!isSilence(from, to) && zone.isMetBySegment(from.at(), to.at())) {
            drivesThrough.add(new Pass(track.truck(), zone.id(), from.eventTime(), to.eventTime()));
        }
    }

    /** A sign of life, without a place: the truck is taken to be where it was. */
    private void lastOn(Instant time) {
        if (enteredAt.isPresent() && zone.contains(lastPlaced.orElseThrow().at())) {
            lastInside = time;
        }
    }

    private boolean isSilence(Fix from, Fix to) {
        return zone.isSilence(Duration.between(from.eventTime(), to.eventTime()));
    }

    private void see(Fix fix) {
        if (zone.contains(fix.at())) {
            enteredAt = Optional.of(enteredAt.orElse(fix.eventTime()));
            lastInside = fix.eventTime();
        } else if (enteredAt.isPresent() && zone.isClearlyLeftAt(fix.at())) {
            close("EXIT", fix.eventTime());
        }
    }

    private void finish(Optional<Instant> clock) {
        Instant lastSeen = track.steps().get(track.steps().size() - 1).fix().eventTime();
        if (clock.isPresent() && zone.isSilence(Duration.between(lastSeen, clock.get()))) {
            close("SILENCE", lastInside);
        }
        enteredAt.ifPresent(
                entered -> stays.add(new Stay(track.truck(), zone.id(), entered, Optional.empty(), "OPEN")));
    }

    private void close(String closedBy, Instant leftAt) {
        enteredAt.ifPresent(
                entered -> stays.add(new Stay(track.truck(), zone.id(), entered, Optional.of(leftAt), closedBy)));
        enteredAt = Optional.empty();
    }
}
