package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Flow;
import io.bordergate.simulator.scenario.Scenario;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * Every trip that a scenario has any part of, known before the first report is made; immutable. Trips of the days before
 * the start give the stock of trucks that stand in the yards when it begins.
 */
public record TrafficPlan(Scenario scenario, List<TruckJourney> journeys) {

    private static final int DAYS_BEFORE = 4;
    static final int DAYS_AFTER = 2;

    /** The trips, ordered by when anything is first known of them. */
    public TrafficPlan {
        journeys = List.copyOf(journeys);
    }

    public static TrafficPlan of(Scenario scenario) {
        return of(scenario, List.of());
    }

    /**
     * With what operators ask of trucks. Nothing that is reported before something is asked depends on it, so that a plan may be
     * made anew, with more guidance from some time on, as often as one likes.
     */
    public static TrafficPlan of(Scenario scenario, List<Guidance> guidance) {
        IntSupplier numbers = new AtomicInteger()::getAndIncrement;
        Ground ground = new Ground(scenario.site());
        JourneyBuilder builder = new JourneyBuilder(scenario, ground, numbers);
        Dice dice = Dice.of(scenario.seed());
        LocalDate first = scenario.start().toLocalDate();
        List<TruckJourney> journeys = new ArrayList<>(new QueuedTraffic(scenario, ground, numbers).journeys(guidance));
        List<Flow> drawn = scenario.flows().stream()
                .filter(flow -> scenario.operation().findService(flow).isEmpty())
                .toList();
        for (int day = -DAYS_BEFORE; day < scenario.days() + DAYS_AFTER; day++) {
            for (Flow flow : drawn) {
                Dice flowDay = dice.pick(flow.id()).pick(day);
                int trucks = trucks(flow, day, flowDay);
                for (int i = 0; i < trucks; i++) {
                    journeys.addAll(builder.journeys(flow, first.plusDays(day), flowDay.pick(i)));
                }
            }
        }
        journeys.removeIf(journey -> !isPartOf(scenario, journey));
        journeys.sort(Comparator.comparingLong(TruckJourney::firstKnownAt)
                .thenComparing(journey -> journey.truck().truckId()));
        return new TrafficPlan(scenario, journeys);
    }

    /** The trucks that are under way or in a yard at a time. */
    public List<TruckJourney> presentAt(Instant time) {
        return journeys.stream()
                .filter(journey -> journey.positionAt(time).isPresent())
                .toList();
    }

    /** How many come on a day. */
    static int trucks(Flow flow, int day, Dice flowDay) {
        double variation = Math.max(-3, Math.min(3, flowDay.normal())) * flow.dailyVariation();
        return (int) Math.round(flow.perDay().on(day) * (1 + variation));
    }

    private static boolean isPartOf(Scenario scenario, TruckJourney journey) {
        return journey.timeline().endsAt() > scenario.startsAt().toEpochMilli()
                && journey.firstKnownAt() < scenario.endsAt().toEpochMilli();
    }
}
