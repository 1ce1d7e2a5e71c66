package io.github.pdmspark.split;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.time.UtcText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Several {@link TemporalSplit}s whose cut moves forward: fold i trains on everything before {@code cut = firstCut + i *
 * every} and is tested on {@code [cut, cut + every)}. Every fold trains on the past only, and the test periods do not
 * overlap. With {@link #calibrating} the last part of the past is a slice of its own.
 */
public final class RollingOrigin {

    private final LabelledDataset dataset;
    private final Optional<Instant> firstCut;
    private final Optional<Duration> every;
    private final Optional<Duration> calibrating;

    private RollingOrigin(
            LabelledDataset dataset,
            Optional<Instant> firstCut,
            Optional<Duration> every,
            Optional<Duration> calibrating) {
        this.dataset = dataset;
        this.firstCut = firstCut;
        this.every = every;
        this.calibrating = calibrating;
    }

    /** Starts with the dataset: {@code RollingOrigin.of(dataset).firstCut("2015-07-01").every(ofDays(30)).folds(5)}. */
    public static RollingOrigin of(LabelledDataset dataset) {
        return new RollingOrigin(dataset, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Where the first fold ends to train and starts to test. */
    public RollingOrigin firstCut(Instant time) {
        return new RollingOrigin(dataset, Optional.of(time), every, calibrating);
    }

    /** The same from text; text without a zone is UTC. */
    public RollingOrigin firstCut(String time) {
        return firstCut(UtcText.instant(time));
    }

    /** Distance between two cuts, and length of every test period; longer than zero. */
    public RollingOrigin every(Duration step) {
        if (step.isZero() || step.isNegative()) {
            throw new IllegalArgumentException("The step between two folds (" + step + ") must be longer than zero.");
        }
        return new RollingOrigin(dataset, firstCut, Optional.of(step), calibrating);
    }

    /**
     * Ends the training of every fold this long before its cut; the rows between, labels included, choose thresholds and
     * calibrate. At least lead and horizon together, or {@link #folds} fails.
     */
    public RollingOrigin calibrating(Duration length) {
        return new RollingOrigin(dataset, firstCut, every, Optional.of(length));
    }

    /** The rows that the folds divide. */
    public LabelledDataset dataset() {
        return dataset;
    }

    /**
     * The splits, earliest cut first.
     *
     * @throws IllegalStateException if {@code firstCut} or {@code every} was not called
     * @throws IllegalArgumentException if the calibration is shorter than lead and horizon together
     */
    public List<TemporalSplit> folds(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "A rolling origin has at least one fold, but " + count + " were asked for.");
        }
        Instant first = required(firstCut);
        Duration step = required(every);
        return IntStream.range(0, count)
                .mapToObj(fold -> split(first.plus(step.multipliedBy(fold)), step))
                .toList();
    }

    private TemporalSplit split(Instant cut, Duration step) {
        SplitBuilder split =
                TemporalSplit.of(dataset).trainUntil(calibrating.map(cut::minus).orElse(cut));
        calibrating.ifPresent(length -> split.calibrateUntil(cut));
        return split.testFrom(cut).testUntil(cut.plus(step));
    }

    private static <T> T required(Optional<T> option) {
        return option.orElseThrow(
                () -> new IllegalStateException("RollingOrigin needs firstCut(...) and every(...) before folds(...)."));
    }
}
