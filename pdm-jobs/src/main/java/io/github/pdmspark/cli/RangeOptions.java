package io.github.pdmspark.cli;

import io.github.pdmspark.spec.SpecText;
import io.github.pdmspark.time.TimeRange;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** A range of prediction times. */
final class RangeOptions {

    @Option(
            names = {"--from", "--start_date"},
            paramLabel = "TIME",
            converter = TimeReader.class,
            description = "Start of the range, such as 2015-11-15 or 2015-11-15T06:00; UTC. It belongs to the range.")
    private @Nullable Instant from;

    @Option(
            names = {"--to", "--to_date"},
            paramLabel = "TIME",
            converter = TimeReader.class,
            description =
                    "End of the range; it does not belong to it. Default: now for score, split.test_until for evaluate,"
                            + " else where the records end.")
    private @Nullable Instant to;

    /** The present time, no finer than times of Spark are. */
    static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    }

    Optional<Instant> from() {
        return Optional.ofNullable(from);
    }

    Optional<Instant> to() {
        return Optional.ofNullable(to);
    }

    /** The range; ends that were not given are those of {@code otherwise}. */
    TimeRange or(Optional<Instant> otherStart, Optional<Instant> otherEnd) {
        Instant start = from().or(() -> otherStart)
                .orElseThrow(() -> new IllegalArgumentException("The range has no start. Give it with --from."));
        return new TimeRange(start, to().or(() -> otherEnd).orElse(TimeRange.FOREVER));
    }

    /** Reads a time. */
    static final class TimeReader implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return SpecText.instant(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
