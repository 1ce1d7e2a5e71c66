package io.github.pdmspark.pipeline;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.feature.CustomStatistic;
import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.feature.Window;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.kernel.Fleet;
import io.github.pdmspark.kernel.PathLength;
import io.github.pdmspark.kernel.RandomFleets;
import io.github.pdmspark.kernel.WindowAggregates;
import io.github.pdmspark.testing.DatasetAssert;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.testing.QueryCount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalSpark.class)
@TestInstance(Lifecycle.PER_CLASS)
class CatalogueDeclarationTest {

    private static final Duration DAY = ofHours(24);

    private final SparkSession spark;
    private final FleetHistory history;

    CatalogueDeclarationTest(SparkSession spark) {
        this.spark = spark;
        Fleet fleet = new RandomFleets(1_003).fleet(2);
        this.history = new FleetTables(spark, fleet, rows -> rows)
                .history(Optional.of(ofHours(1)))
                .build();
    }

    private static FeaturePipelineBuilder everything() {
        return FeaturePipeline.builder()
                .every(ofHours(12))
                .rolling(Statistic.MEAN, Statistic.SLOPE)
                .over(DAY)
                .tumbling(Statistic.MAX)
                .over(DAY)
                .change(Statistic.MEAN)
                .from(ofDays(7))
                .to(ofHours(12))
                .ratio(Statistic.MEAN)
                .on("s1")
                .over(DAY, ofDays(7))
                .zScore()
                .over(DAY)
                .against(ofDays(30))
                .ewma(ofHours(6))
                .over(DAY)
                .circularMean(360)
                .on("s2")
                .over(DAY)
                .quantiles(0.5, 0.9)
                .over(DAY)
                .robustSlope()
                .over(DAY)
                .cusum(0.5)
                .on("s1")
                .over(DAY)
                .against(Window.of(ofDays(30)).before(DAY))
                .outliers(3)
                .over(DAY)
                .against(ofDays(30))
                .crossings(170)
                .over(DAY)
                .energy(ofHours(2), ofHours(6))
                .on("s1")
                .over(DAY)
                .aggregate(new PathLength())
                .on("s1")
                .over(DAY)
                .sinceReplacementOf("comp1", Statistic.MEAN)
                .over(DAY)
                .errorCounts()
                .over(DAY)
                .distinctErrors()
                .over(DAY)
                .errorsPer("s1")
                .over(DAY)
                .timeSinceErrors()
                .timeSinceAnyError()
                .timeSinceMaintenance()
                .usageSinceMaintenance("s1")
                .lastActions()
                .replacementCounts()
                .machineAttributes()
                .machineAge();
    }

    @Test
    void everyKindCanBeDeclared() {
        FeatureSpec spec = everything().build().resolve(history);

        Set<Class<?>> kinds = spec.features().stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(kinds).containsExactlyInAnyOrder(Feature.class.getPermittedSubclasses());
        assertThat(spec.featureNames())
                .contains(
                        "s2_mean_12h_minus_7d",
                        "s1_mean_24h_over_24h_lag_7d",
                        "s2_zscore_24h_30d",
                        "s1_p90_24h",
                        "s1_cusum_down_24h",
                        "s2_outliers_3sigma_24h",
                        "s1_path_length_24h",
                        "s1_since_comp2",
                        "comp1_last_action_is_replaced");
    }

    @Test
    void vectorsHoldTheSameValuesInTheSameOrder() {
        FeatureTable table = everything().build().on(history);
        Dataset<Row> vectors = table.vectors();

        DatasetAssert.assertThat(vectors).hasColumns("machine_id", "as_of", "feature_status", "coverage", "features");
        List<String> names = table.featureNames();
        Map<List<Object>, List<Object>> expected = new HashMap<>();
        for (Row row : table.rows().collectAsList()) {
            expected.put(
                    key(row),
                    names.stream().map(name -> row.get(row.fieldIndex(name))).collect(Collectors.toList()));
        }
        Map<List<Object>, List<Object>> found = new HashMap<>();
        vectors.collectAsList().forEach(row -> found.put(key(row), row.getList(4)));
        assertThat(found).isNotEmpty().isEqualTo(expected);
    }

