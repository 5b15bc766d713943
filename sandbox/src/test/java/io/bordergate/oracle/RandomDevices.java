package io.bordergate.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Spreads the lines of a made-up input over devices: several on one truck, one on several, some that only bindings know,
 * known too late or never; and says of some lines what kind of vehicle they are of. The same seed gives the same. Not
 * thread-safe.
 */
public final class RandomDevices {

    private static final Instant EVENING_BEFORE = Instant.parse("2024-05-02T20:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2024-05-01T06:00:00Z");
    private static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");
    private static final List<String> VEHICLES = List.of("", "", "TRUCK", "truck ", "bus", "UNKNOWN");

    private final Random random;
    private final List<String> columns;
    /** Of every truck whether its devices name it. */
    private final Map<String, Boolean> named = new LinkedHashMap<>();

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> bindings =
            new ArrayList<>(List.of("device_id,truck_id,valid_from,valid_to,registered_at"));

    private RandomDevices(List<String> columns, Random random) {
        this.columns = columns;
        this.random = random;
    }

    /** Lines that are garbage stay as they are. */
    public static DeviceJourneys spread(Journeys journeys, long seed) {
        List<String> lines = journeys.positions();
        List<String> columns =
                CsvLine.split(TextLines.withoutMark(lines.get(0))).orElseThrow();
        RandomDevices devices = new RandomDevices(columns, new Random(seed));
        List<String> spread = new ArrayList<>(List.of(lines.get(0) + ",device_id,vehicle"));
        spread.addAll(devices.early(lines));
        lines.stream().skip(1).map(devices::withDevice).forEach(spread::add);
        devices.bindAll();
        return new DeviceJourneys(journeys.withPositions(spread), devices.bindings);
    }

    /** Of devices that are bound just in time, just too late, or not at all, and that a day has passed for. */
    private List<String> early(List<String> lines) {
        Optional<List<String>> good = lines.stream()
                .skip(1)
                .flatMap(line -> CsvLine.split(line).stream())
                .filter(fields -> fields.size() == columns.size())
                .findFirst();
        List<String> early = new ArrayList<>();
        for (String registered : List.of("PT1H", "PT24H", "PT24H0.001S", "")) {
            good.ifPresent(fields -> {
                List<String> changed = new ArrayList<>(fields);
                set("truck_id", "", changed);
                set("event_time", LONG_AGO.toString(), changed);
                set("received_time", LONG_AGO.toString(), changed);
                changed.addAll(List.of("early" + registered, ""));
                early.add(CsvLine.join(changed));
            });
            if (!registered.isEmpty()) {
                String known = LONG_AGO.plus(Duration.parse(registered)).toString();
                bindings.add(CsvLine.join(List.of("early" + registered, "VN:12C00001", EVER.toString(), "", known)));
            }
        }
        return early;
    }

    private String withDevice(String line) {
        Optional<List<String>> split = CsvLine.split(line).filter(fields -> fields.size() == columns.size());
        if (split.isEmpty()) {
            return line;
        }
        List<String> fields = new ArrayList<>(split.get());
        String truck = fields.get(columns.indexOf("truck_id"));
        if (truck.isBlank()) {
            fields.add(random.nextBoolean() ? "" : " nobody");
        } else {
            fields.add(device(truck, fields));
        }
        fields.add(random.nextInt(15) == 0 ? pick(List.of("TRAILER", "OTHER", " other")) : pick(VEHICLES));
        return CsvLine.join(fields);
    }

    private String device(String truck, List<String> fields) {
        boolean isNamed = named.computeIfAbsent(truck, id -> random.nextInt(3) > 0);
        int draw = random.nextInt(20);
        if (draw == 0) {
            return "";
        }
        if (draw == 1) {
            return "shared";
        }
        if (draw == 2) {
            set("truck_id", random.nextBoolean() ? "" : truck, fields);
            return "nobody";
        }
        if (!isNamed && random.nextInt(5) > 0) {
            set("truck_id", "", fields);
        }
        return own(truck, draw < 12 ? 0 : 1);
    }

    private String own(String truck, int which) {
        return "D" + numbers.computeIfAbsent(truck, id -> numbers.size()) + "-" + which;
    }

    /** Each to its truck, and some on the last morning to another. */
    private void bindAll() {
        List<String> trucks = new ArrayList<>(named.keySet());
        for (String truck : trucks) {
            for (int which = 0; which < 2; which++) {
                String moved =
                        EVENING_BEFORE.plusSeconds(random.nextInt(16 * 3_600)).toString();
                String device = own(truck, which);
                if (random.nextInt(5) > 0) {
                    bindings.add(CsvLine.join(List.of(device, truck, EVER.toString(), moved, registered())));
                }
                if (random.nextInt(5) > 0) {
                    bindings.add(CsvLine.join(List.of(device, pick(trucks), moved, "", registered())));
                }
            }
        }
    }

    /** Mostly before it was needed; else in the middle of it, or after all of it. */
    private String registered() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> EVENING_BEFORE.plusSeconds(random.nextInt(16 * 3_600)).toString();
            case 2 -> "2024-05-03T12:00:00.001+00:00";
            default -> "";
        };
    }

    private void set(String column, String text, List<String> fields) {
        if (columns.contains(column)) {
            fields.set(columns.indexOf(column), text);
        }
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
