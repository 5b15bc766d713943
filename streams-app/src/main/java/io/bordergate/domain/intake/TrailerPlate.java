package io.bordergate.domain.intake;

import java.util.regex.Pattern;

/** Tells the plate of a trailer from that of a tractor, where its country makes a difference. Stateless. */
public final class TrailerPlate {
    /** Two digits, series R, an optional digit, 4 or 5 digits. */
    private static final Pattern VIETNAMESE = Pattern.compile("[0-9]{2}R[0-9]?[0-9]{4,5}");

    private static final String CHINESE_END = "挂";

    private TrailerPlate() {}

    /**
     * Whether a plate is a trailer's; of countries other than Vietnam and China it is never known.
     *
     * @param country ISO 3166 code, upper case
     * @param plate normalised, without its country
     */
    public static boolean is(String country, String plate) {
        return switch (country) {
            case "VN" -> VIETNAMESE.matcher(plate).matches();
            case "CN" -> plate.endsWith(CHINESE_END);
            default -> false;
        };
    }
}
