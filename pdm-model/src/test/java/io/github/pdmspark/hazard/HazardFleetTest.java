package io.github.pdmspark.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.life.LifeDataset;
import io.github.pdmspark.mllib.RandomForestTrainer;
import io.github.pdmspark.model.Trainer;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.pipeline.FeatureTable;
import io.github.pdmspark.table.FailureLog;
import io.github.pdmspark.table.MaintenanceLog;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.table.TimeFormat;
import io.github.pdmspark.testing.LocalSpark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Belts with a Weibull life (shape 3, scale 40 days), repaired at failures, one in five replaced before. Machines ran for
 * 400 days, but are watched for the last 150 only: belts enter at every age.
 */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class HazardFleetTest {

    private static final int MACHINES = 150;
    private static final int FIRST = 250;
    private static final int LAST = 400;
    private static final int STEP = 3;
    private static final double SCALE = 40;
    private static final StructType EVENT = new StructType()
            .add("m", DataTypes.StringType)
            .add("t", DataTypes.LongType)
            .add("part", DataTypes.StringType);

    private final List<Row> failures = new ArrayList<>();
    private final List<Row> maintenance = new ArrayList<>();

    @Test
    void weibullHazardIsRecoveredAcrossRepairsCensoringAndDelayedEntry(SparkSession spark) {
        FleetHistory history = history(spark);
        FeatureTable features = FeaturePipeline.builder()
                .every(Duration.ofDays(STEP))
                .timeSinceMaintenance()
                .build()
                .on(history);
        LifeDataset lives = LifeDataset.of(features, history);
        Trainer forest = RandomForestTrainer.builder()
                .trees(15)
                .depth(6)
                .minInstancesPerNode(100)
                .featureSubset("all")
                .seed(4)
                .build();
        HazardModel model = HazardTraining.with(
                        forest, Periods.ending(Duration.ofDays(STEP), Duration.ofDays(2 * STEP)))
                .on(lives);

        Dataset<Row> truth = lives.rows()
                .selectExpr(
                        "machine_id",
                        "as_of",
                        "hours_since_belt / 24 as age",
                        "1 - exp(pow(hours_since_belt / 24 / 40, 3) - pow((hours_since_belt / 24 + 6) / 40, 3)) as"
                                + " truth",
                        "if(not life_censored[0] and life[0] < 144, 1, 0) as failed");
        List<Row> bands = model.predict(lives.rows())
                .join(truth, new String[] {"machine_id", "as_of"})
                .where("age < 60")
                .selectExpr("floor(age / 15) band", "fails_within_6d", "truth", "failed")
                .groupBy("band")
                .agg(java.util.Map.of("fails_within_6d", "avg", "truth", "avg", "failed", "sum"))
                .orderBy("band")
                .collectAsList();

        assertThat(bands).hasSize(4);
        for (Row band : bands) {
            double expected = band.<Double>getAs("avg(truth)");
            double standardError = expected / Math.sqrt(band.<Long>getAs("sum(failed)") / 2.0);
            assertThat(band.<Double>getAs("avg(fails_within_6d)"))
                    .as("%s", band)
                    .isCloseTo(expected, within(3 * standardError + 0.003));
        }
    }

    private FleetHistory history(SparkSession spark) {
        Random random = new Random(17);
        for (int machine = 0; machine < MACHINES; machine++) {
            play("m" + machine, random);
        }
        Dataset<Row> readings =
                spark.sql("select concat('m', m) m, 24 * t as t, 1.0D load from (select id m from range(" + MACHINES
                        + ")), (select " + FIRST + " + " + STEP + " * id t from range(" + (LAST - FIRST) / STEP + "))");
        return FleetHistory.builder()
                .telemetry(Telemetry.from(readings)
                        .machineId("m")
                        .time("t", TimeFormat.count(Duration.ofHours(1)))
                        .sensors("load")
                        .sampledEvery(Duration.ofDays(STEP)))
                .failures(FailureLog.from(spark.createDataFrame(failures, EVENT))
                        .machineId("m")
                        .time("t", TimeFormat.count(Duration.ofHours(1)))
                        .component("part")
                        .minimumRepair(Duration.ZERO))
                .maintenance(MaintenanceLog.from(spark.createDataFrame(maintenance, EVENT))
                        .machineId("m")
                        .time("t", TimeFormat.count(Duration.ofHours(1)))
                        .component("part"))
                .build();
    }

    private void play(String machine, Random random) {
        double day = 40 * random.nextDouble();
        while (day < LAST) {
            maintenance.add(RowFactory.create(machine, (long) (24 * day), "belt"));
            double life = SCALE * Math.cbrt(-Math.log(1 - random.nextDouble()));
            double planned = random.nextInt(5) == 0 ? 60 * random.nextDouble() : Double.POSITIVE_INFINITY;
            day += Math.min(life, planned);
            if (life <= planned && day < LAST) {
                failures.add(RowFactory.create(machine, (long) (24 * day), "belt"));
            }
        }
    }
}
