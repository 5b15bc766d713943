package io.bordergate.simulator;

import io.bordergate.simulator.scenario.Flow;
import io.bordergate.simulator.scenario.Scenario;
import io.bordergate.simulator.scenario.Service;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
    private final List<Comer> comers = new ArrayList<>();

    /** The numbers make plates and declarations unique. */
    QueuedTraffic(Scenario scenario, Ground ground, IntSupplier numbers) {
        this.scenario = scenario;
        this.ground = ground;
        this.numbers = numbers;
        this.stories = new StoryDraw(scenario);
        this.declarations = new DeclarationDraw(scenario.start().getOffset());
        this.dice = Dice.of(scenario.seed());
    }

    List<TruckJourney> journeys() {
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
        List<Turn> turns = turns();
        List<TruckJourney> journeys = new ArrayList<>();
        for (int i = 0; i < comers.size(); i++) {
            journeys.add(journey(comers.get(i), turns.get(i)));
        }
        return journeys;
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
        comers.add(new Comer(
                isThere && story == Story.NO_SHOW ? Story.ORDINARY : story, truck, flow, route, joined, number, own));
    }

    /** By the places in the list; those who do not come find no queue. */
    private List<Turn> turns() {
        long until = scenario.endsAt().plus(AFTERMATH).toEpochMilli();
        ServiceQueues queues = new ServiceQueues(scenario.operation().services(), comers.size(), until);
        long from = comers.stream().mapToLong(Comer::joined).min().orElse(until);
        scenario.operation().services().forEach(service -> open(service, queues, from, until));
        for (int i = 0; i < comers.size(); i++) {
            Comer comer = comers.get(i);
            Service service = scenario.operation().findService(comer.flow()).orElseThrow();
            if (comer.story() != Story.NO_SHOW) {
                queues.join(QueuedTruck.of(
                        i, service, comer.route(), scenario.site().parkingZones(), comer.joined()));
            }
        }
        return queues.play();
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

    private TruckJourney journey(Comer comer, Turn turn) {
        Way planned = comer.route().way(comer.joined(), comer.route().undisturbed(comer.joined()));
        GateTimes expected = ground.gateTimes(comer.flow(), planned.timeline());
        boolean comes = comer.story() != Story.NO_SHOW;
        Way way = comes ? comer.route().way(comer.joined(), turn) : planned;
        GateTimes times = comes ? ground.gateTimes(comer.flow(), way.timeline()) : expected;
        List<Declaration> papers = new ArrayList<>(List.of(
                declaration(comer, expected, comer.number(), comer.dice().pick("declaration"))));
        if (comer.story() == Story.TWO_DECLARATIONS) {
            papers.add(declaration(
                    comer, expected, numbers.getAsInt(), comer.dice().pick("second")));
        }
        return new TruckJourney(
                comer.story(),
                comer.truck(),
                comer.flow(),
                way,
                List.of(times),
                Papers.of(papers.toArray(Declaration[]::new)),
                comer.dice());
    }

    /** By when it would arrive if there were no queue, which is all that could be known then. */
    private Declaration declaration(Comer comer, GateTimes expected, int number, Dice draw) {
        return declarations.of(comer.flow(), expected.arrived(), number, List.of(comer.truck()), draw);
    }

    /** A truck that comes to the queue of its service, or would have. */
    private record Comer(Story story, Truck truck, Flow flow, QueuedRoute route, long joined, int number, Dice dice) {}
}
