package io.github.pdmspark.increment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.feature.Statistic;
import io.github.pdmspark.fleet.FleetHistory;
import io.github.pdmspark.pipeline.FeaturePipeline;
import io.github.pdmspark.table.Telemetry;
import io.github.pdmspark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** R11: one machine has half of all readings; its features take no more memory than the smallest heap that Spark starts in. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class SkewedFleetTest {

    /** Readings of the one machine, one a minute; as many are shared by the others. */
    private static final int READINGS = 2_000_000;

    private static final int OTHERS = 100;
    private static final String HEAP = "-Xmx512m";
    private static final int OUT_OF_MEMORY = 3;

    @Test
    void halfOfAllReadingsOfOneMachineFitIntoASmallHeap(SparkSession spark, @TempDir Path folder)
            throws IOException, InterruptedException {
        write(spark, folder);
        Path log = folder.resolve("log");

        assertThat(run(log, Child.class, folder)).as(Files.readString(log)).isZero();
        long days = READINGS / 1440;
        assertThat(Files.readString(log)).contains("big " + days + " rows, mean 719.5 to 719.5");
        assertThat(run(log, Gathering.class, folder))
                .as("the same readings as rows in memory need more")
                .isEqualTo(OUT_OF_MEMORY);
    }

    private static int run(Path log, Class<?> main, Path folder) throws IOException, InterruptedException {
        return new ChildJvm(log, List.of(HEAP, "-XX:+ExitOnOutOfMemoryError"), Map.of())
                .run(main, folder.resolve("telemetry").toString());
    }

    private static void write(SparkSession spark, Path folder) {
        spark.range(0, 2L * READINGS, 1, 4)
                .selectExpr(
                        "if(id < " + READINGS + ", 'big', concat('m', id % " + OTHERS + ")) as machine",
                        "timestamp'2015-01-01 00:00:00Z' + make_dt_interval(0, 0, if(id < " + READINGS + ", id, (id - "
                                + READINGS + ") div " + OTHERS + ")) as at",
                        "cast(id % 1440 as double) as volt",
                        "cast(id % 7 as double) as rotate",
                        "cast(id % 11 as double) as pressure",
                        "cast(id % 13 as double) as vibration")
                .write()
                .parquet(folder.resolve("telemetry").toString());
    }

    /** Daily means of the past day, which are all the same. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) {
            SparkSession spark = LocalSpark.session();
            FleetHistory history = FleetHistory.builder()
                    .zone(ZoneOffset.UTC)
                    .telemetry(Telemetry.from(spark.read().parquet(arguments[0]))
                            .machineId("machine")
                            .time("at")
                            .sensors("volt", "rotate", "pressure", "vibration")
                            .sampledEvery(Duration.ofMinutes(1)))
                    .build();
            Row big = FeaturePipeline.builder()
                    .every(Duration.ofDays(1))
                    .rolling(Statistic.MEAN, Statistic.STDDEV, Statistic.MAX)
                    .over(Duration.ofDays(1))
                    .build()
                    .on(history)
                    .rows()
                    .where(col("machine_id")
                            .equalTo("big")
                            .and(col("feature_status").equalTo("OK")))
                    .agg(count(lit(1)), min("volt_mean_24h"), max("volt_mean_24h"))
                    .first();
            System.out.println("big " + big.getLong(0) + " rows, mean " + big.getDouble(1) + " to " + big.getDouble(2));
        }
    }

    /** What an engine does that hands all readings of a machine to one function. */
    static final class Gathering {

        private Gathering() {}

        public static void main(String[] arguments) {
            LocalSpark.session()
                    .read()
                    .parquet(arguments[0])
                    .groupBy("machine")
                    .agg(collect_list(struct("at", "volt", "rotate", "pressure", "vibration"))
                            .as("readings"))
                    .selectExpr("machine", "size(readings)")
                    .collectAsList();
        }
    }
}
