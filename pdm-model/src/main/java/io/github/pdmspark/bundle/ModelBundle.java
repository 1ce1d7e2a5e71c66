package io.github.pdmspark.bundle;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.calibration.Calibration;
import io.github.pdmspark.calibration.ScoreCorrection;
import io.github.pdmspark.distribution.Distribution;
import io.github.pdmspark.distribution.Distributions;
import io.github.pdmspark.error.BundleException;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.imputation.Imputation;
import io.github.pdmspark.imputation.UsualValues;
import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.ModelFormat;
import io.github.pdmspark.model.Target;
import io.github.pdmspark.portable.Exportable;
import io.github.pdmspark.portable.FlatModel;
import io.github.pdmspark.portable.PortableScorer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * A trained model with everything that scoring needs: which features, what they predict, how gaps are filled, the model
 * itself, when to raise an alarm, and what made it. Immutable.
 */
public final class ModelBundle {

    static final String FORMAT = "pdm-model-bundle";

    private final FeatureSpec spec;
    private final Target target;
    private final Imputation imputation;
    private final Model model;
    private final Provenance provenance;
    private final Extras extras;
    private final String modelId;

    private ModelBundle(
            FeatureSpec spec, Target target, Imputation imputation, Model model, Provenance provenance, Extras extras) {
        this.spec = spec;
        this.target = target;
        this.imputation = imputation;
        this.model = model;
        this.provenance = provenance;
        this.extras = extras;
        this.modelId = BundleParts.modelId(this);
    }

    /**
     * A bundle without calibration and alarm policy.
     *
     * @throws BundleException if the parts do not fit: other features, another order of features, other classes
     */
    public static ModelBundle of(
            FeatureSpec spec, Target target, Imputation imputation, Model model, Provenance provenance) {
        ModelBundle bundle = new ModelBundle(spec, target, imputation, model, provenance, Extras.NONE);
        bundle.requireFit();
        return bundle;
    }

    private void requireFit() {
        List<Problem> problems = new ArrayList<>();
        compare(
                "The imputation is for other features than the specification.",
                spec.featureNames(),
                imputation.features(),
                problems);
        compare(
                "The model reads other features than the imputation gives.",
                imputation.outputs(),
                model.features(),
                problems);
        compare("The model has other classes than the target.", target.classes(), model.classes(), problems);
        compare(
                "The provenance is of another feature specification.",
                spec.fingerprint(),
                provenance.featureFingerprint(),
                problems);
        calibration()
                .ifPresent(calibration -> compare(
                        "The calibration is for another number of components.",
                        target.components().size(),
                        calibration.curves().size(),
                        problems));
        distributions()
                .ifPresent(distributions -> compare(
                        "The distributions are of other features.",
                        spec.featureNames(),
                        distributions.columns().stream()
                                .map(Distribution::column)
                                .toList(),
                        problems));
        if (!problems.isEmpty()) {
            throw new BundleException(problems);
        }
    }

    /** The same model with another alarm policy; its identity stays. */
    public ModelBundle withPolicy(AlarmPolicy newPolicy) {
        return with(new Extras(extras.calibration(), Optional.of(newPolicy), extras.usual(), extras.distributions()));
    }

    /**
     * The same model with calibrated probabilities, under another identity and without alarm policy: a threshold for scores is
     * none for probabilities.
     *
     * @throws BundleException if the calibration is for another number of components
     */
    public ModelBundle withCalibration(Calibration calibration) {
        ModelBundle calibrated =
                with(new Extras(Optional.of(calibration), Optional.empty(), extras.usual(), extras.distributions()));
        calibrated.requireFit();
        return calibrated;
    }

    /** The same model with its raw scores, and without alarm policy if it was calibrated. */
    public ModelBundle withoutCalibration() {
        return calibration().isEmpty()
                ? this
                : with(new Extras(Optional.empty(), Optional.empty(), extras.usual(), extras.distributions()));
    }

    /** The same model with what is usual for its features; its identity stays. */
    public ModelBundle withUsualValues(UsualValues usual) {
        return with(new Extras(extras.calibration(), extras.policy(), Optional.of(usual), extras.distributions()));
    }

    /**
     * The same model with how its features were distributed in training; its identity stays.
     *
     * @throws BundleException if they are the distributions of other features
     */
    public ModelBundle withDistributions(Distributions distributions) {
        ModelBundle measured =
                with(new Extras(extras.calibration(), extras.policy(), extras.usual(), Optional.of(distributions)));
        measured.requireFit();
        return measured;
    }

