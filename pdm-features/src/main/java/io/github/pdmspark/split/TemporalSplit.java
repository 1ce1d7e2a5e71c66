package io.github.pdmspark.split;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.time.TimeRange;
import io.github.pdmspark.time.UtcText;
import java.time.Instant;
import java.util.Optional;

/**
 * A dataset cut on one global clock: {@code train | gap | calibrate | gap | test}. No label of a training or calibration row
 * looks beyond its slice. Every slice keeps the rows of all statuses; {@link LabelledDataset#usable} leaves the ones that
 * train. Lazy, and the membership of a row depends on its time and machine alone.
 */
public final class TemporalSplit {

    private final LabelledDataset dataset;
    private final SplitTimes times;
    private final Optional<HoldOut> holdOut;

    TemporalSplit(LabelledDataset dataset, SplitTimes times, Optional<HoldOut> holdOut) {
        this.dataset = dataset;
        this.times = times;
        this.holdOut = holdOut;
    }

    /** Starts a split: {@code TemporalSplit.of(dataset).trainUntil("2015-10-01").testFrom("2015-11-01")}. */
    public static SplitBuilder of(LabelledDataset dataset) {
        return new SplitBuilder(dataset);
    }

    /** The same split with an end of the test period: {@code testFrom <= as_of < time}. */
    public TemporalSplit testUntil(Instant time) {
        return new TemporalSplit(
                dataset, times.withTest(TimeRange.of(times.test().start(), time)), holdOut);
    }

    /** The same from text; text without a zone is UTC. */
    public TemporalSplit testUntil(String time) {
        return testUntil(UtcText.instant(time));
    }

    /**
     * The same split with machines that neither train nor calibrate: those with {@code pmod(xxhash64(salt, machine_id),
     * 100) < percent}. The test keeps every machine; {@link #testOfUnseenMachines} has the held-out ones only.
     */
    public TemporalSplit holdOutMachines(int percent, long salt) {
        return new TemporalSplit(dataset, times, Optional.of(new HoldOut(percent, salt)));
    }

    /** Rows with {@code as_of + gap <= trainUntil}, without held-out machines. */
    public LabelledDataset train() {
        return in(Slice.TRAIN);
    }

    /** Rows with {@code trainUntil <= as_of} and {@code as_of + gap <= calibrateUntil}, without held-out machines. */
    public Optional<LabelledDataset> calibrate() {
        return times.calibrateUntil().map(until -> in(Slice.CALIBRATE));
    }

    /** Rows in the test period, of all machines. */
    public LabelledDataset test() {
        return in(Slice.TEST);
    }

    /**
     * Rows in the test period of machines that the model has never seen.
     *
     * @throws IllegalStateException if no machines are held out
     */
    public LabelledDataset testOfUnseenMachines() {
        HoldOut unseen = holdOut.orElseThrow(() -> new IllegalStateException(
                "No machine is held out. Use split.holdOutMachines(20, 42L) for one in five."));
        return test().where(unseen.holds());
    }

    /** Where the split cuts. */
    public SplitTimes times() {
        return times;
    }

    /** Rows, usable rows and positives of every slice and of the gaps. Runs one Spark job over the whole dataset. */
    public SplitReport report() {
        return SplitReport.of(dataset, slicing().slice());
    }

    private LabelledDataset in(Slice slice) {
        return dataset.where(slicing().isIn(slice));
    }

    private Slicing slicing() {
        return new Slicing(times, holdOut);
    }

    @Override
    public String toString() {
        return "train until " + times.trainUntil() + ", "
                + times.calibrateUntil()
                        .map(until -> "calibrate until " + until + ", ")
                        .orElse("")
                + "test " + times.test() + ", gap " + times.gap();
    }
}
