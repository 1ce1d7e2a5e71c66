package io.github.pdmspark.split;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.time.TimeRange;
import io.github.pdmspark.time.UtcText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Collects the cuts of a {@link TemporalSplit}: {@code trainUntil} first, {@code testFrom} last. Text is UTC. */
public final class SplitBuilder {

    private final LabelledDataset dataset;
    private final Duration reach;
    private Duration gap;
    private Optional<Instant> trainUntil = Optional.empty();
    private Optional<Instant> calibrateUntil = Optional.empty();

    SplitBuilder(LabelledDataset dataset) {
        this.dataset = dataset;
        this.reach = dataset.lead().plus(dataset.horizon());
        this.gap = reach;
    }

    /** A row trains if its label interval ends by this time: {@code as_of + lead + horizon <= trainUntil}. */
    public SplitBuilder trainUntil(Instant time) {
        trainUntil = Optional.of(time);
        return this;
    }

    /** The same from text such as {@code 2015-10-01}. */
    public SplitBuilder trainUntil(String time) {
        return trainUntil(UtcText.instant(time));
    }

    /**
     * A gap longer than lead + horizon, which is what a split has by itself.
     *
     * @throws IllegalArgumentException if it is shorter: training labels would look into the test period
     */
    public SplitBuilder withGap(Duration length) {
        if (length.compareTo(reach) < 0) {
            throw new IllegalArgumentException("gap (" + length + ") is shorter than lead + horizon (" + reach
                    + "): training labels would overlap the test period.\nUse withGap(" + code(reach)
                    + ") or longer, or shorten the horizon.");
        }
        gap = length;
        return this;
    }

    /** Adds a slice for threshold and calibration: {@code trainUntil <= as_of} and {@code as_of + gap <= calibrateUntil}. */
    public SplitBuilder calibrateUntil(Instant time) {
        calibrateUntil = Optional.of(time);
        return this;
    }

    /** The same from text. */
    public SplitBuilder calibrateUntil(String time) {
        return calibrateUntil(UtcText.instant(time));
    }

    /**
     * The split whose test rows start at this time.
     *
     * @throws IllegalStateException if {@code trainUntil} was not called
     * @throws IllegalArgumentException if the slices would overlap, or the calibration slice has no room
     */
    public TemporalSplit testFrom(Instant time) {
        Instant until = trainUntil.orElseThrow(() -> new IllegalStateException(
                "A split needs to know where training ends: TemporalSplit.of(dataset).trainUntil(...).testFrom(...)"));
        return new TemporalSplit(
                dataset, new SplitTimes(until, gap, calibrateUntil, TimeRange.from(time)), Optional.empty());
    }

    /** The same from text. */
    public TemporalSplit testFrom(String time) {
        return testFrom(UtcText.instant(time));
    }

    private static String code(Duration duration) {
        if (duration.equals(Duration.ofDays(duration.toDays()))) {
            return "Duration.ofDays(" + duration.toDays() + ")";
        }
        return "Duration.parse(\"" + duration + "\")";
    }
}
