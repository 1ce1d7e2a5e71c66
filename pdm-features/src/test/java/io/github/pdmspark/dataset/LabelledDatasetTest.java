package io.github.pdmspark.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.NumericAttribute;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.grid.ObservationGrid;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.label.LabelTable;
import io.github.pdmspark.label.SmallFleet;
import io.github.pdmspark.testing.DatasetAssert;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.testing.QueryCount;
import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalSpark.class)
class LabelledDatasetTest {

    private static final long HOUR = 3_600_000_000L;
    private static final long START = Micros.of(Instant.parse("2015-03-01T00:00:00Z"));
    private static final Duration DAY = Duration.ofHours(24);
    private static final StructType FEATURES = new StructType()
            .add("machine_id", "string")
            .add("micros", "long")
            .add("feature_status", "string")
            .add("age", "double");

    private static LabelTable labels;
    private static Dataset<Row> features;

    /** Machine a: observed for 60 hours, comp2 fails at 40 h and comp1 at 41 h. */
    @BeforeAll
    static void labels() {
        FleetHistory history = new SmallFleet()
                .reading("a", START)
                .reading("a", START + 60 * HOUR)
                .failure("a", START + 40 * HOUR, "comp2")
                .failure("a", START + 41 * HOUR, "comp1")
                .history(LocalSpark.session());
        labels = FailureLabel.within(DAY).on(history, ObservationGrid.every(Duration.ofHours(1)));
        features = LocalSpark.session()
                .createDataFrame(
                        List.of(
                                feature(0, "INSUFFICIENT_HISTORY"),
                                feature(10, "OK"),
                                feature(16, "OK"),
                                feature(17, "LOW_COVERAGE"),
                                feature(18, "OK"),
                                feature(50, "OK"),
                                feature(61, "OK"),
                                RowFactory.create("silent", START, "NO_TELEMETRY", 7.0)),
                        FEATURES)
                .selectExpr("machine_id", "timestamp_micros(micros) as_of", "feature_status", "0.5D coverage", "age");
    }

    private static Row feature(int hour, String status) {
        return RowFactory.create("a", START + hour * HOUR, status, (double) hour);
    }

    private static Dataset<Row> readable(LabelledDataset dataset) {
        return dataset.rows()
                .selectExpr(
                        "machine_id",
                        "(unix_micros(as_of) - " + START + ") div " + HOUR,
                        "age",
                        "row_status",
                        "label_status",
                        "label",
                        "array_join(label_components, ',')",
                        "hours_to_failure");
    }

    @Test
    void everyFeatureRowStaysOnceWithItsStatus() {
        DatasetAssert.assertThat(readable(Joining.join(features, DatasetRows.SPEC, labels)))
                .containsExactlyInAnyOrder(List.of(
                        row("a", 0, "INSUFFICIENT_HISTORY", "NEGATIVE", null, "", null),
                        row("a", 10, "USABLE", "NEGATIVE", null, "", null),
                        row("a", 16, "USABLE", "NEGATIVE", null, "", null),
                        row("a", 17, "LOW_COVERAGE", "POSITIVE", "comp2", "comp2", 23.0),
                        row("a", 18, "USABLE", "POSITIVE", "comp2", "comp2,comp1", 22.0),
                        row("a", 50, "CENSORED", "CENSORED", null, "", null),
                        row("a", 61, "CENSORED", "CENSORED", null, "", null),
                        RowFactory.create("silent", 0L, 7.0, "NO_TELEMETRY", "CENSORED", null, "", null)));
    }

    private static Row row(String machine, long hour, String status, String label, Object... rest) {
        return RowFactory.create(machine, hour, (double) hour, status, label, rest[0], rest[1], rest[2]);
    }

    /** comp1 fails second where both fail, and not at all where only comp2 does. */
    @Test
    void oneComponentIsPositiveWhereverItFails() {
        LabelledDataset second =
                Joining.join(features, DatasetRows.SPEC, labels).ofComponent("comp1");
        assertThat(second.components()).containsExactly("comp1");
        DatasetAssert.assertThat(readable(second))
                .containsExactlyInAnyOrder(List.of(
                        row("a", 0, "INSUFFICIENT_HISTORY", "NEGATIVE", null, "", null),
                        row("a", 10, "USABLE", "NEGATIVE", null, "", null),
                        row("a", 16, "USABLE", "NEGATIVE", null, "", null),
                        row("a", 17, "LOW_COVERAGE", "NEGATIVE", null, "", null),
                        row("a", 18, "USABLE", "POSITIVE", "comp1", "comp1", null),
                        row("a", 50, "CENSORED", "CENSORED", null, "", null),
                        row("a", 61, "CENSORED", "CENSORED", null, "", null),
                        RowFactory.create("silent", 0L, 7.0, "NO_TELEMETRY", "CENSORED", null, "", null)));
        DatasetAssert.assertThat(readable(second.where(second.rows().col("age").equalTo(18))))
                .containsExactlyInAnyOrder(List.of(row("a", 18, "USABLE", "POSITIVE", "comp1", "comp1", null)));
    }

