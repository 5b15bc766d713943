package io.bordergate.oracle;

import java.util.regex.Pattern;

/** Tells a container's number by ISO 6346 from any other text, by its check digit. Stateless. */
final class ContainerNumber {

    private static final Pattern FORM = Pattern.compile("[A-Z]{3}[UJZ][0-9]{7}");
    /** The letters at their values; where there is none, at the multiples of 11, no letter stands. */
    private static final String VALUES = "0123456789A?BCDEFGHIJK?LMNOPQRSTU?VWXYZ";

    private ContainerNumber() {}

    /** The text is a normalised plate. */
    static boolean isOne(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += VALUES.indexOf(text.charAt(i)) << i;
        }
        return sum % 11 % 10 == text.charAt(10) - '0';
    }
}
