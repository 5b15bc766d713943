package io.bordergate.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Draws inputs with both flows: trucks that wander between two gates, and papers that belong to them or not, with
 * repeats, contradictions and garbage. Every line tells its recordTime, and all lie within 20 days. The same seed gives
 * the same input. Not thread-safe.
 */
public final class RandomTrips {

    static final Instant START = Instant.parse("2024-05-03T00:00:00Z");
    private static final Instant NOW = Instant.parse("2024-12-01T00:00:00Z");
    private static final List<String> COLUMNS =
            List.of("truck_id", "event_time", "received_time", "lat", "lon", "accuracy_m", "speed_kmh");

    private final Random random;
    private final RandomTripSite site;
    private final int minutes;
    private final List<String> fleet = new ArrayList<>();
    private final List<Draft> fixes = new ArrayList<>();
    private final List<Outing> outings = new ArrayList<>();

    private RandomTrips(long seed, int minutes) {
        this.minutes = minutes;
        this.random = new Random(seed);
        this.site = new RandomTripSite(random);
    }

    public static TripCase generate(long seed, int trucks) {
        return generate(seed, trucks, 2880);
    }

    /** The trucks set out within so many minutes: the fewer, the fuller the yards. */
    static TripCase generate(long seed, int trucks, int minutes) {
        RandomTrips trips = new RandomTrips(seed, minutes);
        for (int i = 0; i < trucks; i++) {
            trips.drive(truck(i));
        }
        return trips.finish();
    }

    private static String truck(int i) {
        return switch (i % 3) {
            case 0 -> "VN:12C" + (10_000 + i);
            case 1 -> "CN:\u6842A" + (10_000 + i);
            default -> "VN:29H" + (10_000 + i);
        };
    }

    private void drive(String truck) {
        fleet.add(truck);
        Instant start = START.plus(Duration.ofMinutes(random.nextInt(minutes)));
        Duration window = Site.DEFAULT_WINDOW;
        RandomDrive drive = new RandomDrive(random, site, truck, start, window);
        drive.go();
        outings.addAll(drive.outings());
        if (random.nextInt(12) > 0) {
            fixes.addAll(drive.fixes()); // else it has no tracker
        }
    }

    private TripCase finish() {
        RandomPapers papers = new RandomPapers(
                random, new RandomPlates(random, site.plateProvince().isPresent()), fleet);
        for (int i = 0; i < outings.size(); i++) {
            declare(i, papers);
        }
        List<ObjectNode> received = new RandomReceipt(random).receive(papers.papers());
        if (random.nextBoolean()) {
            stopAt(START.plus(Duration.ofHours(12 + random.nextInt(100))), received);
        }
        addLast(received);
        fixes.sort(Comparator.comparing(Draft::recordTime));
        List<String> positions = new ArrayList<>(List.of(String.join(",", COLUMNS)));
        fixes.forEach(fix -> positions.add(fix.toCsv(COLUMNS)));
        List<String> milestones = new ArrayList<>();
        received.forEach(paper -> milestones.add(paper.toString()));
        return new TripCase(site.toJson(), positions, milestones, NOW);
    }

    private void declare(int number, RandomPapers papers) {
        Outing outing = outings.get(number);
        List<Outing> next = outings.subList(number + 1, Math.min(number + 2, outings.size()));
        boolean moves =
                next.stream().anyMatch(other -> other.truck().equals(outing.truck()) && other.gate() != outing.gate());
        while (random.nextInt(6) > 0) {
            if (moves && random.nextInt(4) > 0) {
                papers.declareMove(outing, next.get(0));
            } else {
                papers.declare(outing);
            }
            if (random.nextInt(3) > 0) {
                break;
            }
        }
    }

    /** As if the recording had been stopped while trucks are on their way. */
    private void stopAt(Instant end, List<ObjectNode> received) {
        fixes.removeIf(fix -> fix.recordTime().isAfter(end));
        received.removeIf(
                paper -> Instant.parse(paper.path("recordTime").asText()).isAfter(end));
    }

    /** The line that alone sets the clock. */
    private void addLast(List<ObjectNode> received) {
        Instant last = START;
        for (Draft fix : fixes) {
            last = Lateness.later(last, fix.recordTime());
        }
        for (ObjectNode paper : received) {
            last = Lateness.later(last, Instant.parse(paper.path("recordTime").asText()));
        }
        List<Integer> hours = List.of(0, 1, 5, 8, 50, 75);
        Instant end = last.plus(Duration.ofHours(hours.get(random.nextInt(hours.size()))))
                .plusMillis(1);
        fixes.add(Draft.of("LAST", end, end, new Point(105, 20)));
    }
}
