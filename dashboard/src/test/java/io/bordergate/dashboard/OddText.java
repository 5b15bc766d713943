package io.bordergate.dashboard;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Text that a request may carry and no one expects: too long, of another kind, with signs that mean something to somebody on
 * the way. All of it follows from the numbers drawn. Not thread-safe.
 */
final class OddText {
    /** In everything that is drawn; no answer may have it as markup. */
    static final String MARKUP = "<b>q7x</b>";

    private static final int LONG = 3_000;
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:,";
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "NaN",
            "-1",
            "1e309",
            "0x10",
            "99999999999999999999",
            "TRUE",
            "2026-02-30",
            "0000-00-00",
            "+999999999-12-31",
            "-999999999-01-01T00:00:00Z",
            "2026-05-03T05:00:00+18:00",
            "-91,-181,91,181",
            "1,2,3,Infinity",
            ",,,",
            "\u0000",
            "\u0001\u001f\u007f",
            "a\r\nX-Injected: 1\r\n\r\n",
            "..",
            "../../../etc/passwd",
            "/",
            ";a=b",
            "%",
            "'\";--",
            "${jndi:ldap://127.0.0.1/a}",
            "{{7*7}}",
            "\u202e\u0301\u200d",
            "Hữu Nghị 桂A12345 🚛",
            "İıſ");
    /** What no encoder would write. */
    private static final List<String> BROKEN = List.of(
            "%",
            "%zz",
            "%4",
            "%00",
            "%c3%28",
            "%ed%a0%80",
            "%2e%2e%2f",
            "%25%32%65",
            "%u0041",
            "%0d%0aX-Injected:%201",
            "+",
            "|");

    private final Random random;

    OddText(Random random) {
        this.random = random;
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    String text() {
        return switch (random.nextInt(5)) {
            case 0 -> MARKUP + one(TEXTS);
            case 1 -> "x".repeat(random.nextInt(LONG));
            case 2 -> anything();
            default -> one(TEXTS);
        };
    }

    private String anything() {
        return random.ints(random.nextInt(20), 0, Character.MIN_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** As it stands in an address: well encoded, encoded throughout, or broken. */
    String inAddress(String text) {
        return switch (random.nextInt(10)) {
            case 0 -> encoded(text, "");
            case 1 -> encoded(text, UNRESERVED) + one(BROKEN);
            default -> encoded(text, UNRESERVED);
        };
    }

    private static String encoded(String text, String asTheyAre) {
        var encoded = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            if (asTheyAre.indexOf(one) >= 0) {
                encoded.append((char) one);
            } else {
                encoded.append(String.format("%%%02X", one));
            }
        }
        return encoded.toString();
    }

    /** As it may stand in a header: no line ends there, but anything else does not. */
    String inHeader() {
        return text().replaceAll("[\r\n\u0000]", "");
    }
}
