package io.bordergate.domain.declaration;

import io.bordergate.domain.intake.Reason;
import io.bordergate.domain.intake.TrailerPlate;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A plate in the one way of writing it that identifies a truck, however it was typed. Immutable.
 *
 * @param country country that issued it, upper case
 * @param text the plate without anything that is only there for the eye
 * @param flag what is to be remarked about it; {@link Reason#NONE} if nothing
 */
public record Plate(String country, String text, Reason flag) {
    /** White space, control and format characters, dots, hyphens, middle dots and slashes of any script. */
    private static final Pattern FOR_THE_EYE = Pattern.compile(
            "[\\p{Z}\\p{Cc}\\p{Cf}\\p{Pd}\u2212.\u3002\u00B7\u2022\u2027\u2219\u22C5\u30FB/\u2044\u2215]");

    private static final Pattern LOOKALIKE = Pattern.compile("[\\p{IsCyrillic}\\p{IsGreek}]");

    /** Province, series, number. Vietnam issues no I, J, O, Q and W; it does issue Đ. */
    private static final Pattern VIETNAMESE = Pattern.compile("[0-9]{2}[A-Z\u0110&&[^IJOQW]]{1,2}[0-9]?[0-9]{4,5}");

    private static final Pattern CHINESE_WITHOUT_PROVINCE = Pattern.compile("[A-Z][A-Z0-9]{5,6}");
    private static final Pattern CHINESE =
            Pattern.compile("[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]" + CHINESE_WITHOUT_PROVINCE.pattern());

    /** A plate as given. The province is put before a Chinese plate that lacks one; null: it stays without. */
    public static Plate of(String country, String given, String plateProvince) {
        String issuer = country.strip().toUpperCase(Locale.ROOT);
        String text = FOR_THE_EYE
                .matcher(Normalizer.normalize(given, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT))
                .replaceAll("");
        if (issuer.equals("CN") && CHINESE_WITHOUT_PROVINCE.matcher(text).matches()) {
            return plateProvince == null
                    ? new Plate(issuer, text, Reason.INCOMPLETE_PLATE)
                    : new Plate(issuer, plateProvince + text, Reason.NONE);
        }
        return new Plate(issuer, text, isSuspect(issuer, text) ? Reason.SUSPECT_PLATE : Reason.NONE);
    }

    public String truckId() {
        return country + ":" + text;
    }

    /** Whether it can tell one truck from another. */
    boolean isEmpty() {
        return country.isEmpty() || text.isEmpty();
    }

    boolean isOfTrailer() {
        return TrailerPlate.is(country, text);
    }

    /** Whether it is surely a tractor's; of other countries that cannot be seen. */
    boolean isOfTractor() {
        boolean known = country.equals("VN") || country.equals("CN");
        return known && flag != Reason.SUSPECT_PLATE && !isOfTrailer();
    }

    /** Whether it is no plate at all, but the number of a container. */
    boolean isOfContainer() {
        return ContainerNumber.is(text);
    }

    private static boolean isSuspect(String country, String text) {
        boolean issued = switch (country) {
            case "VN" -> VIETNAMESE.matcher(text).matches();
            case "CN" -> CHINESE.matcher(text).matches();
            default -> !text.isEmpty();
        };
        return !issued || LOOKALIKE.matcher(text).find();
    }
}
