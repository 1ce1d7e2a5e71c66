package io.github.pdmspark.life;

import io.github.pdmspark.feature.FeatureSpec;
import io.github.pdmspark.feature.NumericAttribute;
import io.github.pdmspark.survival.Ending;
import io.github.pdmspark.survival.SeenLife;
import io.github.pdmspark.time.Cadence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Lives of one component with one feature {@code x}, written down row by row. */
public final class TestLives {

    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
    private static final StructType SCHEMA = new StructType()
            .add("machine_id", DataTypes.StringType)
            .add("as_of", DataTypes.TimestampType)
            .add("feature_status", DataTypes.StringType)
            .add("x", DataTypes.DoubleType)
            .add("life", DataTypes.createArrayType(DataTypes.DoubleType))
            .add("life_censored", DataTypes.createArrayType(DataTypes.BooleanType));

    private final List<Row> rows = new ArrayList<>();

    /** A row of a machine of its own. */
    public TestLives add(double x, SeenLife... lives) {
        Double[] lengths = List.of(lives).stream().map(SeenLife::length).toArray(Double[]::new);
        Boolean[] censored = List.of(lives).stream()
                .map(life -> life.ending() == Ending.CENSORED)
                .toArray(Boolean[]::new);
        java.sql.Timestamp asOf = java.sql.Timestamp.from(START.plus(Duration.ofHours(rows.size() % 50)));
        rows.add(RowFactory.create("m" + rows.size(), asOf, "OK", x, lengths, censored));
        return this;
    }

    /** The dataset, of as many components as each row has lives. */
    public LifeDataset of(SparkSession spark, String... components) {
        FeatureSpec spec = new FeatureSpec(
                Cadence.every(Duration.ofHours(1)), List.of(new NumericAttribute("x")), Optional.empty(), 0.8);
        return new LifeDataset(
                spark.createDataFrame(rows, SCHEMA).repartition(2), spec, List.of(components), LifeClock.hours());
    }

    /** Lives {@code scale * exp(effect * x) * W} with W of a Weibull distribution, x from -1 to 1; some are censored. */
    public static TestLives weibull(long seed, int count, double scale, double shape, double effect) {
        Random random = new Random(seed);
        TestLives lives = new TestLives();
        for (int i = 0; i < count; i++) {
            double x = random.nextInt(3) - 1;
            double life = scale * Math.exp(effect * x) * Math.pow(-Math.log(1 - random.nextDouble()), 1 / shape);
            double end = scale * 4 * random.nextDouble();
            lives.add(x, life <= end ? SeenLife.failed(life) : SeenLife.censored(end));
        }
        return lives;
    }
}
