package io.github.pdmspark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.kernel.FeatureComparison;
import io.github.pdmspark.kernel.Fleet;
import io.github.pdmspark.kernel.Fleet.Features;
import io.github.pdmspark.kernel.Fleet.RowKey;
import io.github.pdmspark.kernel.NaiveOracle;
import io.github.pdmspark.kernel.RandomFleets;
import io.github.pdmspark.kernel.SweepRange;
import io.github.pdmspark.testing.LocalSpark;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** P11 and P3 through Spark: twenty random fleets in one job each. */
@Tag("slow")
@ExtendWith(LocalSpark.class)
class SparkOracleTest {

    private static final Fleet FLEET = Fleet.joined(IntStream.range(0, 20)
            .mapToObj(seed -> new RandomFleets(1_000 + seed).fleet(5))
            .toList());
    private static final RandomFleets RANDOM = new RandomFleets(5);

    @Test
    void rangeOfTheCallerEqualsTheOracle(SparkSession spark) {
        compare(spark, new RandomFleets(21).between(), Optional.of(Duration.ofHours(1)));
    }

    @Test
    void spanOfEveryMachineEqualsTheOracle(SparkSession spark) {
        compare(spark, new SweepRange.WhileObserved(3_600_000_000L), Optional.of(Duration.ofHours(1)));
    }

    @Test
    void declaredEndOfObservationEqualsTheOracle(SparkSession spark) {
        compare(spark, new SweepRange.FromFirstReadingTo(RANDOM.moment()), Optional.empty());
    }

    @Test
    void orderAndPartitioningChangeNoBit(SparkSession spark) {
        FeatureSpec spec = RANDOM.everything(FLEET, Optional.of(Duration.ofHours(1)));
        SweepRange range = new SweepRange.WhileObserved(3_600_000_000L);

        Map<RowKey, Features> one = new SparkEngine(spark, rows -> rows.coalesce(1)).run(FLEET, spec, range);
        Map<RowKey, Features> two =
                new SparkEngine(spark, rows -> rows.orderBy(functions.rand(1)).repartition(2)).run(FLEET, spec, range);
        Map<RowKey, Features> seven = new SparkEngine(
                        spark, rows -> rows.repartition(7, functions.rand(2)).sortWithinPartitions(functions.rand(3)))
                .run(FLEET, spec, range);

        FeatureComparison.assertSame(two, one, spec);
        FeatureComparison.assertSame(seven, one, spec);
    }

    private static void compare(SparkSession spark, SweepRange range, Optional<Duration> samplingPeriod) {
        FeatureSpec spec = RANDOM.everything(FLEET, samplingPeriod);
        Map<RowKey, Features> expected = new NaiveOracle().run(FLEET, spec, range);

        assertThat(expected.size()).isGreaterThan(100);
        FeatureComparison.assertClose(
                new SparkEngine(spark, rows -> rows).run(FLEET, spec, range),
                expected,
                spec,
                1e-12,
                FLEET.largestValue(spec));
    }
}
