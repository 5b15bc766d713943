package io.bordergate.domain.declaration;

import java.util.regex.Pattern;

/** Numbers of freight containers as ISO 6346 has them: owner, category, serial number, check digit. */
final class ContainerNumber {
    private static final Pattern FORM = Pattern.compile("[A-Z]{3}[UJZ][0-9]{7}");
    /** What each letter stands for, from A on: 10 and up, without the multiples of 11. */
    private static final int[] LETTERS = {
        10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 34, 35, 36, 37, 38
    };

    private ContainerNumber() {}

    /** Whether a normalised text is one, its check digit included. */
    static boolean is(String text) {
        return FORM.matcher(text).matches() && checkDigit(text) == text.charAt(10) - '0';
    }

    private static int checkDigit(String text) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            char c = text.charAt(i);
            int value = c >= 'A' ? LETTERS[c - 'A'] : c - '0';
            sum += value << i;
        }
        return sum % 11 % 10;
    }
}
