package io.bordergate.oracle;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes a truck's name as clerks do: with dots, spaces, in full width, without its province, in the wrong
 * field, or a container's number instead.
 */
final class RandomPlates {

    private static final String TRAILER = "12R-00123";
    private static final List<String> CONTAINERS = List.of("CSQU3054383", "tghu 759933-0", "CSQU3054384");

    private final Random random;
    private final boolean mayLackProvince;

    RandomPlates(Random random, boolean mayLackProvince) {
        this.random = random;
        this.mayLackProvince = mayLackProvince;
    }

    ObjectNode write(String truckId) {
        String country = truckId.substring(0, 2);
        String plate = written(truckId.substring(3));
        ObjectNode truck = JsonNodeFactory.instance.objectNode();
        truck.put("country", random.nextInt(5) == 0 ? country.toLowerCase(Locale.ROOT) : country);
        if (country.equals("VN") && random.nextInt(15) == 0) {
            return truck.put("plate", TRAILER).put("trailer", plate);
        }
        if (random.nextInt(40) == 0) {
            return truck.put("plate", plate.replace('A', '\u0410').replace('C', '\u0421'));
        }
        if (random.nextInt(60) == 0) {
            return truck.put("plate", container());
        }
        truck.put("plate", plate);
        if (random.nextBoolean()) {
            truck.put("trailer", random.nextInt(20) == 0 ? container() : random.nextBoolean() ? TRAILER : null);
        }
        return truck;
    }

    /** The last of them has a wrong check digit, so it is none. */
    private String container() {
        return CONTAINERS.get(random.nextInt(CONTAINERS.size()));
    }

    private String written(String plate) {
        return switch (random.nextInt(8)) {
            case 0 -> plate.toLowerCase(Locale.ROOT);
            case 1 -> " " + plate.substring(0, 3) + "-" + plate.substring(3) + " ";
            case 2 -> plate.substring(0, 6) + "." + plate.substring(6);
            case 3 -> plate.substring(0, 2) + "\u00B7" + plate.substring(2);
            case 4 -> fullWidth(plate);
            case 5 ->
                plate.startsWith("\u6842") && (mayLackProvince || random.nextInt(6) == 0) ? plate.substring(1) : plate;
            default -> plate;
        };
    }

    private static String fullWidth(String plate) {
        StringBuilder wide = new StringBuilder();
        plate.chars().forEach(c -> wide.append((char) (c < 0x7F ? c - '!' + 0xFF01 : c)));
        return wide.toString();
    }
}
