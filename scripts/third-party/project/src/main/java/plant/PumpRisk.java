package plant;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;

import io.github.pdmspark.alarm.AlarmPolicy;
import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.evaluation.EvaluationReport;
import io.github.pdmspark.evaluation.Evaluator;
import io.github.pdmspark.evaluation.FailureScope;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.mllib.MllibTrainer;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.scoring.ScoringPipeline;
import io.github.pdmspark.split.TemporalSplit;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.time.TimeRange;
import io.github.pdmspark.training.Training;
import java.time.ZoneOffset;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A plant of its own: twelve pumps whose bearings warm up in the two days before they fail. */
public final class PumpRisk {

    public static void main(String[] args) {
        SparkSession spark = SparkSession.builder()
                .master("local[*]")
                .config("spark.ui.enabled", false)
                .config("spark.log.level", "WARN")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", 4)
                .getOrCreate();
        try {
            run(spark, args[0]);
        } finally {
            spark.stop();
        }
    }

    private static void run(SparkSession spark, String path) {
        // Every pump runs for 2,400 hours; pump p fails at hour 150 + 13 p and every 400 hours after that.
        Dataset<Row> hours = spark.range(12 * 2_400L)
                .selectExpr(
                        "concat('P', id % 12) as pump",
                        "cast(id div 12 as int) as h", "(150 + 13 * (id % 12)) as first");
        Dataset<Row> readings = hours.selectExpr(
                "pump",
                "timestamp'2024-01-01 00:00:00' + make_interval(0, 0, 0, 0, h) as `read at`",
                "60 + 5 * rand(1) + greatest(0, 48 - pmod(first - h, 400)) / 4 as `bearing [C]`");
        Dataset<Row> breakdowns = hours.where("pmod(h - first, 400) = 0 and h >= first")
                .selectExpr(
                        "pump",
                        "timestamp'2024-01-01 00:00:00' + make_interval(0, 0, 0, 0, h) as `at`",
                        "'bearing' as part");
        // region app
        FleetHistory history = FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(readings)
                        .machineId("pump")
                        .time("read at")
                        .sensor("temperature", "bearing [C]")
                        .sampledEvery(ofHours(1)))
                .failures(
                        FailureLog.from(breakdowns).machineId("pump").time("at").component("part"))
                .build();
        FeaturePipeline features = FeaturePipeline.builder()
                .every(ofHours(3))
                .rolling(Statistic.MEAN, Statistic.SLOPE)
                .over(ofHours(12), ofHours(24))
                .build();
        LabelledDataset dataset = LabelledDataset.of(history, features, FailureLabel.within(ofHours(24)));
        TemporalSplit split = TemporalSplit.of(dataset).trainUntil("2024-02-25").testFrom("2024-03-01");

        ModelBundle model = Training.with(MllibTrainer.of(
                        new RandomForestClassifier().setNumTrees(20).setSeed(1)))
                .on(split.train())
                .withPolicy(AlarmPolicy.threshold(0.5));
        EvaluationReport report = Evaluator.of(history)
                .matchWithin(ofDays(3))
                .counting(FailureScope.WHOLE_WINDOW_IN_RANGE)
                .evaluate(model, split.test());
        System.out.println(report);
        model.replace(path);
        ScoringPipeline.load(spark, path)
                .score(history, TimeRange.from("2024-04-01"))
                .rows()
                .show(5);
        // endregion

        // region pipeline
        PipelineStage[] stages = {
            new SQLTransformer().setStatement("SELECT *, CAST(label IS NOT NULL AS INT) AS fails FROM __THIS__"),
            new VectorAssembler()
                    .setInputCols(dataset.features().toArray(new String[0]))
                    .setOutputCol("vector"),
            new StandardScaler().setInputCol("vector").setOutputCol("scaled"),
            new LogisticRegression().setFeaturesCol("scaled").setLabelCol("fails")
        };
        Dataset<Row> own = new Pipeline()
                .setStages(stages)
                .fit(split.train().usable().rows())
                .transform(split.test().usable().rows());
        double area = new BinaryClassificationEvaluator().setLabelCol("fails").evaluate(own);
        // endregion
        System.out.println("Area under the curve of a pipeline of one's own: " + area);
        if (report.events().counts().detected() == 0 || area < 0.9) {
            throw new IllegalStateException("The bearings warm up before every failure, but nothing was announced.");
        }
    }
}
