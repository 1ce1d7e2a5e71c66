package io.github.pdmspark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.dataset.LabelledDataset;
import io.github.pdmspark.dataset.RowStatus;
import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.grid.ObservationGrid;
import io.github.pdmspark.label.FailureLabel;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.Suspensions;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.time.TimeRange;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Thirty days of three machines with a reading every hour: machine 0 always works, machine 1 stands for a day and for three
 * hours, machine 2 for two weeks. What they say meanwhile is nonsense.
 */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class SuspendedMachinesTest {

    private static final FeaturePipeline PIPELINE = FeaturePipeline.builder()
            .every(Duration.ofHours(6))
            .rolling(Statistic.MAX, Statistic.COVERAGE)
            .over(Duration.ofHours(12), Duration.ofHours(24))
            .build();

    private final SparkSession spark;
    private final FleetHistory history;

    SuspendedMachinesTest(SparkSession spark) {
        this.spark = spark;
        this.history = history(readings("999"));
    }

    private Dataset<Row> readings(String meanwhile) {
        return spark.range(30 * 24 * 3)
                .selectExpr("id % 3 as m", "timestamp'2015-01-01 00:00:00Z' + (id div 3) * interval 1 hour as t")
                .selectExpr(
                        "m",
                        "t",
                        "cast(if(m = 1 and (t >= '2015-01-10' and t < '2015-01-11' or t >= '2015-01-20 04:00'"
                                + " and t < '2015-01-20 07:00') or m = 2 and t >= '2015-01-12' and t < '2015-01-26', "
                                + meanwhile + ", hour(t)) as double) as volt");
    }

    private FleetHistory history(Dataset<Row> readings) {
        Dataset<Row> stops = spark.sql("select * from values (1, '2015-01-10', '2015-01-11'),"
                + " (1, '2015-01-20 04:00:00', '2015-01-20 07:00:00'), (2, '2015-01-12', '2015-01-26') as x(m, a, b)");
        return FleetHistory.builder()
                .zone(ZoneOffset.UTC)
                .telemetry(Telemetry.from(readings)
                        .machineId("m")
                        .time("t")
                        .sensors("volt")
                        .sampledEvery(Duration.ofHours(1)))
                .failures(FailureLog.from(spark.sql("select 1 as m, timestamp'2015-01-15 12:00:00Z' as t, 'pump' as c"))
                        .machineId("m")
                        .time("t")
                        .component("c"))
                .suspensions(Suspensions.from(stops).machineId("m").time("a").until("b"))
                .build();
    }

    @Test
    void rowsUntilTheEndAreSuspendedAndWindowsCountTheRestOnly() {
        List<String> rows = PIPELINE
                .over(history, TimeRange.of("2015-01-10", "2015-01-11T13:00"))
                .rows()
                .where("machine_id = '1'")
                .orderBy("as_of")
                .selectExpr("concat_ws(' ', date_format(as_of, 'd:HH'), feature_status, coverage,"
                        + " coalesce(cast(volt_max_12h as string), '-'),"
                        + " coalesce(cast(volt_max_24h as string), '-'), volt_coverage_12h)")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();

        assertThat(rows)
                .containsExactly(
                        "10:00 OK 1.0 23.0 23.0 1.0",
                        "10:06 SUSPENDED 1.0 23.0 23.0 1.0",
                        "10:12 SUSPENDED 0.0 - 23.0 0.0",
                        "10:18 SUSPENDED 0.0 - 23.0 0.0",
                        "11:00 SUSPENDED 0.0 - - 0.0",
                        "11:06 OK 1.0 5.0 5.0 1.0",
                        "11:12 OK 1.0 11.0 11.0 1.0");
    }

    @Test
    void whatAMachineSaysWhileSuspendedChangesNothing() {
        assertThat(sorted(PIPELINE.on(history(readings("-1"))).rows()))
                .hasSizeGreaterThan(300)
                .isEqualTo(sorted(PIPELINE.on(history).rows()));
    }

    @Test
    void lookBackThatIsShorterThanASuspensionGivesTheSameRows() {
        for (String start : List.of("2015-01-25", "2015-01-26", "2015-01-27", "2015-01-28")) {
            TimeRange range = TimeRange.of(start, start + "T23:00");
            List<Row> recent =
                    sorted(PIPELINE.over(history, range, Duration.ofHours(30)).rows());

            assertThat(recent)
                    .hasSize(12)
                    .isEqualTo(sorted(PIPELINE.over(history, range).rows()));
        }
    }

    @Test
    void endsOfARangeReachTheTelemetryBelowTheJoin() {
        TimeRange day = TimeRange.of("2015-01-28", "2015-01-29");
        String plan = PIPELINE.over(history, day, Duration.ofDays(2))
                .rows()
                .queryExecution()
                .optimizedPlan()
                .toString();
        String below = plan.substring(plan.indexOf("Join LeftAnti"));

        assertThat(below).contains(">= 2015-01-26 00:00:00").contains("< 2015-01-29 00:00:00");
    }

    @Test
    void suspendedRowsDoNotTrain() {
        FailureLabel label = FailureLabel.within(Duration.ofDays(2));
        LabelledDataset dataset = LabelledDataset.of(history, PIPELINE, label);
        LabelledDataset joined =
                LabelledDataset.of(PIPELINE.on(history), label.on(history, ObservationGrid.every(Duration.ofHours(6))));

        assertThat(dataset.waterfall().rows(RowStatus.SUSPENDED)).isEqualTo(4 + 1 + 14 * 4);
        assertThat(dataset.usable().rows().where("feature_status <> 'OK'").count())
                .isZero();
        assertThat(dataset.rows().where("label_status = 'POSITIVE'").count()).isEqualTo(8);
        assertThat(sorted(dataset.rows())).isEqualTo(sorted(joined.rows()));
    }

    @Test
    void planNamesTheTable() {
        assertThat(PIPELINE.on(history).explainPlan())
                .contains("Scanned once: suspensions [machine_id, event_time, until]");
    }

    private static List<Row> sorted(Dataset<Row> rows) {
        return rows.orderBy("machine_id", "as_of").collectAsList();
    }
}
