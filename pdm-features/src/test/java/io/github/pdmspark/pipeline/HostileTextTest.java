package io.github.pdmspark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.table.ErrorLog;
import io.github.pdmspark.table.Machines;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.HostileTexts;
import io.github.pdmspark.testing.LocalSpark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** R18: hostile texts as names of sensors, attributes, columns, machines and codes are nothing but text. */
@ExtendWith(LocalSpark.class)
class HostileTextTest {

    private static final Instant START = Instant.parse("2015-01-01T00:00:00Z");
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final List<String> HOSTILE = HostileTexts.inTables();

    @Test
    void namesAreOnlyText(SparkSession spark) {
        FleetHistory history = history(spark);
        FeatureTable table = FeaturePipeline.builder()
                .every(Duration.ofHours(12))
                .rolling(Statistic.MEAN)
                .over(WINDOW)
                .errorCounts()
                .over(WINDOW)
                .machineAttributes()
                .build()
                .on(history);

        List<Row> rows =
                table.rows().where("as_of = timestamp'2015-01-02 00:00:00Z'").collectAsList();

        assertThat(HOSTILE).hasSize(36).doesNotHaveDuplicates();
        assertThat(history.quality().table("telemetry").quarantined()).isZero();
        assertThat(new TreeSet<>(history.errorCodes())).isEqualTo(new TreeSet<>(HOSTILE));
        assertThat(rows).hasSize(36).allSatisfy(row -> {
            int machine = HOSTILE.indexOf(row.<String>getAs("machine_id"));
            for (int i = 0; i < HOSTILE.size(); i++) {
                assertThat(row.<Double>getAs(HOSTILE.get(i) + "_mean_24h"))
                        .as("sensor %d of machine %d", i, machine)
                        .isEqualTo(100.0 * machine + i);
                assertThat(row.<Double>getAs(HOSTILE.get(i) + "_count_24h")).isEqualTo(i == machine ? 1 : 0);
            }
        });
        assertThat(System.getProperty("pdm.pwned")).isNull();
        assertThat(table.explainPlan()).doesNotContain("pdm.pwned=1");
    }

    private static FleetHistory history(SparkSession spark) {
        StructType columns = new StructType().add("id`.x", DataTypes.StringType).add("${at}", DataTypes.TimestampType);
        for (String name : HOSTILE) {
            columns = columns.add(name, DataTypes.DoubleType);
        }
        List<Row> readings = new ArrayList<>();
        List<Row> errors = new ArrayList<>();
        List<Row> machines = new ArrayList<>();
        for (int i = 0; i < HOSTILE.size(); i++) {
            int machine = i;
            for (int day = 0; day < 2; day++) {
                List<Object> cells = new ArrayList<>(List.of(HOSTILE.get(i), START.plus(Duration.ofDays(day))));
                IntStream.range(0, HOSTILE.size()).forEach(sensor -> cells.add(100.0 * machine + sensor));
                readings.add(RowFactory.create(cells.toArray()));
            }
            errors.add(RowFactory.create(HOSTILE.get(i), START, HOSTILE.get(i)));
            machines.add(RowFactory.create(HOSTILE.get(i), HOSTILE.get(i)));
        }
        StructType events = new StructType()
                .add("m", DataTypes.StringType)
                .add("t", DataTypes.TimestampType)
                .add("select", DataTypes.StringType);
        StructType attributes = new StructType().add("m", DataTypes.StringType).add("from", DataTypes.StringType);
        return FleetHistory.builder()
                .telemetry(Telemetry.from(spark.createDataFrame(readings, columns))
                        .machineId("id`.x")
                        .time("${at}")
                        .sensors(HOSTILE.toArray(String[]::new)))
                .errors(ErrorLog.from(spark.createDataFrame(errors, events))
                        .machineId("m")
                        .time("t")
                        .code("select"))
                .machines(Machines.from(spark.createDataFrame(machines, attributes))
                        .machineId("m")
                        .categorical("from"))
                .build();
    }
}
