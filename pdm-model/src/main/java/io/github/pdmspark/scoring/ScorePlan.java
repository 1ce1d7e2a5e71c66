package io.github.pdmspark.scoring;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.model.ScoreNames;
import io.github.pdmspark.portable.PortableScorer;
import java.util.List;

/**
 * What the score table is made with.
 *
 * @param modelId identity of the model
 * @param spec the features
 * @param components the components in declared order
 * @param names how the columns with numbers are called
 * @param step from feature rows to score rows
 */
record ScorePlan(String modelId, FeatureSpec spec, List<String> components, ScoreNames names, ScoreStep step) {

    /** The flat form of the model where it has one, else the model itself. */
    static ScorePlan of(ModelBundle bundle) {
        List<String> components = bundle.target().components();
        ScoreStep step = bundle.portable()
                .map(ScorePlan::step)
                .orElseGet(() -> new ScoreStep.ByModel(
                        bundle.model(),
                        bundle.imputation(),
                        new FinishScores(bundle.scoreCorrection(), new ScoreCells(components))));
        ScoreNames names = bundle.calibration().isPresent() ? ScoreNames.PROBABILITIES : ScoreNames.SCORES;
        return new ScorePlan(bundle.modelId(), bundle.spec(), components, names, step);
    }

    static ScorePlan of(PortableScorer scorer) {
        return new ScorePlan(
                scorer.modelId(), scorer.spec(), scorer.target().components(), scorer.names(), step(scorer));
    }

    private static ScoreStep step(PortableScorer scorer) {
        ScoreCells cells = new ScoreCells(scorer.target().components());
        return new ScoreStep.ByArrays(scorer.spec().featureNames(), new ScoreFeatures(scorer.rowScorer(), cells));
    }
}
