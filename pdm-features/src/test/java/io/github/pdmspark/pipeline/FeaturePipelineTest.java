package io.github.pdmspark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.kernel.Fleet;
import io.github.pdmspark.kernel.Fleet.Event;
import io.github.pdmspark.kernel.Fleet.Reading;
import io.github.pdmspark.kernel.Fleet.Unit;
import io.github.pdmspark.testing.DatasetAssert;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.testing.QueryCount;
import io.github.pdmspark.time.Micros;
import io.github.pdmspark.time.TimeRange;
import io.github.pdmspark.time.UtcText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("slow")
@ExtendWith(LocalSpark.class)
@TestInstance(Lifecycle.PER_CLASS)
class FeaturePipelineTest {

    private static final long HOUR = Micros.of(Duration.ofHours(1));
    private static final long BEGIN = Micros.of(UtcText.instant("2015-03-07T00:00"));
    private static final FeaturePipeline PIPELINE = FeaturePipeline.builder()
            .every(Duration.ofHours(2))
            .rolling(Statistic.MEAN, Statistic.STDDEV)
            .over(Duration.ofHours(4))
            .errorCounts()
            .over(Duration.ofHours(3))
            .timeSinceErrors()
            .timeSinceMaintenance()
            .replacementCounts()
            .machineAttributes()
            .build();

    private final SparkSession spark;
    private final FleetHistory history;

    FeaturePipelineTest(SparkSession spark) {
        this.spark = spark;
        this.history = history(rows -> rows);
    }

    @Test
    void columnsComeInTheOrderOfDeclaration() {
        FeatureTable table = PIPELINE.on(history);

        DatasetAssert.assertThat(table.rows())
                .hasColumns(
                        "machine_id",
                        "as_of",
                        "feature_status",
                        "coverage",
                        "sen.sor`1_mean_4h",
                        "volt_mean_4h",
                        "sen.sor`1_stddev_4h",
                        "volt_stddev_4h",
                        "error1_count_3h",
                        "hours_since_error1",
                        "never_error1",
                        "hours_since_comp1",
                        "never_comp1",
                        "comp1_replacements",
                        "model_is_model1",
                        "model_is_other",
                        "age");
        assertThat(table.rows().schema().apply("as_of").dataType().typeName()).isEqualTo("timestamp");
        assertThat(table.featureNames()).isEqualTo(table.spec().featureNames()).hasSize(13);
    }

