package io.bordergate.sandbox.up;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A duration as people type it, 90s, 2m, 1h, or as ISO-8601, PT2M. */
public final class ShortDuration implements ITypeConverter<Duration> {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,6})([smh])");

    @Override
    public Duration convert(String text) {
        Matcher matcher = SHORT.matcher(text);
        try {
            Duration duration = Duration.parse(matcher.matches() ? "PT" + text : text);
            if (!duration.isNegative() && !duration.isZero()) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Told below, as every other text that is no duration.
        }
        throw new TypeConversionException("'" + text + "' is no duration: give 90s, 2m, 1h or ISO-8601 such as PT2M");
    }
}
