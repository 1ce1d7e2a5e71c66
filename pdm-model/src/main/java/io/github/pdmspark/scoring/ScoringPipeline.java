package io.github.pdmspark.scoring;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.kernel.WindowAggregates;
import io.github.pdmspark.model.ModelFormat;
import io.github.pdmspark.model.Scorer;
import io.github.pdmspark.model.Scores;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.portable.PortableScorer;
import io.github.pdmspark.time.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Scores raw history with a bundle: its own features, its own imputation, its own model, in its flat form where it has one.
 * A row without enough history comes out with the reason as its status and without a score. Immutable.
 */
public final class ScoringPipeline implements Scorer {

    private final ScorePlan plan;
    private final WindowAggregates aggregates;
    private final Clock clock;
    private final Optional<String> runId;

    private ScoringPipeline(ScorePlan plan, WindowAggregates aggregates, Clock clock, Optional<String> runId) {
        this.plan = plan;
        this.aggregates = aggregates;
        this.clock = clock;
        this.runId = runId;
    }

    /** A pipeline around a bundle that was trained or loaded. */
    public static ScoringPipeline of(ModelBundle bundle) {
        return new ScoringPipeline(ScorePlan.of(bundle), WindowAggregates.none(), Clock.systemUTC(), Optional.empty());
    }

    /** A pipeline around a portable scorer; needs no MLlib, so it also runs through Spark Connect. */
    public static ScoringPipeline of(PortableScorer scorer) {
        return new ScoringPipeline(ScorePlan.of(scorer), WindowAggregates.none(), Clock.systemUTC(), Optional.empty());
    }

    /** The pipeline of a saved bundle; see {@link ModelBundle#load}. */
    public static ScoringPipeline load(SparkSession spark, String path, ModelFormat... formats) {
        return of(ModelBundle.load(spark, path, formats));
    }

    /** The same with the statistics of one's own that the features of the bundle refer to; a bundle holds no code. */
    public ScoringPipeline aggregates(WindowAggregates registered) {
        return new ScoringPipeline(plan, registered, clock, runId);
    }

    /** The same with a name for the run; unless said it is made of the model and the time. */
    public ScoringPipeline runId(String newRunId) {
        return new ScoringPipeline(plan, aggregates, clock, Optional.of(newRunId));
    }

    /** The same with another source of {@code scored_at}. */
    public ScoringPipeline clock(Clock newClock) {
        return new ScoringPipeline(plan, aggregates, newClock, runId);
    }

    /** {@inheritDoc} Runs no Spark job. */
    @Override
    public Scores score(FleetHistory history, TimeRange range) {
        FeaturePipeline features = FeaturePipeline.of(plan.spec(), aggregates);
        new Preflight(plan).check(history, features);
        return scored(features.over(history, range).rows());
    }

    /**
     * The same from recent telemetry alone: reads the readings of {@code [start - lookBack, end)} and all events. Runs no
     * Spark job.
     *
     * @param lookBack longer than the longest window, see {@link FeaturePipeline#over(FleetHistory, TimeRange, Duration)}
     */
    public Scores score(FleetHistory history, TimeRange range, Duration lookBack) {
        FeaturePipeline features = FeaturePipeline.of(plan.spec(), aggregates);
        new Preflight(plan).check(history, features);
        return scored(features.over(history, range, lookBack).rows());
    }

    /** The features that the model reads. */
    public FeatureSpec spec() {
        return plan.spec();
    }

    /** Identity of the model. */
    public String modelId() {
        return plan.modelId();
    }

    /**
     * Scores feature rows that were computed before, such as those of a test slice. Lazy.
     *
     * @param features {@code machine_id}, {@code as_of}, {@code feature_status} and the features of the bundle's
     *     specification; other columns are left out
     * @throws io.github.pdmspark.error.BundleException if a column is missing, with the names found
     */
    public Scores scoreFeatures(Dataset<Row> features) {
        new Preflight(plan).check(features);
        return scored(features);
    }

    private Scores scored(Dataset<Row> features) {
        Instant scoredAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String run = runId.orElseGet(() -> plan.modelId() + "@" + scoredAt);
        Dataset<Row> rows = new ScoreTable(plan).of(features, run, scoredAt);
        return new Scores(rows, plan.components());
    }
}