    @Test
    void machinesWithTelemetryGetTheirOwnSpan() {
        Dataset<Row> rows = PIPELINE.on(history).rows();

        assertThat(rows.where("machine_id = 'a'").count()).isEqualTo(13);
        assertThat(rows.where("machine_id = 'b'").count()).isEqualTo(13);
        assertThat(rows.where("machine_id in ('silent', 'ghost')").count()).isZero();
        assertThat(rows.where("machine_id = 'a'")
                        .orderBy("as_of")
                        .selectExpr("feature_status")
                        .limit(4)
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("NO_TELEMETRY", "INSUFFICIENT_HISTORY", "OK", "OK");
    }

    @Test
    void rangeGivesEveryKnownMachineEveryTime() {
        Dataset<Row> rows = PIPELINE.over(history, TimeRange.of("2015-03-07T04:00", "2015-03-07T08:00"))
                .rows();

        assertThat(rows.orderBy("machine_id", "as_of").collectAsList())
                .extracting(row -> row.getString(0) + " " + row.getString(2))
                .containsExactly("a OK", "a OK", "b OK", "b OK", "silent NO_TELEMETRY", "silent NO_TELEMETRY");
    }

    @Test
    void rangeWithoutAnEndReachesTheLatestEndOfObservation() {
        Dataset<Row> rows =
                PIPELINE.over(history, TimeRange.from("2015-03-07T20:00")).rows();

        assertThat(rows.where("machine_id = 'silent'")
                        .orderBy("as_of")
                        .selectExpr("unix_micros(as_of)")
                        .collectAsList())
                .extracting(row -> (row.getLong(0) - BEGIN) / HOUR)
                .containsExactly(20L, 22L, 24L);
    }

    @Test
    void missingAttributesAreNullAndForeignCategoriesAreOther() {
        Dataset<Row> rows = PIPELINE.over(history, TimeRange.of("2015-03-07T04:00", "2015-03-07T05:00"))
                .rows();

        assertThat(rows.orderBy("machine_id")
                        .selectExpr("model_is_model1", "model_is_other", "age")
                        .collectAsList())
                .extracting(Row::toString)
                .containsExactly("[1.0,0.0,7.0]", "[0.0,1.0,null]", "[null,null,3.0]");
    }

    @Test
    void declaringRunsNoQuery() {
        assertThat(QueryCount.of(spark, () -> {
                    FeatureSpec spec = PIPELINE.resolve(history);
                    PIPELINE.on(history);
                    FeaturePipeline.of(spec).over(history, TimeRange.from(Instant.EPOCH));
                }))
                .isZero();
    }

    @Test
    void resolvedSpecificationGivesTheSameRows() {
        FeatureTable table = PIPELINE.on(history);
        FeatureSpec saved = FeatureSpec.fromJson(table.spec().toJson());

        DatasetAssert.assertThat(FeaturePipeline.of(saved).on(history).rows()).hasSameRowsAs(table.rows());
    }

    @Test
    void appendedCopiesChangeNothing() {
        FleetHistory copied = history(rows -> rows.union(rows.limit(7)).union(rows));

        DatasetAssert.assertThat(PIPELINE.on(copied).rows())
                .hasSameRowsAs(PIPELINE.on(history).rows());
    }

    @Test
    void zoneOfTheSessionDoesNotMatter() {
        List<Row> expected = inMicros(history).collectAsList();
        String zone = spark.conf().get("spark.sql.session.timeZone");
        try {
            for (String other : List.of("America/New_York", "Asia/Kolkata")) {
                spark.conf().set("spark.sql.session.timeZone", other);
                DatasetAssert.assertThat(inMicros(history(rows -> rows))).containsExactlyInAnyOrder(expected);
            }
        } finally {
            spark.conf().set("spark.sql.session.timeZone", zone);
        }
    }

    private static Dataset<Row> inMicros(FleetHistory history) {
        Dataset<Row> rows = PIPELINE.on(history).rows();
        return rows.withColumn("as_of", functions.unix_micros(rows.col("as_of")));
    }

    /** Across the change to summer time in New York: two machines, one silent, and one that only an event mentions. */
    private FleetHistory history(UnaryOperator<Dataset<Row>> change) {
        List<Reading> readings = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            long time = BEGIN + hour * HOUR;
            readings.add(new Reading("a", time, time, List.of(hour + 0.1, hour % 3 == 0 ? Double.NaN : hour / 7.0)));
            readings.add(new Reading("b", time, time, List.of(-hour / 3.0, 1e6 + hour)));
        }
        Fleet fleet = new Fleet(
                List.of("sen.sor`1", "volt"),
                readings,
                List.of(event("a", 5, "error1"), event("b", 8, "error1"), event("ghost", 8, "error1")),
                List.of(event("a", 1, "comp1"), event("a", 9, "comp1"), event("ghost", 8, "comp1")),
                List.of(
                        new Unit("a", Optional.of("model1"), 7),
                        new Unit("b", Optional.of("other"), Double.NaN),
                        new Unit("silent", Optional.empty(), 3)));
        return new FleetTables(spark, fleet, change)
                .history(Optional.of(Duration.ofHours(1)))
                .build();
    }

    private static Event event(String machine, int hour, String name) {
        long time = BEGIN + hour * HOUR;
        return new Event(machine, time, time, name);
    }
}
