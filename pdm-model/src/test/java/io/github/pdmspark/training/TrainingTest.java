package io.github.pdmspark.training;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.bundle.ModelBundle;
import io.github.pdmspark.bundle.Provenance;
import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.error.ErrorCondition;
import io.github.pdmspark.error.Problem;
import io.github.pdmspark.error.TrainingException;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.model.Model;
import io.github.pdmspark.model.Trainer;
import io.github.pdmspark.model.TrainingSet;
import io.github.pdmspark.scoring.WearingFleet;
import io.github.pdmspark.testing.DatasetAssert;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.testing.QueryCount;
import io.github.pdmspark.time.TimeRange;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    private static final RandomForestTrainer FOREST =
            RandomForestTrainer.builder().trees(5).depth(4).seed(1).build();

    private final SparkSession spark;
    private LabelledDataset dataset;
    private Path folder = Path.of("unset");

    TrainingTest(SparkSession spark) {
        this.spark = spark;
        dataset = WearingFleet.dataset(spark);
    }

    @BeforeAll
    void materialize(@TempDir Path temporary) {
        folder = temporary;
        dataset = WearingFleet.dataset(spark)
                .materialized(folder.resolve("dataset").toString());
    }

    @Test
    void bundleKnowsWhatMadeIt() {
        ModelBundle bundle = Training.with(FOREST).clock(CLOCK).on(dataset);

        Provenance provenance = bundle.provenance();
        assertThat(provenance.createdAt()).isEqualTo(CLOCK.instant());
        assertThat(provenance.algorithm()).isEqualTo("random-forest");
        assertThat(provenance.parameters()).containsEntry("seed", "1");
        assertThat(provenance.featureFingerprint()).isEqualTo(dataset.spec().fingerprint());
        assertThat(provenance.versions().spark()).isEqualTo(spark.version());
        assertThat(provenance.trainedOn().machines()).isEqualTo(6);
        assertThat(provenance.trainedOn().firstAsOf()).isEqualTo("2015-01-02T00:00:00Z");
        assertThat(provenance.trainedOn().rowsByStatus()).containsKeys("USABLE", "CENSORED", "INSUFFICIENT_HISTORY");
        long rows = provenance.trainedOn().rowsByStatus().values().stream()
                .mapToLong(n -> n)
                .sum();
        assertThat(rows).isEqualTo(dataset.rows().count());
        assertThat(provenance.trainedOn().rowsByClass()).containsOnlyKeys("none", "pump.1", "seal b");
        assertThat(bundle.target().components()).containsExactly("pump.1", "seal b");
        assertThat(bundle.target().horizon()).isEqualTo(Duration.ofDays(3));
        assertThat(bundle.imputation().outputs()).contains("weight_was_missing");
    }

    @Test
    void onlyUsableRowsAreFittedAndTrained() {
        Recording trainer = new Recording();
        LabelledDataset usable = dataset.usable();

        ModelBundle all = Training.with(trainer).on(dataset);
        ModelBundle few = Training.with(trainer).on(usable);

        assertThat(all.imputation()).isEqualTo(few.imputation());
        DatasetAssert.assertThat(trainer.rows(0))
                .hasSameRowsAs(trainer.rows(1))
                .hasRowCount(usable.rows().count());
    }

    /** Same rows in other partitions and another order: the same forest, down to the last bit. */
    @Test
    void arrivalOfTheRowsDoesNotChangeTheModel() {
        ModelBundle one = Training.with(FOREST).balanced().clock(CLOCK).on(dataset);
        LabelledDataset shuffled = shuffled();

        ModelBundle other = Training.with(FOREST).balanced().clock(CLOCK).on(shuffled);

        assertThat(other.modelId()).isEqualTo(one.modelId());
        DatasetAssert.assertThat(scores(other)).hasSameRowsAs(scores(one));
    }

    @Test
    void balancedClassesWeighTheSame() {
        Recording trainer = new Recording();

        ModelBundle bundle = Training.with(trainer).balanced().on(dataset);

        List<Row> sums = trainer.rows(0)
                .groupBy("__pdm_label_index")
                .sum("__pdm_row_weight")
                .collectAsList();
        double rows = dataset.usable().rows().count();
        assertThat(sums).hasSize(3).allSatisfy(row -> assertThat(row.getDouble(1))
                .isCloseTo(rows / 3, within(0.01)));
        assertThat(bundle.provenance().preparation().classWeights()).containsOnlyKeys("none", "pump.1", "seal b");
    }

    @Test
    void givenWeightsAreUsedAndUnknownClassesRefused() {
        Recording trainer = new Recording();

        Training.with(trainer).classWeights(Map.of("pump.1", 4.0)).on(dataset);

        assertThat(trainer.rows(0)
                        .select("__pdm_label_index", "__pdm_row_weight")
                        .distinct()
                        .collectAsList())
                .extracting(row -> row.getDouble(0) + ":" + row.getDouble(1))
                .containsExactlyInAnyOrder("0.0:1.0", "1.0:4.0", "2.0:1.0");
        assertThatThrownBy(() ->
                        Training.with(trainer).classWeights(Map.of("pump", 4.0)).on(dataset))
                .hasMessage("There is a weight for class 'pump', but the classes are [none, pump.1, seal b].");
        assertThatThrownBy(() -> Training.with(trainer).classWeights(Map.of("none", 0.0)))
                .hasMessageContaining("must be above 0");
    }

    @Test
    void keptNegativesDependOnMachineTimeAndSeedOnly() {
        Recording trainer = new Recording();

        ModelBundle bundle = Training.with(trainer).negativesKept(0.5, 7).on(dataset);
        Training.with(trainer).negativesKept(0.5, 7).partitions(3).on(shuffled());
        Training.with(trainer).negativesKept(0.5, 8).on(dataset);

        DatasetAssert.assertThat(keys(trainer.rows(0))).hasSameRowsAs(keys(trainer.rows(1)));
        assertThat(keys(trainer.rows(0)).except(keys(trainer.rows(2))).count()).isPositive();
        Map<String, Long> byClass = bundle.provenance().trainedOn().rowsByClass();
        long negatives = dataset.usable().rows().where("label is null").count();
        assertThat(byClass.get("none")).isBetween(negatives * 3 / 10, negatives * 7 / 10);
        assertThat(byClass.get("pump.1"))
                .isEqualTo(dataset.usable().rows().where("label = 'pump.1'").count());
        assertThat(bundle.provenance().preparation().negativesKept()).isEqualTo(0.5);
    }

    @Test
    void nothingToLearnIsSaidWithCounts() {
        LabelledDataset early = dataset.between(TimeRange.of("2015-01-01", "2015-01-02"));
        LabelledDataset quiet = dataset.where(col("label").isNull());

        assertThatThrownBy(() -> Training.with(FOREST).on(early))
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith("PDM_NO_USABLE_ROWS")
                .hasMessageContaining("{INSUFFICIENT_HISTORY=6, NO_TELEMETRY=6}");
        assertThatThrownBy(() -> Training.with(FOREST).on(quiet))
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith("PDM_NO_FAILURES All training rows are of one class: {none=")
                .hasMessageContaining("within PT72H");
    }

    @Test
    void fiveJobsRunBesideThoseOfTheTrainer() {
        int queries = QueryCount.of(spark, () -> Training.with(new Recording()).on(dataset));

        assertThat(queries).isEqualTo(5 + Recording.JOBS);
    }

    @Test
    void rowsAreReleased() {
        int before = spark.sparkContext().getPersistentRDDs().size();

        Training.with(new Recording()).on(dataset);
        assertThatThrownBy(() ->
                        Training.with(FOREST).on(dataset.where(col("label").isNull())))
                .isInstanceOf(TrainingException.class);

        assertThat(spark.sparkContext().getPersistentRDDs().size()).isEqualTo(before);
    }

    @Test
    void sessionIsCheckedBeforeAnyJob() {
        Trainer refuses = new Recording() {
            @Override
            public void requireSession(SparkSession session) {
                throw new TrainingException(new Problem(ErrorCondition.PDM_NEEDS_DEDICATED_COMPUTE, "no", "no"));
            }
        };

        assertThat(QueryCount.of(spark, () -> assertThatThrownBy(
                                () -> Training.with(refuses).on(dataset))
                        .hasMessageContaining("PDM_NEEDS_DEDICATED_COMPUTE")))
                .isZero();
    }

    private Dataset<Row> scores(ModelBundle bundle) {
        return bundle.model()
                .score(bundle.imputation().apply(dataset.rows()))
                .select("machine_id", "as_of", "class_scores");
    }

    /** The same rows in other files and another order. */
    private LabelledDataset shuffled() {
        String path = folder.resolve("shuffled").toString();
        dataset.rows()
                .repartition(5, col("volt_mean_24h"))
                .sortWithinPartitions(col("as_of").desc())
                .write()
                .mode("overwrite")
                .parquet(path);
        return LabelledDataset.read(spark, path);
    }

    private static Dataset<Row> keys(Dataset<Row> rows) {
        return rows.select("machine_id", "as_of");
    }

    /** A trainer that only remembers what it was given; its models cannot score. */
    private static class Recording implements Trainer {

        static final int JOBS = 1;

        private final List<Dataset<Row>> given = new ArrayList<>();

        Dataset<Row> rows(int index) {
            return given.get(index);
        }

        @Override
        public String algorithm() {
            return "recording";
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of();
        }

        @Override
        public Model train(TrainingSet data) {
            List<Row> rows = data.rows().collectAsList();
            given.add(
                    data.rows().sparkSession().createDataFrame(rows, data.rows().schema()));
            return new FixedModel(data.features(), data.classes());
        }
    }
}
