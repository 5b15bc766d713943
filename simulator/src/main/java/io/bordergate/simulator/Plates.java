package io.bordergate.simulator;

import java.util.Locale;

/** Gives out plates that are valid in form, one per truck number, never the same one twice below 100,000 trucks. */
final class Plates {

    private static final int NUMBERS = 100_000;
    private static final long STRIDE = 38_197; // has no common factor with NUMBERS, so it visits every number once
    private static final long OFFSET = 12_345;
    private static final String[] VIETNAM_PROVINCES = {"12", "12", "29", "98", "15", "63", "60", "51", "34", "89"};
    private static final String[] VIETNAM_LETTERS = {"C", "C", "C", "H"};
    private static final String[] CHINA_PROVINCES = {"桂", "桂", "桂", "桂", "粤", "湘", "云", "鲁"};
    private static final String[] CHINA_LETTERS = {"A", "F", "F", "L", "P"};

    private Plates() {}

    static Truck truck(int number, boolean chinese, Dice dice) {
        String digits = digits(number);
        return chinese ? chinese(digits, dice) : vietnamese(digits, dice);
    }

    private static Truck vietnamese(String digits, Dice dice) {
        String series = any(VIETNAM_PROVINCES, dice.pick(1)) + any(VIETNAM_LETTERS, dice.pick(2));
        String plate = series + "-" + digits.substring(0, 3) + "." + digits.substring(3);
        String compact = series + digits;
        String[] writings = {plate, plate, series + "-" + digits, series + " " + digits, compact};
        return new Truck("VN:" + compact, "VN", plate, any(writings, dice.pick(3)));
    }

    private static Truck chinese(String digits, Dice dice) {
        String plate = any(CHINA_PROVINCES, dice.pick(1)) + any(CHINA_LETTERS, dice.pick(2)) + digits;
        return new Truck("CN:" + plate, "CN", plate, plate);
    }

    /** The same truck, its plate as another clerk would write it. */
    static Truck writtenOtherwise(Truck truck, Dice dice) {
        String compact = truck.truckId().substring(truck.country().length() + 1);
        int series = truck.isChinese() ? 2 : 3;
        String head = compact.substring(0, series);
        String tail = compact.substring(series);
        String[] writings = {
            compact,
            compact.toLowerCase(Locale.ROOT),
            head + " " + tail,
            head + "-" + tail,
            head + "·" + tail,
            head.toLowerCase(Locale.ROOT) + "-" + tail.substring(0, 3) + "." + tail.substring(3),
            head + "/" + tail,
            " " + fullWidth(head) + tail + " "
        };
        return new Truck(truck.truckId(), truck.country(), any(writings, dice), truck.plateText());
    }

    /** As East Asian keyboards write Latin letters and digits. */
    private static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.appendCodePoint(c > ' ' && c <= '~' ? c - '!' + '\uFF01' : c));
        return wide.toString();
    }

    private static String digits(int number) {
        String digits = Long.toString((number * STRIDE + OFFSET) % NUMBERS);
        return "0".repeat(5 - digits.length()) + digits;
    }

    private static String any(String[] choices, Dice dice) {
        return choices[dice.below(choices.length)];
    }
}
