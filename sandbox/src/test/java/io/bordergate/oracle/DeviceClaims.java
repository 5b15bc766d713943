package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Section 6 of docs/positions.md: what to remark of the device of a line, from all lines with a device before it. Not
 * thread-safe.
 */
final class DeviceClaims {

    private static final Duration SOON = Duration.ofHours(1);
    private static final Duration MINUTES = Duration.ofMinutes(5);

    private static final int MOST_KEPT = 4;

    private final List<Claim> named = new ArrayList<>();
    private final List<Claim> placed = new ArrayList<>();
    private final List<Meeting> meetings = new ArrayList<>();
    private final List<Claim> returns = new ArrayList<>();

    /** A device says that a truck is at a place. Immutable. */
    record Claim(String device, String truck, Instant at, Point place) {

        boolean isSoonAfter(Claim other, Duration limit) {
            return Duration.between(other.at, at).abs().compareTo(limit) <= 0;
        }
    }

    /** Two devices of a truck compared, at a line of one of them. Immutable. */
    private record Meeting(Claim here, Claim there) {

        boolean isOfSamePairAs(Meeting other) {
            return here.truck().equals(other.here.truck()) && devices().equals(other.devices());
        }

        private Set<String> devices() {
            return Set.of(here.device(), there.device());
        }

        boolean isOf(String truck, String device) {
            return here.truck().equals(truck)
                    && (here.device().equals(device) || there.device().equals(device));
        }

        boolean isNear() {
            return metres() <= 500;
        }

        boolean isApart() {
            double seconds = Duration.between(there.at(), here.at()).abs().toMillis() / 1000.0;
            return metres() > 500 + 30 * seconds;
        }

        private double metres() {
            return Globe.metres(here.place(), there.place());
        }
    }

    /** {@code isNamed}: the line itself names the truck; {@code isPlaced}: its place can be compared. */
    Optional<String> remark(Claim claim, boolean isNamed, boolean isPlaced) {
        boolean shared = isNamed && isShared(claim);
        boolean apart = isPlaced && isApart(claim);
        if (shared) {
            return Optional.of("DEVICE_SHARED");
        }
        return apart ? Optional.of("DEVICE_DISAGREE") : Optional.empty();
    }

    private boolean isShared(Claim claim) {
        Optional<Claim> before = last(named.stream()
                .filter(other -> other.device().equals(claim.device()))
                .toList());
        Optional<Claim> sameTruck = last(named.stream()
                .filter(other ->
                        other.device().equals(claim.device()) && other.truck().equals(claim.truck()))
                .toList());
        named.add(claim);
        boolean isElsewhere =
                before.map(other -> !other.truck().equals(claim.truck())).orElse(false);
        if (isElsewhere
                && sameTruck.map(other -> claim.isSoonAfter(other, SOON)).orElse(false)) {
            returns.add(claim);
        }
        return last(returns.stream()
                        .filter(other -> other.device().equals(claim.device()))
                        .toList())
                .map(other -> claim.isSoonAfter(other, SOON))
                .orElse(false);
    }

    private boolean isApart(Claim claim) {
        List<String> others = placed.stream()
                .filter(other -> other.truck().equals(claim.truck()))
                .map(Claim::device)
                .filter(device -> !device.equals(claim.device()))
                .distinct()
                .toList();
        boolean isApart = false;
        for (String device : others) {
            Claim there = last(placed.stream()
                            .filter(other -> other.truck().equals(claim.truck())
                                    && other.device().equals(device))
                            .toList())
                    .orElseThrow();
            if (claim.isSoonAfter(there, MINUTES)) {
                isApart |= hasBeenApart(new Meeting(claim, there));
            }
        }
        placed.add(claim);
        forgetBut(MOST_KEPT, claim.truck());
        return isApart;
    }

    /** Of the devices of a truck those that were heard last are kept. */
    private void forgetBut(int most, String truck) {
        List<String> heard = new ArrayList<>();
        for (int i = placed.size() - 1; i >= 0; i--) {
            Claim claim = placed.get(i);
            if (claim.truck().equals(truck) && !heard.contains(claim.device())) {
                heard.add(claim.device());
            }
        }
        heard.stream().skip(most).forEach(device -> {
            placed.removeIf(
                    claim -> claim.truck().equals(truck) && claim.device().equals(device));
            meetings.removeIf(meeting -> meeting.isOf(truck, device));
        });
    }

    private boolean hasBeenApart(Meeting now) {
        meetings.add(now);
        List<Meeting> ofPair = meetings.stream().filter(now::isOfSamePairAs).toList();
        List<Meeting> since = new ArrayList<>();
        for (Meeting meeting : ofPair) {
            if (meeting.isNear()) {
                since.clear();
            } else if (meeting.isApart()) {
                since.add(meeting);
            }
        }
        return now.isApart()
                && !now.here().at().isBefore(since.get(0).here().at().plus(MINUTES));
    }

    private static Optional<Claim> last(List<Claim> claims) {
        return claims.isEmpty() ? Optional.empty() : Optional.of(claims.get(claims.size() - 1));
    }
}