    private static List<Object> key(Row row) {
        return Arrays.asList(row.get(0), row.get(1), row.get(2), row.get(3));
    }

    @Test
    void storedTableCarriesItsSpecification(@TempDir Path folder) {
        FeatureTable table =
                everything().select("s1_mean_24h", "s2_p50*").build().on(history);
        FeatureTable stored = table.materialized(folder.resolve("features").toString());

        assertThat(stored.spec()).isEqualTo(table.spec());
        DatasetAssert.assertThat(stored.rows()).hasSameRowsAs(table.rows());
        DatasetAssert.assertThat(stored.vectors()).hasSameRowsAs(table.vectors());
        assertThat(stored.explainPlan()).contains(table.spec().fingerprint());
        assertThat(stored.rows().schema().apply("feature_status").metadata().json())
                .contains(table.spec().fingerprint());
    }

    @Test
    void foreignFilesAreNoFeatureTable(@TempDir Path folder) {
        String path = folder.resolve("other").toString();
        spark.range(3).write().parquet(path);

        assertThatThrownBy(() -> FeatureTable.read(spark, path)).hasMessageContaining("are no feature table");
    }

    @Test
    void selectionComputesLess() {
        FeatureTable table = everything()
                .select("s1_mean_24h", "s2_mean_24h")
                .without("s1*")
                .build()
                .on(history);

        assertThat(table.featureNames()).containsExactly("s2_mean_24h");
        assertThat(table.explainPlan())
                .contains("telemetry [machine_id, event_time, known_at, s2]")
                .doesNotContain("every reading of")
                .doesNotContain("errors");
    }

    @Test
    void planSaysWhatIsScannedShuffledAndComputed() {
        FeaturePipeline pipeline = everything().build();

        assertThat(QueryCount.of(spark, () -> assertThat(pipeline.on(history).explainPlan())
                        .contains("Scanned once: telemetry [machine_id, event_time, known_at, s1, s2]")
                        .contains("Scanned once: errors [machine_id, event_time, known_at, code]")
                        .contains("Scanned once: machines [machine_id, model, age, valid_from, valid_to, installed_at]")
                        .contains("tiles, 1 tile per PT12H and machine with readings, at most ")
                        .contains("every reading of s1, s2, 32 bytes each")
                        .contains("PT24H tumbling, ")
                        .contains("PT24H ending PT168H earlier")
                        .contains("Looks back: PT744H, and to the latest maintenance")))
                .isZero();
    }

    @Test
    void statisticOfOnesOwnMustBeRegisteredInItsVersion() {
        FeatureSpec spec = everything().select("*path_length*").build().resolve(history);
        FeatureSpec other = new FeatureSpec(
                spec.cadence(),
                List.of(new CustomStatistic("path_length", 4, List.of("s1"), List.of(DAY))),
                spec.samplingPeriod(),
                0);

        assertThat(FeaturePipeline.of(spec, PathLength.REGISTERED)
                        .on(history)
                        .rows()
                        .count())
                .isPositive();
        assertThatThrownBy(() -> FeaturePipeline.of(spec))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The window aggregate 'path_length' version 3 is not registered.\n")
                .hasMessageContaining("Registered: none");
        assertThatThrownBy(() -> FeaturePipeline.of(other, PathLength.REGISTERED))
                .hasMessageContaining("version 4 is not registered")
                .hasMessageContaining("Registered: 'path_length' version 3");
        assertThatThrownBy(() -> WindowAggregates.of(new PathLength(), new PathLength()))
                .hasMessageContaining("Two window aggregates are called 'path_length'");
    }

    @Test
    void logsThatNoFeatureReadsAreNotScanned() {
        FeatureTable table = everything().select("s1_mean_24h").build().on(history);

        assertThat(table.rows().queryExecution().optimizedPlan().toString()).doesNotContain("code");
    }
}
