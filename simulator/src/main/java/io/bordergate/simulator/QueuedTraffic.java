package io.bordergate.simulator;

import io.bordergate.simulator.Papers.Amendment;
import io.bordergate.simulator.scenario.Flow;
import io.bordergate.simulator.scenario.Scenario;
import io.bordergate.simulator.scenario.Service;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * The trips of all trucks that queue for a service: those that wait when the scenario begins, and those that come. Where
 * a truck is at a time depends on those before it in its queue, and on nothing that comes later. Not thread-safe.
 */
final class QueuedTraffic {

    private static final double HOUR = 3_600_000;
    /** The youngest of those that wait at the start came so many hours before it. */
    private static final double SETTLED_HOURS = 0.5;
    /** Who has not gone so long after the end is let go. */
    private static final Duration AFTERMATH = Duration.ofDays(TrafficPlan.DAYS_AFTER + 1);

    private final Scenario scenario;
    private final Ground ground;
    private final IntSupplier numbers;
    private final StoryDraw stories;
    private final DeclarationDraw declarations;
    private final Dice dice;
    private final List<ComingTruck> comers = new ArrayList<>();

    /** The numbers make plates and declarations unique. */
    QueuedTraffic(Scenario scenario, Ground ground, IntSupplier numbers) {
        this.scenario = scenario;
        this.ground = ground;
        this.numbers = numbers;
        this.stories = new StoryDraw(scenario);
        this.declarations = new DeclarationDraw(scenario.start().getOffset());
        this.dice = Dice.of(scenario.seed());
    }

    /** With what operators ask of those that come. */
    List<TruckJourney> journeys(List<Guidance> guidance) {
        scenario.operation().services().forEach(this::addStock);
        List<Flow> flows = scenario.flows().stream()
                .filter(flow -> scenario.operation().findService(flow).isPresent())
                .toList();
        LocalDate first = scenario.start().toLocalDate();
        for (int day = 0; day < scenario.days() + TrafficPlan.DAYS_AFTER; day++) {
            for (Flow flow : flows) {
                Dice flowDay = dice.pick(flow.id()).pick(day);
                int trucks = TrafficPlan.trucks(flow, day, flowDay);
                for (int i = 0; i < trucks; i++) {
                    addComer(flow, first.plusDays(day), flowDay.pick(i));
                }
            }
        }
        return play(guidance);
    }

    private void addStock(Service service) {
        List<Flow> flows = scenario.flows().stream().filter(service::serves).toList();
        int all = flows.stream().mapToInt(flow -> flow.perDay().on(0)).sum();
        for (int i = 0; i < service.stock().trucks(); i++) {
            Dice own = dice.pick("stock").pick(service.id()).pick(i);
            double ago = own.pick("ago").between(SETTLED_HOURS, service.stock().hours());
            long joined = scenario.startsAt().toEpochMilli() - (long) (ago * HOUR);
            addComer(any(flows, own.pick("flow").below(all)), joined, true, own);
        }
    }

    private static Flow any(List<Flow> flows, int draw) {
        int left = draw;
        for (Flow flow : flows) {
            left -= flow.perDay().on(0);
            if (left < 0) {
                return flow;
            }
        }
        return flows.get(0);
    }

    private void addComer(Flow flow, LocalDate day, Dice own) {
        long joined = day.atTime(flow.arrivals().at(own.pick("arrival").unit()))
                .toInstant(scenario.start().getOffset())
                .toEpochMilli();
        if (joined >= scenario.startsAt().toEpochMilli()) {
            addComer(flow, joined, false, own);
        }
    }

    private void addComer(Flow flow, long joined, boolean isThere, Dice own) {
        int number = numbers.getAsInt();
        boolean chinese = own.pick("country").chance(flow.chineseShare());
        Truck truck = Plates.truck(number, chinese, own.pick("plate"));
        Story story = stories.of(flow, chinese, own.pick("story"));
        QueuedRoute route = new QueuedRoute(flow, ground::bay, own.pick("route"));
        Story told = isThere && story == Story.NO_SHOW ? Story.ORDINARY : story;
        comers.add(new ComingTruck(comers.size(), told, truck, flow, route, joined, isThere, number, own));
    }

