package io.bordergate.dashboard.trip;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A plate or a number without what is only there for the eye, so that all usual ways of writing it are the same text;
 * docs/trips.md, section 7.
 */
final class PlateText {
    /** White space, control and format characters, dots, hyphens, middle dots, slashes and, before the country's end, a colon. */
    private static final Pattern FOR_THE_EYE = Pattern.compile(
            "[\\p{Z}\\p{Cc}\\p{Cf}\\p{Pd}\u2212.\u3002\u00B7\u2022\u2027\u2219\u22C5\u30FB/\u2044\u2215:]");

    private static final Pattern CHINESE_PROVINCE = Pattern.compile("CN:\\p{IsHan}.+");

    private PlateText() {}

    /** Empty if nothing is left. */
    static String of(String given) {
        String upper = Normalizer.normalize(given, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return FOR_THE_EYE.matcher(upper).replaceAll("");
    }

    /** What a truck is called: its plate with and without the country, and a Chinese one without its province too. */
    static Set<String> namesOf(String truckId) {
        Set<String> names = new TreeSet<>(Set.of(of(truckId)));
        String plate = truckId.substring(truckId.indexOf(':') + 1);
        names.add(of(plate));
        if (CHINESE_PROVINCE.matcher(truckId).matches()) {
            names.add(of(plate.substring(1)));
        }
        names.remove("");
        return names;
    }
}
