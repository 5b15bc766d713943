package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Flow;
import io.bordergate.simulator.scenario.Scenario;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** Makes one trip, of one truck or of several that have to do with each other, from a scenario, a flow and a day. Immutable. */
final class JourneyBuilder {

    private static final long MINUTE = 60_000;
    private static final double HOUR = 3_600_000;
    private static final int RECEIVERS = 2;

    private final Scenario scenario;
    private final IntSupplier numbers;
    private final StoryDraw stories;
    private final DeclarationDraw declarations;
    private final Ground ground;

    /** The numbers make plates and declarations unique. */
    JourneyBuilder(Scenario scenario, Ground ground, IntSupplier numbers) {
        this.scenario = scenario;
        this.numbers = numbers;
        this.stories = new StoryDraw(scenario);
        this.declarations = new DeclarationDraw(scenario.start().getOffset());
        this.ground = ground;
    }

    /** The trip that crosses on a day, or would have if it had gone as declared. */
    List<TruckJourney> journeys(Flow flow, LocalDate crossingDay, Dice dice) {
        int number = numbers.getAsInt();
        boolean chinese = dice.pick("country").chance(flow.chineseShare());
        Truck truck = Plates.truck(number, chinese, dice.pick("plate"));
        Story story = stories.of(flow, chinese, dice.pick("story"));
        Instant crossing = crossingDay
                .atTime(scenario.opening().crossingAt(dice.pick("crossing").unit()))
                .toInstant(scenario.start().getOffset());
        Way planned = clock(flow, dice).crossingAt(crossing, ground.border(flow.gate()));
        Draft draft = new Draft(story, truck, flow, planned, number, dice);
        return switch (story) {
            case TURNED_BACK -> List.of(single(draft.going(rerouted(draft, RoutePlan.turnedBack(flow)))));
            case MOVED -> List.of(moved(draft));
            case TWO_DECLARATIONS -> List.of(withTwoDeclarations(draft));
            case SHARED_DECLARATION -> together(draft, crossing);
            case TRANSSHIPPED -> transshipped(draft);
            default -> List.of(single(draft));
        };
    }

    private TruckJourney single(Draft draft) {
        GateTimes times = ground.gateTimes(draft.flow(), draft.way().timeline());
        return draft.journey(List.of(times), Papers.of(declaration(draft, times)));
    }

    private TruckJourney moved(Draft draft) {
        Flow other = stories.otherGate(draft.flow()).orElseThrow();
        RoutePlan plan = RoutePlan.moved(draft.flow(), other).orElseThrow();
        Draft moving = draft.going(rerouted(draft, plan));
        GateTimes first = ground.gateTimes(draft.flow(), moving.way().timeline());
        GateTimes second = ground.gateTimes(other, moving.way().timeline());
        return moving.journey(List.of(first, second), Papers.of(declaration(draft, first)));
    }

    private TruckJourney withTwoDeclarations(Draft draft) {
        GateTimes times = ground.gateTimes(draft.flow(), draft.way().timeline());
        Declaration second = declarations.of(
                draft.flow(),
                times.arrived(),
                numbers.getAsInt(),
                List.of(draft.truck()),
                draft.dice().pick("second"));
        return draft.journey(List.of(times), Papers.of(declaration(draft, times), second));
    }

    /** A second truck a few minutes before or behind, on one declaration with the first. */
    private List<TruckJourney> together(Draft draft, Instant crossing) {
        Dice dice = draft.dice().pick("companion");
        Truck truck = Plates.truck(numbers.getAsInt(), draft.truck().isChinese(), dice.pick("plate"));
        Instant behind = crossing.plusMillis((long) (dice.between(2, 8) * MINUTE));
        boolean open = scenario.opening()
                .crossing()
                .include(behind.atOffset(scenario.start().getOffset()).toLocalTime());
        Instant other = open ? behind : crossing.minusSeconds(180);
        Way way = clock(draft.flow(), draft.dice())
                .crossingAt(other, ground.border(draft.flow().gate()));
        GateTimes times = ground.gateTimes(draft.flow(), draft.way().timeline());
        Declaration declaration = declarations.of(
                draft.flow(),
                times.arrived(),
                draft.number(),
                List.of(draft.truck(), truck),
                draft.dice().pick("declaration"));
        Draft companion = new Draft(draft.story(), truck, draft.flow(), way, draft.number(), dice);
        return List.of(
                draft.journey(List.of(times), Papers.of(declaration)),
                companion.journey(List.of(ground.gateTimes(draft.flow(), way.timeline())), Papers.of(declaration)));
    }

    private List<TruckJourney> transshipped(Draft draft) {
        Draft giver = draft.going(rerouted(draft, RoutePlan.thereAndBack(draft.flow())));
        GateTimes times = ground.gateTimes(draft.flow(), giver.way().timeline());
        Dice dice = draft.dice().pick("transfer");
        long dwell = times.yardLeft() - times.yardEntered();
        long transferAt = times.yardEntered() + (long) (dwell * dice.between(0.4, 0.7));
        List<Draft> receivers = new ArrayList<>();
        List<Truck> trucks = new ArrayList<>(List.of(draft.truck()));
        for (int i = 0; i < RECEIVERS; i++) {
            Dice draw = dice.pick(i);
            long arrives = times.yardEntered() + (long) (dwell * draw.pick("in").between(0, 0.3));
            long leaves = transferAt + (long) (draw.pick("out").between(0.5, 3) * HOUR);
            RoutePlan plan = RoutePlan.receiver(draft.flow(), (leaves - arrives) / HOUR);
            Way way = new RouteClock(plan.steps(), ground::bay, scenario, draw.pick("route"))
                    .stoppingAt(arrives, plan.leavings());
            Truck truck = Plates.truck(numbers.getAsInt(), false, draw.pick("plate"));
            trucks.add(truck);
            receivers.add(new Draft(Story.RECEIVER, truck, draft.flow(), way, draft.number(), draw));
        }
        Papers papers = Papers.of(declaration(draft, times)).with(new Papers.Transfer(transferAt, trucks));
        List<TruckJourney> journeys = new ArrayList<>(List.of(giver.journey(List.of(times), papers)));
        receivers.forEach(receiver -> journeys.add(receiver.journey(
                List.of(ground.gateTimes(draft.flow(), receiver.way().timeline())), papers)));
        return journeys;
    }

    /** Begins as planned, and goes elsewhere. */
    private Way rerouted(Draft draft, RoutePlan plan) {
        return new RouteClock(plan.steps(), ground::bay, scenario, draft.dice().pick("route"))
                .startingAt(draft.way().timeline().startsAt(), plan.leavings());
    }

    private RouteClock clock(Flow flow, Dice dice) {
        return new RouteClock(flow.route(), ground::bay, scenario, dice.pick("route"));
    }

    private Declaration declaration(Draft draft, GateTimes times) {
        return declarations.of(
                draft.flow(),
                times.arrived(),
                draft.number(),
                List.of(draft.truck()),
                draft.dice().pick("declaration"));
    }

    /** A trip in the making. */
    private record Draft(Story story, Truck truck, Flow flow, Way way, int number, Dice dice) {

        Draft going(Way otherWay) {
            return new Draft(story, truck, flow, otherWay, number, dice);
        }

        TruckJourney journey(List<GateTimes> gates, Papers papers) {
            return new TruckJourney(story, truck, flow, way, gates, papers, dice);
        }
    }
}
