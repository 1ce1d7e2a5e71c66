package io.github.pdmspark.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.mllib.DecisionTreeTrainer;
import io.github.pdmspark.mllib.MllibTrainer;
import io.github.pdmspark.model.Scores;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.training.Training;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.ml.classification.NaiveBayes;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScoreFunctionTest {

    private final SparkSession spark;
    private LabelledDataset dataset;
    private ModelBundle bundle;
    private Scores scores;

    ScoreFunctionTest(SparkSession spark) {
        this.spark = spark;
        this.dataset = WearingFleet.dataset(spark);
    }

    @BeforeAll
    void train(@TempDir Path folder) {
        dataset = dataset.materialized(folder.resolve("dataset").toString());
        bundle = Training.with(DecisionTreeTrainer.builder().depth(4).build()).on(dataset);
        // region sql
        ScoreFunction.register(spark, "pdm_score", bundle);
        dataset.rows().createOrReplaceTempView("features");
        scores = ScoringPipeline.of(bundle).scoreFeatures(dataset.rows());
        ScoreViews.create(scores, "risk");
        // endregion
    }

    @AfterAll
    void dropViews() {
        List.of("features", "risk", "risk_latest").forEach(spark.catalog()::dropTempView);
    }

    @Test
    void functionGivesTheRowsOfTheScoreTable() {
        List<Row> differing = spark.sql("WITH called AS (SELECT machine_id, as_of, s.* FROM"
                        + " (SELECT machine_id, as_of, pdm_score(struct(*)) AS s FROM features))"
                        + " SELECT * FROM risk FULL JOIN called USING (machine_id, as_of)"
                        + " WHERE NOT (struct(risk.status, risk.score, risk.top_component, risk.imputed,"
                        + " risk.`score_pump.1`, risk.`score_seal b`) <=> struct(called.status, called.score,"
                        + " called.top_component, called.imputed, called.`score_pump.1`, called.`score_seal b`))")
                .collectAsList();

        assertThat(differing).isEmpty();
        assertThat(spark.sql("SELECT DISTINCT pdm_score(struct(*)).status AS status FROM features ORDER BY status")
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("INSUFFICIENT_HISTORY", "NO_TELEMETRY", "SCORED");
    }

    @Test
    void fieldsAreFoundByNameWhateverTheirOrderAndType() {
        String fields = bundle.spec().featureNames().stream()
                .sorted(Comparator.reverseOrder())
                .map(name -> "'" + name + "', " + value(name))
                .collect(Collectors.joining(", "));
        Row row = spark.sql("SELECT pdm_score(named_struct('extra', 'x', " + fields + ")) AS s")
                .select("s.*")
                .first();

        assertThat(row.<String>getAs("status")).isEqualTo("SCORED");
        assertThat(row.<String>getAs("top_component")).isEqualTo("pump.1");
        assertThat(row.<Integer>getAs("imputed")).isEqualTo(1);
    }

    private static String value(String feature) {
        return switch (feature) {
            case "volt_mean_24h", "volt_last_24h" -> "CAST(120 AS DECIMAL(5,1))";
            case "heat.1_mean_24h" -> "50";
            case "heat.1_last_24h" -> "CAST(NULL AS DOUBLE)";
            default -> "1.0D";
        };
    }

    @Test
    void nullStructHasNoScore() {
        assertThat(spark.sql("SELECT pdm_score(if(as_of IS NULL, struct(*), NULL)) AS s FROM features")
                        .where("s IS NOT NULL")
                        .count())
                .isZero();
    }

    @Test
    void missingFeatureIsNamed() {
        assertThatThrownBy(() -> spark.sql("SELECT pdm_score(named_struct('volt_mean', 1.0D))")
                        .collect())
                .hasStackTraceContaining("reads feature 'volt_mean_24h', which the struct does not have.")
                .hasStackTraceContaining("Did you mean 'volt_mean'?");
    }

    @Test
    void latestRowOfEveryMachineIsAView() {
        assertThat(spark.sql("SELECT count(*) FROM risk_latest l JOIN (SELECT machine_id, max(as_of) AS as_of FROM risk"
                                + " GROUP BY machine_id) USING (machine_id, as_of)")
                        .first()
                        .getLong(0))
                .isEqualTo(spark.table("risk").select("machine_id").distinct().count())
                .isEqualTo(spark.table("risk_latest").count());
    }

    @Test
    void modelWithoutFlatFormIsRefused() {
        ModelBundle other = Training.with(MllibTrainer.of(new NaiveBayes().setModelType("gaussian")))
                .on(dataset);

        assertThatThrownBy(() -> ScoreFunction.register(spark, "other", other))
                .hasMessageContaining("'NaiveBayes' has no flat form, so it cannot become a SQL function");
    }
}