    private ModelBundle with(Extras newExtras) {
        return new ModelBundle(spec, target, imputation, model, provenance, newExtras);
    }

    /**
     * Writes the bundle as one new folder on any file system that Spark's Hadoop configuration knows, with the active
     * session. The folder appears complete or not at all (not on object stores, see the manifest). Runs a few small Spark jobs.
     *
     * @throws IllegalArgumentException if the path exists and is not an empty folder
     */
    public void save(String path) {
        try {
            new BundleWriter(SparkSession.active(), path).save(content());
        } catch (IOException e) {
            throw new UncheckedIOException("The bundle could not be saved: " + e.getMessage(), e);
        }
    }

    /**
     * Like {@link #save}, in the place of an older bundle.
     *
     * @throws BundleException if the folder holds something else than a bundle
     * @throws IllegalArgumentException if the folder holds files beside those of a bundle
     */
    public void replace(String path) {
        try {
            new BundleWriter(SparkSession.active(), path).replace(content());
        } catch (IOException e) {
            throw new UncheckedIOException("The bundle could not be replaced: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a saved bundle. Every file is compared with the manifest, and no class that the folder names is loaded unless it
     * is on a closed list.
     *
     * @param formats formats of own models, beside the one of MLlib
     * @throws BundleException if the folder is not a bundle, was changed, or does not fit together
     */
    public static ModelBundle load(SparkSession spark, String path, ModelFormat... formats) {
        try {
            return new BundleReader(spark, path, List.of(formats)).load();
        } catch (IOException e) {
            throw new UncheckedIOException("The bundle could not be read: " + e.getMessage(), e);
        }
    }

    private SavedContent content() {
        SavedIdentity identity = new SavedIdentity(
                FORMAT,
                modelId,
                model.format().name(),
                model.algorithm(),
                model.classes(),
                model.features(),
                spec.fingerprint());
        return new SavedContent(identity, BundleParts.of(this), (spark, place) -> model.format()
                .write(model, spark, place.apply(BundleParts.MODEL)));
    }

    /** The features, in full. */
    public FeatureSpec spec() {
        return spec;
    }

    /** What the model predicts. */
    public Target target() {
        return target;
    }

    /** How missing features are filled in. */
    public Imputation imputation() {
        return imputation;
    }

    /** The model; it reads the output of {@link #imputation}. */
    public Model model() {
        return model;
    }

    /** What made the model. */
    public Provenance provenance() {
        return provenance;
    }

    /** When to raise an alarm, if that was decided. */
    public Optional<AlarmPolicy> policy() {
        return extras.policy();
    }

    /** How raw scores become probabilities, if that was fitted; without it scores are scores. */
    public Optional<Calibration> calibration() {
        return extras.calibration();
    }

    /** What is usual for the features in the training rows; empty in bundles of older versions. */
    public Optional<UsualValues> usualValues() {
        return extras.usual();
    }

    /** How the features were distributed in the usable training rows; empty in bundles of older versions. */
    public Optional<Distributions> distributions() {
        return extras.distributions();
    }

    /** What happens to the raw scores of the model: down-sampling undone, then the calibration. */
    public ScoreCorrection scoreCorrection() {
        return ScoreCorrection.of(provenance.preparation().negativesKept(), calibration());
    }

    /**
     * The same as one plain file that scores without MLlib and without Spark, with equal bits; empty if the model has no such
     * form: another algorithm than trees, forests, boosted trees and multinomial logistic regression.
     */
    public Optional<PortableScorer> portable() {
        Optional<FlatModel> flat = model instanceof Exportable exportable ? exportable.flat() : Optional.empty();
        return flat.map(form -> new PortableScorer(
                modelId,
                spec,
                target,
                imputation.fills(),
                provenance.preparation().negativesKept(),
                calibration(),
                policy(),
                form));
    }

    /** Identity of the model: the same before saving, after loading, and in every score row. */
    public String modelId() {
        return modelId;
    }

    /** Hash of all that {@link #save} writes but the fitted numbers of the model, the alarm policy among them. */
    public String fingerprint() {
        return BundleParts.fingerprint(this);
    }

    private static void compare(String what, Object expected, Object found, List<Problem> problems) {
        if (!expected.equals(found)) {
            problems.add(BundleProblems.mismatch(what, expected, found));
        }
    }

    /** The parts that a bundle may lack. */
    private record Extras(
            Optional<Calibration> calibration,
            Optional<AlarmPolicy> policy,
            Optional<UsualValues> usual,
            Optional<Distributions> distributions) {

        static final Extras NONE = new Extras(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