    @Test
    void componentThatNoLabelNamesIsRefused() {
        LabelledDataset dataset = Joining.join(features, DatasetRows.SPEC, labels);
        assertThatThrownBy(() -> dataset.ofComponent("comp7"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[comp1, comp2]");
    }

    @Test
    void columnsAreInTheOrderOfTheContract() {
        DatasetAssert.assertThat(
                        Joining.join(features, DatasetRows.SPEC, labels).rows())
                .hasColumns(
                        "machine_id",
                        "as_of",
                        "feature_status",
                        "coverage",
                        "age",
                        "row_status",
                        "label_status",
                        "label",
                        "label_components",
                        "hours_to_failure");
    }

    @Test
    void waterfallCountsEveryRowOnceInOneQuery(SparkSession spark) {
        LabelledDataset dataset = Joining.join(features, DatasetRows.SPEC, labels);
        assertThat(QueryCount.of(spark, dataset::usable)).isZero();
        assertThat(QueryCount.of(spark, dataset::waterfall)).isOne();
        Waterfall waterfall = dataset.waterfall();
        assertThat(waterfall.rows()).isEqualTo(features.count());
        assertThat(waterfall.rows(RowStatus.USABLE))
                .isEqualTo(dataset.usable().rows().count());
        assertThat(waterfall).hasToString("""
                        all rows                  8  100.0 %
                        SUSPENDED                 0    0.0 %
                        INSUFFICIENT_HISTORY      1   12.5 %
                        NO_TELEMETRY              1   12.5 %
                        LOW_COVERAGE              1   12.5 %
                        IN_REPAIR                 0    0.0 %
                        TOO_LATE                  0    0.0 %
                        CENSORED                  2   25.0 %
                        USABLE                    3   37.5 %
                          NEGATIVE                2   25.0 %
                          comp1                   0    0.0 %
                          comp2                   1   12.5 %
                          several components      1   12.5 %""");
    }

    @Test
    void usableRowsAreTheOnesWithAnAnswer() {
        assertThat(Joining.join(features, DatasetRows.SPEC, labels)
                        .usable()
                        .rows()
                        .select("label_status")
                        .distinct()
                        .collectAsList())
                .hasSize(2);
    }

    @Test
    void rangeIsHalfOpen() {
        LabelledDataset dataset = Joining.join(features, DatasetRows.SPEC, labels);
        TimeRange range = TimeRange.of("2015-03-01T10:00", "2015-03-01T18:00");
        assertThat(dataset.between(range).rows().count()).isEqualTo(3);
        assertThat(dataset.between(TimeRange.from("2015-03-01T18:00")).rows().count())
                .isEqualTo(3);
    }

    @Test
    void writtenDatasetIsReadBackWithItsMeaning(SparkSession spark, @TempDir Path folder) {
        LabelledDataset dataset = Joining.join(features, DatasetRows.SPEC, labels);
        String path = folder.resolve("dataset").toString();
        LabelledDataset written = dataset.materialized(path);
        for (LabelledDataset each : List.of(written, LabelledDataset.read(spark, path))) {
            DatasetAssert.assertThat(each.rows()).hasSameRowsAs(dataset.rows());
            assertThat(each.spec()).isEqualTo(DatasetRows.SPEC);
            assertThat(each.features()).containsExactly("age");
            assertThat(each.components()).containsExactly("comp1", "comp2");
            assertThat(each.horizon()).isEqualTo(DAY);
            assertThat(each.lead()).isEqualTo(Duration.ZERO);
        }
        assertThat(written.rows().inputFiles()).isNotEmpty();
        assertThatThrownBy(() -> dataset.materialized(path)).hasMessageContaining("already exists");
    }

    @Test
    void datasetWithoutRowsIsReadBackToo(SparkSession spark, @TempDir Path folder) {
        LabelledDataset none = Joining.join(features, DatasetRows.SPEC, labels)
                .between(TimeRange.from("2020-01-01"))
                .materialized(folder.resolve("none").toString());
        assertThat(none.rows().count()).isZero();
        assertThat(none.waterfall().rows()).isZero();
        assertThat(none.horizon()).isEqualTo(DAY);
    }

    @Test
    void foreignParquetIsRefused(SparkSession spark, @TempDir Path folder) {
        String path = folder.resolve("foreign").toString();
        features.write().parquet(path);
        assertThatThrownBy(() -> LabelledDataset.read(spark, path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The Parquet files in '" + path
                        + "' are no labelled dataset. Write them with LabelledDataset.materialized(path).");
    }

    @Test
    void tablesOfDifferentGridsAreRefused() {
        FeatureSpec twoHours = new FeatureSpec(
                ObservationGrid.every(Duration.ofHours(2)).cadence(),
                DatasetRows.SPEC.features(),
                Optional.empty(),
                0.8);
        assertThatThrownBy(() -> Joining.join(features, twoHours, labels))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Features are on the grid every PT2H offset PT0S but labels on the grid every "
                        + "PT1H offset PT0S: rows would find no label.");
    }

    @Test
    void labelColumnAmongTheFeaturesIsRefused() {
        for (String name : List.of("label", "Hours_To_Failure", "row_status")) {
            FeatureSpec leaking = new FeatureSpec(
                    DatasetRows.SPEC.cadence(), List.of(new NumericAttribute(name)), Optional.empty(), 0.8);
            assertThatThrownBy(() -> Joining.join(features, leaking, labels))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "Feature '" + name
                                    + "' has the name of a column of the dataset itself. Rename the column that it is made of.");
        }
    }
}
