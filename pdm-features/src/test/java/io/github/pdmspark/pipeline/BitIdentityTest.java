package io.github.pdmspark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.feature.Feature;
import io.github.pdmspark.testing.LocalSpark;
import io.github.pdmspark.testing.OtherJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of feature has the same bits whatever Spark does with the rows. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
@TestInstance(Lifecycle.PER_CLASS)
class BitIdentityTest {
    private final SparkSession spark;
    private final List<String> expected;

    BitIdentityTest(SparkSession spark) {
        this.spark = spark.newSession();
        this.spark.conf().set("spark.sql.session.timeZone", "UTC");
        this.expected = FeatureBits.of(FeatureBits.table(this.spark, rows -> rows.coalesce(1)));
    }

    @BeforeEach
    void everyKindIsThere() {
        assertThat(expected).hasSizeGreaterThan(50);
        assertThat(FeatureBits.SPEC.features().stream().<Class<?>>map(Object::getClass))
                .contains(Feature.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false", "7, true", "7, false"})
    void shuffledRowsInSoManyPartitionsGiveTheSameBits(int partitions, boolean adaptive) {
        spark.conf().set("spark.sql.shuffle.partitions", partitions);
        spark.conf().set("spark.sql.adaptive.enabled", adaptive);
        assertThat(FeatureBits.of(FeatureBits.table(spark, rows -> shuffled(rows, partitions))))
                .isEqualTo(expected);
    }

    @Test
    void moreTasksThanMachinesGiveTheSameBits() {
        shuffledRowsInSoManyPartitionsGiveTheSameBits(200, true);
    }

    private static Dataset<Row> shuffled(Dataset<Row> rows, int partitions) {
        return rows.repartition(partitions, functions.rand(partitions)).sortWithinPartitions(functions.rand(3));
    }

    /** The session of this JVM gives up at the first failure, so another JVM has one that does not. */
    @Test
    void failedAndRetriedTasksGiveTheSameBits(@TempDir Path folder) throws Exception {
        Path rows = folder.resolve("rows");
        OtherJvm.likeThis("-Xmx1g", "-Duser.timezone=UTC")
                .run(RetriedTasks.class, folder.resolve("log"), Duration.ofMinutes(3), rows.toString());
        assertThat(Files.readAllLines(rows)).isEqualTo(expected);
    }
}
