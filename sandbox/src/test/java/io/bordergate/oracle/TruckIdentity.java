package io.bordergate.oracle;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Section 7: who a truck is that a milestone names, and the flags its plate earns. Dots are the full stop and U+3002,
 * middle dots and bullets U+00B7, U+2022 and U+30FB, slashes U+002F. Immutable.
 */
record TruckIdentity(String truckId, Set<String> flags) {

    private static final Pattern LEFT_OUT =
            Pattern.compile("[\\p{Z}\\s\\p{Cc}\\p{Cf}\\p{Pd}.\u00B7\u2022\u30FB\u3002/]");
    private static final Pattern VN = Pattern.compile("[0-9]{2}[A-Z&&[^IJOQW]]{1,2}[0-9]?[0-9]{4,5}");
    private static final Pattern VN_TRAILER = Pattern.compile("[0-9]{2}R[0-9]?[0-9]{4,5}");
    private static final Pattern CN_WITHOUT_PROVINCE = Pattern.compile("[A-Z][A-Z0-9]{5,6}");
    private static final Pattern CN_COMPLETE = Pattern.compile("\\p{IsHan}[A-Z][A-Z0-9]{5,6}");
    private static final Pattern LOOKS_LATIN = Pattern.compile("[\\p{IsCyrillic}\\p{IsGreek}]");

    static TruckIdentity of(NamedTruck truck, Optional<String> plateProvince) {
        String country = truck.country().strip().toUpperCase(Locale.ROOT);
        String plate = normalised(truck.plate());
        String trailer = normalised(truck.trailer());
        Set<String> flags = new TreeSet<>();
        if (isTrailer(country, plate)) {
            flags.add("WRONG_FIELD");
            if (isTractor(country, trailer)) {
                plate = trailer;
            }
        }
        if (ContainerNumber.isOne(plate) || ContainerNumber.isOne(trailer)) {
            flags.add("WRONG_FIELD");
        }
        if (country.equals("CN") && CN_WITHOUT_PROVINCE.matcher(plate).matches()) {
            if (plateProvince.isPresent()) {
                plate = plateProvince.get() + plate;
            } else {
                flags.add("INCOMPLETE_PLATE");
            }
        }
        if (isSuspect(country, plate) && !flags.contains("INCOMPLETE_PLATE")) {
            flags.add("SUSPECT_PLATE");
        }
        return new TruckIdentity(country + ":" + plate, flags);
    }

    static String normalised(String plate) {
        String upper = Normalizer.normalize(plate, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return LEFT_OUT.matcher(upper).replaceAll("");
    }

    private static boolean isTrailer(String country, String plate) {
        return switch (country) {
            case "VN" -> VN_TRAILER.matcher(plate).matches();
            case "CN" -> plate.endsWith("\u6302");
            default -> false;
        };
    }

    private static boolean isTractor(String country, String plate) {
        return switch (country) {
            case "VN" -> VN.matcher(plate).matches() && !isTrailer(country, plate);
            case "CN" ->
                CN_COMPLETE.matcher(plate).matches()
                        || CN_WITHOUT_PROVINCE.matcher(plate).matches();
            default -> false;
        };
    }

    private static boolean isSuspect(String country, String plate) {
        return LOOKS_LATIN.matcher(plate).find()
                || (country.equals("VN") && !VN.matcher(plate).matches())
                || (country.equals("CN") && !CN_COMPLETE.matcher(plate).matches());
    }
}
