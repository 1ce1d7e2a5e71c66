package io.github.pdmspark.portable;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.calibration.Calibration;
import io.github.pdmspark.calibration.ScoreCorrection;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.imputation.Fill;
import io.github.pdmspark.imputation.RowFilling;
import io.github.pdmspark.model.ScoreNames;
import io.github.pdmspark.model.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All of scoring in one plain file: features, imputation, model, correction of down-sampling, calibration and alarm policy.
 * Needs no Spark, neither to be read nor to score.
 *
 * @param modelId identity of the model, that of the bundle it came from
 * @param spec the features
 * @param target what is predicted
 * @param fills how missing features are filled in
 * @param negativesKept share of the rows without failure that trained; scoring undoes it
 * @param calibration how raw scores become probabilities, if that was fitted
 * @param policy when to raise an alarm, if that was decided
 * @param model the model
 */
public record PortableScorer(
        String modelId,
        FeatureSpec spec,
        Target target,
        List<Fill> fills,
        double negativesKept,
        Optional<Calibration> calibration,
        Optional<AlarmPolicy> policy,
        FlatModel model) {

    public PortableScorer {
        fills = List.copyOf(fills);
        List<String> filled = fills.stream().map(Fill::feature).toList();
        int components = target.components().size();
        boolean calibrated =
                calibration.map(one -> one.curves().size() == components).orElse(true);
        if (!filled.equals(spec.featureNames()) || model.classes() != components + 1 || !calibrated) {
            throw new IllegalArgumentException("The parts of a portable scorer do not fit: the features are "
                    + spec.featureNames() + " and the imputation is for " + filled + "; the target has " + components
                    + " components, the model " + model.classes() + " classes.");
        }
    }

    /** The scorer for rows of features; made anew by every call. */
    public RowScorer rowScorer() {
        return new RowScorer(RowFilling.of(fills), model, ScoreCorrection.of(negativesKept, calibration));
    }

    /** Whether its numbers are scores or probabilities. */
    public ScoreNames names() {
        return calibration.isPresent() ? ScoreNames.PROBABILITIES : ScoreNames.SCORES;
    }

    /**
     * Writes one new file; it appears complete or not at all.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one
     */
    public void save(Path file) throws IOException {
        PortableFile.write(this, file);
    }

    /**
     * Reads what {@link #save} wrote. Every byte is checked before it is used; no class is loaded by name.
     *
     * @throws io.github.pdmspark.error.BundleException if the file is damaged, foreign or of a later version
     */
    public static PortableScorer load(Path file) throws IOException {
        return PortableFile.read(file);
    }
}
