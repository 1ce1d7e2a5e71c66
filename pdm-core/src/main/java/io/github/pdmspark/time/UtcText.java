package io.github.pdmspark.time;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Instants and durations as short text; text without a zone is UTC. */
public final class UtcText {

    private static final int DATE_LENGTH = "2015-01-01".length();
    private static final long DAYS_FROM_HOURS = 48;

    private UtcText() {}

    /**
     * Reads {@code 2015-10-01}, {@code 2015-10-01T06:00}, {@code 2015-10-01 06:00:00} or the same with an offset.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    public static Instant instant(String text) {
        String iso = text.strip().replace(' ', 'T');
        try {
            if (iso.length() == DATE_LENGTH) {
                return LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            boolean zoned = iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > DATE_LENGTH;
            return zoned
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a time. Write 2015-10-01 or 2015-10-01T06:00:00Z.", e);
        }
    }

    /** A duration in its largest whole unit: {@code 24h}, {@code 36h}, {@code 90min}, {@code 45s}, {@code 7d} above 48 hours. */
    public static String duration(Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(duration + " has no name: a window is longer than zero.");
        }
        if (duration.toHours() > DAYS_FROM_HOURS && duration.equals(Duration.ofDays(duration.toDays()))) {
            return duration.toDays() + "d";
        }
        if (duration.equals(Duration.ofHours(duration.toHours()))) {
            return duration.toHours() + "h";
        }
        if (duration.equals(Duration.ofMinutes(duration.toMinutes()))) {
            return duration.toMinutes() + "min";
        }
        if (duration.equals(Duration.ofSeconds(duration.toSeconds()))) {
            return duration.toSeconds() + "s";
        }
        return Micros.of(duration) + "us";
    }
}
