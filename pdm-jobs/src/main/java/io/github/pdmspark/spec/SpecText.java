package io.github.pdmspark.spec;

import io.github.pdmspark.time.UtcText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times, durations and zones as they stand in a specification and on a command line. */
public final class SpecText {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(d|h|min|s|ms)");

    private SpecText() {}

    /**
     * Reads {@code 7d}, {@code 12h}, {@code 30min}, {@code 45s}, {@code 100ms} or ISO-8601 such as {@code PT12H}.
     *
     * @throws IllegalArgumentException if the text is none of these, or negative
     */
    public static Duration duration(String text) {
        Matcher matcher = SHORT.matcher(text.strip());
        if (matcher.matches()) {
            long count = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "d" -> Duration.ofDays(count);
                case "h" -> Duration.ofHours(count);
                case "min" -> Duration.ofMinutes(count);
                case "s" -> Duration.ofSeconds(count);
                default -> Duration.ofMillis(count);
            };
        }
        try {
            Duration duration = Duration.parse(text.strip());
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeException e) {
            // falls through to the one message for all texts that are no duration
        }
        throw new IllegalArgumentException("'" + text + "' is no duration. Write 12h, 7d, 30min or PT12H.");
    }

    /** Reads {@code 2015-10-01} or {@code 2015-10-01T06:00:00Z}; text without a zone is UTC. */
    public static Instant instant(String text) {
        return UtcText.instant(text);
    }

    /** Reads {@code UTC} or {@code America/New_York}. */
    public static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time zone. Write UTC or a name such as America/New_York.", e);
        }
    }
}