    /** In the order of the trucks; those who do not come find no queue. */
    private List<TruckJourney> play(List<Guidance> guidance) {
        long until = scenario.endsAt().plus(AFTERMATH).toEpochMilli();
        Agenda agenda = new Agenda();
        ServiceQueues queues = new ServiceQueues(agenda, scenario.operation().services(), comers.size(), until);
        long from = comers.stream().mapToLong(ComingTruck::joined).min().orElse(until);
        scenario.operation().services().forEach(service -> open(service, queues, from, until));
        Departures departures = new Departures(scenario, ground, agenda, queues, comers.size());
        departures.follow(guidance);
        comers.stream().filter(ComingTruck::comes).forEach(departures::add);
        agenda.playUntil(until);
        List<Departure> departed = departures.finish();
        List<Turn> turns = queues.finish();
        return comers.stream()
                .map(comer -> comer.comes()
                        ? journey(comer, departed.get(comer.place()), turns.get(comer.place()))
                        : absent(comer))
                .toList();
    }

    private void open(Service service, ServiceQueues queues, long from, long until) {
        ServiceHours hours = new ServiceHours(scenario, service);
        queues.hours(service, hours, from);
        long start = scenario.startsAt().toEpochMilli();
        LocalDate last = scenario.endsAt()
                .plus(AFTERMATH)
                .atOffset(scenario.start().getOffset())
                .toLocalDate();
        for (LocalDate day = scenario.start().toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            List<Long> slots =
                    hours.slots(day, dice.pick("slots").pick(service.id()).pick(day.toEpochDay()));
            queues.slots(
                    service,
                    slots.stream().filter(slot -> slot >= start && slot < until).toList());
        }
    }

    private TruckJourney journey(ComingTruck comer, Departure departure, Turn turn) {
        Way way = departure.way(turn);
        GateTimes times = ground.gateTimes(departure.flow(), way.timeline());
        Optional<Amendment> amendment = departure.diversion().map(diversion -> amendment(comer, departure, diversion));
        return new TruckJourney(
                comer.story(),
                comer.truck(),
                departure.flow(),
                way,
                List.of(times),
                papers(comer, expected(comer)).with(amendment),
                comer.dice());
    }

    /** The trip of one that does not come is that which was planned. */
    private TruckJourney absent(ComingTruck comer) {
        Way way = undisturbed(comer.route(), comer.joined());
        GateTimes expected = expected(comer);
        return new TruckJourney(
                comer.story(),
                comer.truck(),
                comer.flow(),
                way,
                List.of(expected),
                papers(comer, expected),
                comer.dice());
    }

    private Papers papers(ComingTruck comer, GateTimes expected) {
        Declaration first = declaration(comer, expected, comer.number(), comer.firstPapers());
        return comer.story() == Story.TWO_DECLARATIONS
                ? Papers.of(first, declaration(comer, expected, numbers.getAsInt(), comer.secondPapers()))
                : Papers.of(first);
    }

    private Declaration declaration(ComingTruck comer, GateTimes expected, int number, Dice draw) {
        return declarations.of(comer.flow(), expected.arrived(), number, List.of(comer.truck()), draw);
    }

    private Amendment amendment(ComingTruck comer, Departure departure, Diversion diversion) {
        long joins = diversion.begins() + departure.route().approach();
        GateTimes expected = ground.gateTimes(
                departure.flow(), undisturbed(departure.route(), joins).timeline());
        Dice draw = comer.dice().pick("amended");
        long planned = DeclarationDraw.plannedAnew(departure.flow(), diversion.at(), expected.arrived(), draw);
        return new Amendment(diversion.from(), diversion.at(), planned);
    }

    /** By when it would arrive if there were no queue, which is all that could be known then. */
    private GateTimes expected(ComingTruck comer) {
        return ground.gateTimes(
                comer.flow(), undisturbed(comer.route(), comer.joined()).timeline());
    }

    private static Way undisturbed(QueuedRoute route, long joined) {
        return route.way(joined, route.undisturbed(joined), Optional.empty());
    }
}
