package io.github.pdmspark.spec;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.split.SplitBuilder;
import io.github.pdmspark.split.TemporalSplit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Train, calibrate and test in time order.
 *
 * @param trainUntil where the labels of training rows end at the latest
 * @param gap rows between; lead and horizon unless given
 * @param calibrateUntil where the calibration slice ends
 * @param testFrom where the test rows begin
 * @param testUntil where they end
 */
public record SplitSpec(
        Instant trainUntil,
        Optional<Duration> gap,
        Optional<Instant> calibrateUntil,
        Instant testFrom,
        Optional<Instant> testUntil) {

    /** The split of a dataset. */
    public TemporalSplit of(LabelledDataset dataset) {
        SplitBuilder builder = TemporalSplit.of(dataset).trainUntil(trainUntil);
        builder = gap.map(builder::withGap).orElse(builder);
        builder = calibrateUntil.map(builder::calibrateUntil).orElse(builder);
        TemporalSplit split = builder.testFrom(testFrom);
        return testUntil.map(split::testUntil).orElse(split);
    }
}
