package io.github.pdmspark.pipeline;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.kernel.Fleet;
import io.github.pdmspark.kernel.Fleet.Features;
import io.github.pdmspark.kernel.RandomFleets;
import io.github.pdmspark.kernel.SweepRange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A few random machines with every kind of feature of the catalogue, every row as text of raw bits. */
final class FeatureBits {
    private static final Fleet FLEET = Fleet.joined(IntStream.range(0, 4)
            .mapToObj(seed -> new RandomFleets(2_000 + seed).fleet(2))
            .toList());
    static final FeatureSpec SPEC = new RandomFleets(9).everything(FLEET, Optional.of(Duration.ofHours(1)));

    private FeatureBits() {}

    /** The table when {@code change} was applied to every table of dated records. */
    static FeatureTable table(SparkSession spark, UnaryOperator<Dataset<Row>> change) {
        return new SparkEngine(spark, change).table(FLEET, SPEC, new SweepRange.WhileObserved(3_600_000_000L));
    }

    static List<String> of(FeatureTable table) {
        return SparkEngine.collect(table).entrySet().stream()
                .map(row -> row.getKey() + " " + text(row.getValue()))
                .sorted()
                .toList();
    }

    private static String text(Features row) {
        return row.values().stream()
                .map(value -> Long.toHexString(Double.doubleToRawLongBits(value)))
                .collect(Collectors.joining(" ", row.status() + " " + row.coverage() + " ", ""));
    }
}
